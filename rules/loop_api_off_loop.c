/*
 * CA104: a function that belongs to a loop's thread is called from another one.
 *
 * The story: a worker has finished and calls uv_timer_start() to tell the loop, which is asleep in
 * epoll_wait(). The timer goes into the loop's heap while the loop walks through it: mostly nothing
 * happens until the next event, now and then the heap is broken and the server with it.
 *
 * The match: what threads, pool jobs and signal handlers reach, against the frameworks' lists of
 * functions that only the loop's thread may call. Not where the thread runs a loop of that library
 * itself, where a call makes the library safe for threads, under a test which thread this is, or
 * when no loop can be running at that time.
 */
#include <string.h>

#include "domains/parallel.h"
#include "flow/guards.h"
#include "flow/spots.h"
#include "rules/shared.h"

struct run { /* a call that runs a loop */
    site_id site;
    const char *library;
};
struct best {
    const struct cat_framework *fw; /* NULL: nothing found at this call */
    const struct walk *walk;
    uint32_t visit;
    enum confidence conf;
    site_id run;
};
struct search {
    struct rule_context *ctx;
    const struct parallel *parallel;
    const struct cat_framework **bound; /* [gsym] */
    VEC(struct run) runs;
    struct best *at; /* [site] */
    struct map own_loop; /* entry and library: the entry runs such a loop itself */
};

/* ---- what there is ---- */
static void find_bound(struct search *s)
{
    const struct program *p = s->ctx->program;
    s->bound = arena_array(s->ctx->arena, const struct cat_framework *, p->n_syms + 1);
    for (uint32_t i = 1; i < p->n_syms; i++)
        if (p->syms[i].kind == SYM_FUNC && !p->syms[i].func.v)
            s->bound[i] = catalog_loop_bound(s->ctx->catalog, p->syms[i].name);
}

static void find_runs(struct search *s)
{
    const struct program *p = s->ctx->program;
    for (uint32_t i = 1; i < p->n_sites; i++) {
        const struct cat_func *cat = s->ctx->flow->site_cat[i];
        if (cat && cat->waits && cat->waits->kind == WAIT_RUN && !p->sites[i].n_edges)
            vec_push(s->ctx->arena, &s->runs, ((struct run){{i}, cat->library}));
    }
}

/* Is the call that makes the library safe for threads made anywhere? */
static bool is_made_safe(const struct search *s, const struct cat_framework *fw)
{
    const struct program *p = s->ctx->program;
    for (uint32_t i = 1; fw->threads_by && i < p->n_sites; i++)
        if (p->sites[i].callee.v && !strcmp(p->syms[p->sites[i].callee.v].name, fw->threads_by))
            return true;
    return false;
}

/* GTK's loop is GLib's. */
static bool is_loop_of(const char *library, const struct cat_framework *fw)
{
    return !strcmp(library, fw->library) ||
           (!strcmp(fw->library, "gtk") && !strcmp(library, "glib"));
}

static uint64_t own_key(uint32_t entry, const char *library)
{
    return hash_mix(entry, hash64(library, strlen(library)));
}

/* ---- can a loop be running at that time? ---- */
static enum together runs_at(const struct search *s, uint32_t strand, site_id site, site_id run)
{
    const struct program *p = s->ctx->program;
    struct moment a = {.strand = strand, .func = p->sites[site.v].caller,
                       .op = p->sites[site.v].op};
    struct moment b = {.func = p->sites[run.v].caller, .op = p->sites[run.v].op};
    enum together most = TOGETHER_NO;

    for (uint32_t k = 0; k < s->parallel->n; k++) {
        b.strand = k;
        if (k == strand || !parallel_runs(s->parallel, k, b.func))
            continue;
        bool interrupts = s->parallel->strands[strand].kind == STRAND_SIGNAL;
        enum together t = interrupts ? parallel_strands(s->parallel, strand, k)
                                     : parallel_at(s->parallel, &a, &b);
        most = t > most ? t : most;
    }
    return most;
}

