/*
 * CA101: a call that can block runs on an event loop's thread.
 *
 * The story: a server keeps 500 clients on one thread. A handler, five calls deep and behind a
 * table of function pointers, resolves a host name with getaddrinfo(). The name server does not
 * answer; for five seconds nobody is served, and every client's time-out fires.
 *
 * The match: walk the calls that control can reach from each loop entry (callbacks, and the blocks
 * of a hand-written loop), in context, and judge every call of a function that a catalog knows to
 * block. One finding for each call, with the surest and then shortest chain; other entries are
 * counted.
 */
#include <string.h>

#include "domains/domains.h"
#include "flow/blocking.h"
#include "flow/spots.h"
#include "rules/rules.h"
#include "rules/shared.h"

struct candidate {
    struct blocking blocking;
    const struct cat_func *cat; /* NULL: nothing found at this call */
    uint32_t visit;
    uint32_t n_entries, last_tag;
};

struct search {
    struct rule_context *ctx;
    struct candidate *at; /* [site] */
};

/* ---- search ---- */
static bool waits_for_many(const struct search *s, site_id site, const struct cat_func *cat)
{
    return cat->waits && (cat->waits->many || cat->waits->kind == WAIT_RUN ||
                          !domain_waits_for_one(s->ctx->flow, site, cat));
}

/* A child that is known to have ended is only collected; a turn of the loop itself is no
 * finding. */
static bool is_expected(const struct search *s, const struct entry *e, site_id site,
                        const struct cat_func *cat)
{
    if (cat->process == PROC_WAIT && (e->event == EV_CHILD || e->event == EV_SIGNAL))
        return true;
    return waits_for_many(s, site, cat) && (e->region.v || cat->waits->many ||
                                            cat->waits->kind == WAIT_RUN);
}

static bool is_better(const struct blocking *b, const struct candidate *c)
{
    return !c->cat || b->conf > c->blocking.conf;
}

static void on_call(void *user, const struct walk *w, uint32_t visit, site_id site,
                    const struct cat_func *cat)
{
    struct search *s = user;
    const struct visit *v = &w->visits.v[visit];
    const struct entry *e = &s->ctx->domains->entries[v->tag];

    if (!cat || !cat->blocks || cat->blocks->device == DEV_LOCK || is_expected(s, e, site, cat))
        return;
    struct blocking b = blocking_judge(s->ctx->flow, site, &v->ctx, cat);
    if (b.how == BLOCKS_NOT)
        return;
    if (v->conf < b.conf)
        b.conf = (enum confidence)v->conf;
    if (program_func(s->ctx->program, v->func)->quality != QUALITY_OK)
        b.conf = CONF_LOW;
    struct candidate *c = &s->at[site.v];
    if (c->cat && c->last_tag != v->tag)
        c->n_entries++;
    c->last_tag = v->tag;
    if (!is_better(&b, c))
        return;
    c->n_entries = c->cat ? c->n_entries : 1;
    c->blocking = b;
    c->cat = cat;
    c->visit = visit;
}

/* A callback that gets the ready descriptor knows more of it than any other function. */
static struct absval ready_descriptor(const struct flow_facts *f, const struct entry *e)
{
    struct absval v = {.kind = ABS_FD, .fd = {.kind = FD_ANY, .origin = UINT32_MAX}};
    const struct cat_func *cat = e->site.v ? f->site_cat[e->site.v] : NULL;

    for (uint32_t i = 0; cat && i < cat->n_registers; i++)
        if (cat->registers[i].fd >= 0 && cat->registers[i].ready_fd == e->ready_fd)
            v.fd = context_fd(f, f->program->sites[e->site.v].caller, NULL,
                              site_arg(f->program, e->site, cat->registers[i].fd));
    v.fd.ready = true;
    return v;
}

static void start(struct rule_context *ctx, uint32_t entry, struct walk_start *out)
{
    const struct entry *e = &ctx->domains->entries[entry];
    uint32_t n = program_func(ctx->program, e->func)->n_params;

    *out = (struct walk_start){.func = e->func, .region = e->region, .tag = entry,
                               .conf = e->sure ? CONF_HIGH : CONF_MEDIUM};
    if (e->region.v || e->ready_fd < 0 || (uint32_t)e->ready_fd >= n ||
        e->ready_fd >= CONTEXT_MAX_PARAMS)
        return;
    out->ctx.n = (uint32_t)e->ready_fd + 1;
    out->ctx.v = arena_array(ctx->arena, struct absval, out->ctx.n);
    out->ctx.v[e->ready_fd] = ready_descriptor(ctx->flow, e);
}