/* The surest run that the call can meet. A signal handler interrupts the loop's own thread; one for
 * crashes, or that never returns, leaves no loop that would go on. */
static enum together meets_run(const struct search *s, uint32_t entry, site_id site,
                               const struct cat_framework *fw, site_id *run)
{
    enum together most = TOGETHER_NO;

    for (uint32_t i = 0; i < s->runs.n; i++) {
        if (!is_loop_of(s->runs.v[i].library, fw))
            continue;
        enum together t = TOGETHER_NO;
        for (uint32_t k = 0; k < s->parallel->n && t == TOGETHER_NO; k++)
            if (s->parallel->strands[k].entry == entry &&
                s->parallel->strands[k].kind != STRAND_CRASH)
                t = runs_at(s, k, site, s->runs.v[i].site);
        if (t > most) {
            most = t;
            *run = s->runs.v[i].site;
        }
    }
    return most;
}

/* ---- search ---- */
static void note_own_loop(void *user, const struct walk *w, uint32_t visit, site_id site,
                          const struct cat_func *cat)
{
    struct search *s = user;
    (void)site;
    if (cat && cat->waits && cat->waits->kind == WAIT_RUN)
        (void)map_put_new(&s->own_loop, own_key(w->visits.v[visit].tag, cat->library), 1);
}

static bool runs_own_loop(const struct search *s, uint32_t entry, const struct cat_framework *fw)
{
    uint32_t known;
    return map_get(&s->own_loop, own_key(entry, fw->library), &known) ||
           (!strcmp(fw->library, "gtk") && map_get(&s->own_loop, own_key(entry, "glib"), &known));
}

/* On the way there is a call through a pointer with several targets, in code that others run too (a
 * parser, an event emitter): which targets are this thread's nobody can tell. */
static bool is_shared_dispatch(const struct search *s, const struct walk *w, const struct visit *v)
{
    const struct program *p = s->ctx->program;

    for (; v->parent != UINT32_MAX; v = &w->visits.v[v->parent]) {
        const struct site *via = &p->sites[v->via.v];
        const struct visit *parent = &w->visits.v[v->parent];
        if (v->via_kind != EDGE_POINTER || via->n_edges < 2 ||
            context_eval(s->ctx->flow, via->caller, &parent->ctx,
                         call_op(p, v->via)->val).kind == ABS_FUNC)
            continue;
        for (uint32_t k = 0; k < s->parallel->n; k++)
            if (s->parallel->strands[k].entry != v->tag &&
                parallel_runs(s->parallel, k, via->caller))
                return true;
    }
    return false;
}

static void on_call(void *user, const struct walk *w, uint32_t visit, site_id site,
                    const struct cat_func *cat)
{
    struct search *s = user;
    const struct site *at = &s->ctx->program->sites[site.v];
    const struct visit *v = &w->visits.v[visit];
    const struct cat_framework *fw = at->callee.v && !at->n_edges ? s->bound[at->callee.v] : NULL;
    struct best *best = &s->at[site.v];
    site_id run = {0};

    (void)cat;
    if (!fw || (best->fw && best->conf >= v->conf) || runs_own_loop(s, v->tag, fw) ||
        is_made_safe(s, fw) || guarded_by_thread_test(s->ctx->flow, site))
        return;
    enum together t = meets_run(s, v->tag, site, fw, &run);
    if (t == TOGETHER_NO)
        return;
    enum confidence conf = (enum confidence)v->conf;
    if (t == TOGETHER_MAYBE && conf > CONF_MEDIUM)
        conf = CONF_MEDIUM;
    if (is_shared_dispatch(s, w, v))
        conf = CONF_LOW;
    if (!best->fw || conf > best->conf)
        *best = (struct best){fw, w, visit, conf, run};
}