/* ---- words ---- */
static const char *duration_text(struct arena *a, double ms)
{
    if (ms >= 999500)
        return arena_printf(a, "%.0f s", ms / 1000); /* not 1.27e+03 */
    if (ms >= 1000)
        return arena_printf(a, "%.3g s", ms / 1000);
    if (ms >= 1)
        return arena_printf(a, "%.3g ms", ms);
    return arena_printf(a, "%.3g us", ms * 1000);
}

static const char *message(struct arena *a, const struct candidate *c)
{
    const struct blocking *b = &c->blocking;
    const char *name = c->cat->name;

    if (b->how == BLOCKS_SPIN)
        return arena_printf(a, "%s() is retried at once on EAGAIN: the event loop spins until the "
                               "peer is ready", name);
    if (b->how == BLOCKS_DRAIN)
        return arena_printf(a, "%s() is repeated on a descriptor in blocking mode: the last turn "
                               "blocks the event loop until more data comes", name);
    if (b->exact && b->worst_ms >= 0)
        return arena_printf(a, "%s() blocks the event loop for %s", name,
                            duration_text(a, b->worst_ms));
    if (b->worst_ms < 0)
        return arena_printf(a, "%s() can block the event loop without limit", name);
    return arena_printf(a, "%s() can block the event loop for up to %s", name,
                        duration_text(a, b->worst_ms));
}

static const char *device_text(const struct blocking *b)
{
    static const char *const texts[CAT_DEVICES] = {
        [DEV_DNS] = "for a name server",
        [DEV_NET] = "for a network peer",
        [DEV_DISK] = "for the disk",
        [DEV_DISK_META] = "for the file system",
        [DEV_SYNC] = "until the disk has written everything",
        [DEV_CHILD] = "for a child process",
        [DEV_TIMER] = "for time to pass",
        [DEV_WAIT] = "for another thread",
        [DEV_JOIN] = "for another thread to end",
        [DEV_TTY] = "for the terminal",
        [DEV_DB] = "for the database",
        [DEV_HTTP] = "for a server",
        [DEV_IPC] = "for another process",
        [DEV_FD] = "for the descriptor",
    };
    ASSERT(b->device < CAT_DEVICES);
    return texts[b->device] ? texts[b->device] : "for an event";
}

static const char *const *notes(struct rule_context *ctx, const struct candidate *c, uint32_t *n)
{
    struct arena *a = ctx->arena;
    const struct blocking *b = &c->blocking;
    const char **list = arena_array(a, const char *, 3);

    *n = 0;
    if (b->exact || b->how == BLOCKS_SPIN || b->how == BLOCKS_DRAIN)
        list[(*n)++] = arena_printf(a, "it waits %s, and every other client of this loop waits "
                                       "with it", device_text(b));
    else
        list[(*n)++] = arena_printf(a, "it waits %s, typically %s; meanwhile every other client of "
                                       "this loop waits", device_text(b),
                                    duration_text(a, b->typical_ms));
    if (b->how == BLOCKS_FD && b->fd.origin != UINT32_MAX) {
        struct spot at = spot_of_site(ctx->program, ctx->flow->origins[b->fd.origin].site);
        list[(*n)++] =
            arena_printf(a, "the descriptor is in blocking mode since %s() in %s, line %u",
                         site_callee_name(a, ctx->program, ctx->flow->origins[b->fd.origin].site),
                         at.function, at.line);
    }
    if (c->n_entries > 1)
        list[(*n)++] = arena_printf(a, "%u more entr%s of event loops come%s here too",
                                    c->n_entries - 1, c->n_entries == 2 ? "y" : "ies",
                                    c->n_entries == 2 ? "s" : "");
    return list;
}