/* Each entry on its own: in one walk a function is visited once, whoever comes first. */
static void walk_entry(struct search *s, uint32_t entry, walk_call *call)
{
    const struct entry *e = &s->ctx->domains->entries[entry];
    struct walk_start start = {.func = e->func, .region = e->region, .tag = entry,
                               .conf = e->sure ? CONF_HIGH : CONF_MEDIUM};
    walk_run(s->ctx->arena, s->ctx->flow, &start, 1, WALK_ENDING_PATHS, NULL, call, s,
             arena_new(s->ctx->arena, struct walk));
}

/* ---- words ---- */
static const char *where(enum cat_domain d)
{
    return d == DOM_SIGNAL ? "a signal handler" : d == DOM_POOL ? "a pool's worker" : "a thread";
}

/* Its own wake-up call may need the same care. */
static const char *wake_of(struct search *s, const struct cat_framework *fw)
{
    const char *end = fw->wake ? strchr(fw->wake, '(') : NULL;
    const char *name = end ? arena_strndup(s->ctx->arena, fw->wake, (size_t)(end - fw->wake)) : "";
    if (!fw->wake || catalog_loop_bound(s->ctx->catalog, name))
        return "an eventfd or pipe that it watches";
    return fw->wake;
}

static void report(struct search *s, site_id site, const struct best *b)
{
    static const char *const started[CAT_DOMAINS] = {
        [DOM_THREAD] = "started at", [DOM_POOL] = "handed to the pool at",
        [DOM_SIGNAL] = "signal handler set at"};
    struct rule_context *ctx = s->ctx;
    struct arena *a = ctx->arena;
    const struct program *p = ctx->program;
    const struct entry *e = &ctx->domains->entries[b->walk->visits.v[b->visit].tag];
    struct side *side = arena_new(a, struct side);
    struct finding f = {.rule = "CA104", .level = LEVEL_WARNING, .confidence = b->conf,
                        .at = spot_of_site(p, site), .sides = side, .n_sides = 1,
                        .intro = arena_printf(a, "runs in %s", where(e->domain)),
                        .worst_ms = -1};
    struct step *steps = chain_of(a, b->walk, b->visit, site, &f.n_steps);

    ASSERT(b->fw && b->run.v);
    steps[0].via = started[e->domain];
    steps[0].via_at = spot_of(p, e->where_unit, e->place,
                              e->where.v ? p->funcs[e->where.v].name : NULL);
    f.steps = steps;
    f.entity = site_callee_name(a, p, site);
    f.message = arena_printf(a, "%s() is called from %s, but only the loop's own thread may call "
                                "it", f.entity, where(e->domain));
    *side = (struct side){.what = "the loop runs here", .at = spot_of_site(p, b->run)};
    f.help = arena_printf(a, "put what is to be done into a queue with a lock, wake the loop by "
                             "%s, and call %s() there", wake_of(s, b->fw),
                          f.entity);
    if (b->fw->threads_by && e->domain != DOM_SIGNAL)
        f.help = arena_printf(a, "%s; or call %s() before the loop is made", f.help,
                              b->fw->threads_by);
    vec_push(a, &ctx->out->list, f);
}

void rule_loop_api_off_loop(struct rule_context *ctx)
{
    struct search s = {.ctx = ctx,
                       .at = arena_array(ctx->arena, struct best, ctx->program->n_sites + 1)};
    const struct domains *d = ctx->domains;

    find_runs(&s);
    find_bound(&s);
    if (!s.runs.n)
        return;
    s.parallel = shared_parallel(ctx);
    map_init(&s.own_loop, ctx->arena);
    for (uint32_t i = 0; i < d->n; i++) {
        if (d->entries[i].domain != DOM_THREAD && d->entries[i].domain != DOM_POOL &&
            d->entries[i].domain != DOM_SIGNAL)
            continue;
        if (d->entries[i].domain == DOM_SIGNAL &&
            ctx->flow->funcs[d->entries[i].func.v].never_returns)
            continue;
        walk_entry(&s, i, note_own_loop);
        walk_entry(&s, i, on_call);
    }
    for (uint32_t i = 1; i < ctx->program->n_sites; i++)
        if (s.at[i].fw)
            report(&s, (site_id){i}, &s.at[i]);
}