/* ---- the fix, in the terms of the framework that runs the loop ---- */
static const char *own_form(const struct cat_framework *fw, enum cat_device d)
{
    switch (d) {
    case DEV_DNS: return fw->dns;
    case DEV_TIMER: return fw->timer;
    case DEV_CHILD: return fw->child;
    case DEV_NET:
    case DEV_HTTP:
    case DEV_FD: return fw->net;
    case DEV_DISK:
    case DEV_DISK_META:
    case DEV_SYNC: return fw->file;
    default: return NULL;
    }
}

static const char *plain_form(enum cat_device d)
{
    switch (d) {
    case DEV_DNS: return "resolve in a worker thread, or use c-ares on the loop";
    case DEV_TIMER: return "use a timerfd or the wait's time-out, and go on when it fires";
    case DEV_CHILD:
        return "watch the child with pidfd_open() or SIGCHLD, and collect it with WNOHANG";
    case DEV_NET:
    case DEV_FD: return "make the descriptor non-blocking and go on when the loop says it is ready";
    default: return NULL;
    }
}

static const char *help(struct arena *a, const struct cat_framework *fw, const struct candidate *c)
{
    const struct blocking *b = &c->blocking;
    const char *own = fw ? own_form(fw, b->device) : plain_form(b->device);

    if (b->how == BLOCKS_SPIN)
        return arena_printf(a,
                            "keep what is left, return to the loop, and go on when the descriptor "
                            "is ready again%s%s%s",
                            fw && fw->net ? " (" : "", fw && fw->net ? fw->net : "",
                            fw && fw->net ? ")" : "");
    if (b->how == BLOCKS_DRAIN)
        return "set O_NONBLOCK on the descriptor and stop at EAGAIN, or read once for each event";
    if (c->cat->blocks->fix && !own)
        return c->cat->blocks->fix;
    if (own && fw)
        return arena_printf(a, "use %s, or hand the call to a pool: %s", own,
                            fw->offload ? fw->offload : "a worker thread that wakes the loop");
    if (own)
        return own;
    return arena_printf(a, "hand it to a thread pool: %s",
                        fw && fw->offload ? fw->offload
                                          : "a worker thread that wakes the loop by an eventfd");
}

/* ---- findings ---- */
static enum level level_of(const struct blocking *b)
{
    return b->worst_ms < 0 || b->worst_ms >= 100 ? LEVEL_WARNING : LEVEL_NOTE;
}

static void report(struct rule_context *ctx, const struct walk *w, site_id site,
                   const struct candidate *c)
{
    const struct entry *e = &ctx->domains->entries[w->visits.v[c->visit].tag];
    const struct cat_framework *fw = catalog_framework(ctx->catalog, e->library);
    struct finding f = {.rule = "CA101", .level = level_of(&c->blocking),
                        .confidence = c->blocking.conf, .at = spot_of_site(ctx->program, site),
                        .entity = c->cat->name, .intro = "runs on the loop",
                        .cost_ms = c->blocking.typical_ms, .worst_ms = c->blocking.worst_ms};
    struct step *steps = chain_of(ctx->arena, w, c->visit, site, &f.n_steps);

    shared_entry_step(ctx, e, &steps[0]);
    f.steps = steps;
    f.message = message(ctx->arena, c);
    f.notes = notes(ctx, c, &f.n_notes);
    f.help = help(ctx->arena, fw, c);
    vec_push(ctx->arena, &ctx->out->list, f);
}

void rule_blocking_call_on_loop(struct rule_context *ctx)
{
    const struct domains *d = ctx->domains;
    struct search s = {.ctx = ctx,
                       .at = arena_array(ctx->arena, struct candidate, ctx->program->n_sites + 1)};
    struct walk_start *starts = arena_array(ctx->arena, struct walk_start, d->n + 1);
    uint32_t n = 0;
    struct walk w;

    for (uint32_t i = 0; i < d->n; i++)
        if (d->entries[i].domain == DOM_LOOP)
            start(ctx, i, &starts[n++]);
    walk_run(ctx->arena, ctx->flow, starts, n, WALK_LOOP_THREAD, NULL, on_call, &s, &w);
    for (uint32_t i = 1; i < ctx->program->n_sites; i++)
        if (s.at[i].cat)
            report(ctx, &w, (site_id){i}, &s.at[i]);
}
