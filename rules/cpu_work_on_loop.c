/*
 * CA102: work that takes long runs on an event loop's thread.
 *
 * The story: a server checks a password with PBKDF2 in the callback that has read the request. The
 * 600000 iterations take a quarter of a second, nothing blocks, no profile of system calls shows
 * anything; but for that quarter of a second the loop serves nobody, and four log-ins a second are
 * all that it can do.
 *
 * The match: walk what control can reach from each loop entry, in context. Reported are calls that
 * the catalogs know to be expensive with these arguments; loops whose turns are known and take long
 * together; loops that go on for as long as a peer sends, with work in each turn; and loops over
 * what grows with each client or with what peers leave (rules/growth.h). Other numbers that are not
 * known are no finding.
 */
#include <string.h>

#include "domains/domains.h"
#include "flow/cost.h"
#include "flow/drain.h"
#include "flow/spots.h"
#include "rules/growth.h"
#include "rules/lock_places.h"
#include "rules/rules.h"
#include "rules/shared.h"

static const double NS_HEAVY = 1e8, /* the decision matrix calls 100 ms heavy */
                    NS_LONG = 1e7;  /* what users feel when several come together */
static const double NS_UNIT_NOTABLE = 10; /* of unknown sizes only what is dear */

enum { CALLS_IN_SCAN = 1 };
enum kind { KIND_CALL, KIND_GROWS, KIND_LOOP, KIND_DRAIN, KIND_SCAN };
struct candidate {
    bool is_set;
    enum kind kind;
    enum confidence conf;
    uint32_t visit;
    site_id site;   /* the call; of a drain the one that takes */
    loop_id loop;   /* KIND_LOOP, KIND_DRAIN, KIND_SCAN; 0: the scan is a call */
    gfunc_id func;
    const struct cat_func *cat;
    struct call_cost cost; /* KIND_CALL, KIND_GROWS */
    struct scan scan;      /* KIND_SCAN */
    double ns, turns;
};
struct search {
    struct rule_context *ctx;
    struct growth *growth;
    bool *in_scan;           /* [gfunc] called for each of all clients */
    struct candidate *at;    /* [site] */
    VEC(struct candidate) loops;
    struct map seen;         /* (function, loop) to its index in loops */
    bool *reached;           /* scratch: [block] */
};

static enum confidence least(enum confidence a, enum confidence b)
{
    return a < b ? a : b;
}

static enum confidence of_visit(const struct search *s, const struct visit *v)
{
    bool is_ok = program_func(s->ctx->program, v->func)->quality == QUALITY_OK;
    return is_ok ? (enum confidence)v->conf : CONF_LOW;
}

static void keep(struct candidate *best, const struct candidate *c)
{
    if (!best->is_set || c->conf > best->conf || (c->conf == best->conf && c->ns > best->ns))
        *best = *c;
}

/* ---- calls ---- */
static void on_call(void *user, const struct walk *w, uint32_t visit, site_id site,
                    const struct cat_func *cat)
{
    struct search *s = user;
    const struct visit *v = &w->visits.v[visit];

    if (!cat || !cat->n_cpu)
        return;
    struct candidate c = {.is_set = true, .visit = visit, .site = site, .func = v->func,
                          .cat = cat, .cost = cost_judge(s->ctx->flow, site, &v->ctx, cat)};
    c.ns = c.cost.ns;
    c.conf = of_visit(s, v);
    if (c.ns >= NS_LONG) {
        c.kind = KIND_CALL;
        if (c.cost.is_maybe || c.cost.is_fixed)
            c.conf = least(c.conf, CONF_MEDIUM);
    } else if (c.cost.open_ns >= NS_UNIT_NOTABLE) {
        c.kind = KIND_GROWS;
        c.conf = CONF_LOW;
    } else {
        return;
    }
    keep(&s->at[site.v], &c);
}

/* ---- loops ---- */
static void add_loop(struct search *s, const struct candidate *c)
{
    uint64_t key = (uint64_t)c->func.v << 32 | c->loop.v;
    uint32_t index;

    if (map_get(&s->seen, key, &index)) {
        keep(&s->loops.v[index], c);
        return;
    }
    map_set(&s->seen, key, s->loops.n);
    vec_push(s->ctx->arena, &s->loops, *c);
}

/* The turns as a number, in this context; false: not known, or other things end the loop too. */
static bool turns_in(const struct cost_turns *t, const struct context *ctx, double *n)
{
    *n = t->n;
    if (!t->exact || t->is_known)
        return t->exact && t->is_known;
    const struct absval *v = t->by.bound == COST_PARAM && t->by.param < ctx->n
                                 ? &ctx->v[t->by.param] : NULL;
    *n = v && v->kind == ABS_INT ? (double)v->num : 0;
    return *n > 0;
}

/* Long because of its turns: one turn alone is not what takes long. */
static void judge_loop(struct search *s, uint32_t visit, const struct visit *v, loop_id loop)
{
    const struct flow_facts *f = s->ctx->flow;
    struct cost_turns t = cost_turns(flow_costs(f), v->func, loop);
    struct candidate c = {.is_set = true, .kind = KIND_LOOP, .visit = visit, .loop = loop,
                          .func = v->func, .conf = of_visit(s, v)};

    if (!turns_in(&t, &v->ctx, &c.turns))
        return;
    struct cost turn = cost_of_turn(flow_costs(f), v->func, loop);
    struct cost here = cost_in(&turn, &v->ctx);
    c.ns = here.sure_ns * c.turns;
    if (c.ns >= NS_LONG && here.sure_ns < NS_LONG)
        add_loop(s, &c);
}

/* ---- drains ---- */
/* Do only the call's result and errno end the loop? Anything else may be a cap. */
static bool ends_only_on_result(const struct func_shape *s, loop_id loop, op_id call)
{
    uint32_t first = s->func->blocks.first;

    for (uint32_t i = 0; i < s->func->blocks.n; i++) {
        const struct unit_block *b = &s->unit->blocks[first + i];
        for (uint32_t k = 0; shape_in_loop(s, i, loop) && k < b->succs.n; k++) {
            uint32_t to = s->unit->succs[b->succs.first + k].to.v - first;
            if (!shape_in_loop(s, to, loop) && s->returns[to] && b->succs.n > 1 &&
                !drain_is_result(s, b->val, call) && !drain_is_errno(s, b->val))
                return false;
        }
    }
    return true;
}

/* Something is done with what was taken: a call of the program's own, or through a pointer. */
static bool has_work(const struct search *s, gfunc_id func, loop_id loop, site_id taken_by)
{
    const struct program *p = s->ctx->program;
    const struct prog_func *pf = &p->funcs[func.v];
    const struct func_shape *shape = flow_shape(s->ctx->flow, func);

    for (uint32_t i = 0; i < pf->n_sites; i++) {
        const struct site *at = &p->sites[pf->first_site + i];
        uint32_t block = shape_block_of(shape, at->op);
        if (pf->first_site + i != taken_by.v && shape_in_loop(shape, block, loop) &&
            (at->n_edges || !at->callee.v))
            return true;
    }
    return false;
}

/* Each turn may take as much as the first: the length does not shrink with what has come. */
static bool takes_as_much(const struct search *s, const struct visit *v, const struct drain *d,
                          loop_id loop)
{
    const struct program *p = s->ctx->program;
    const struct func_shape *shape = flow_shape(s->ctx->flow, v->func);

    if (!d->len.v)
        return context_eval(s->ctx->flow, p->sites[d->take.v].caller, NULL,
                            site_arg(p, d->take, 2)).kind == ABS_INT;
    return context_eval(s->ctx->flow, v->func, &v->ctx, d->len).kind == ABS_INT ||
           drain_same_fd(shape, loop, d->len);
}

/* Both ends of a socket pair are the program's own. */
static bool is_own_pair(const struct search *s, site_id site)
{
    const struct program *p = s->ctx->program;
    struct obj_set set = flow_value(p, p->sites[site.v].caller, site_arg(p, site, 0));

    for (uint32_t i = 0; i < set.n; i++) {
        const struct flow_obj *o = flow_object(p, set.v[i]);
        if (o->kind == OBJ_OUT && o->site.v && p->sites[o->site.v].callee.v &&
            !strcmp(p->syms[p->sites[o->site.v].callee.v].name, "socketpair"))
            return true;
    }
    return false;
}

static bool is_socket(const struct search *s, const struct visit *v, const struct drain *d)
{
    const char *name = s->ctx->flow->site_cat[d->take.v]->name;
    gfunc_id func = s->ctx->program->sites[d->take.v].caller;

    if (is_own_pair(s, d->take))
        return false;
    if (!strncmp(name, "recv", 4) || !strncmp(name, "SSL_", 4) || !strncmp(name, "gnutls_", 7))
        return true;
    struct abs_fd fd = context_fd(s->ctx->flow, func, d->take.v == d->site.v ? &v->ctx : NULL,
                                  site_arg(s->ctx->program, d->take, 0));
    return fd.kind == FD_SOCKET;
}

static void judge_drain(struct search *s, uint32_t visit, const struct visit *v, loop_id loop)
{
    const struct flow_facts *f = s->ctx->flow;
    struct drain d = cost_drain(f, v->func, loop);
    struct candidate c = {.is_set = true, .kind = KIND_DRAIN, .visit = visit, .loop = loop,
                          .func = v->func, .site = d.site,
                          .conf = least(of_visit(s, v), CONF_MEDIUM)};

    if (!d.site.v)
        return;
    const struct func_shape *shape = flow_shape(f, v->func);
    c.cat = f->site_cat[d.take.v];
    bool is_accept = !strncmp(c.cat->name, "accept", 6);
    if (!ends_only_on_result(shape, loop, s->ctx->program->sites[c.site.v].op) ||
        !has_work(s, v->func, loop, d.site) ||
        (!is_accept && (!is_socket(s, v, &d) || !takes_as_much(s, v, &d, loop))))
        return;
    if (is_accept) /* as many as the backlog holds: seldom for long */
        c.conf = CONF_LOW;
    add_loop(s, &c);
}

/* ---- scans ---- */
/* How many there are is a guess: of what is quick even then nothing is said, and what only many
 * entries make slow is hidden, unless it is known to be done at once. */
static bool judge_scan(struct candidate *c)
{
    const struct scan *n = &c->scan;
    c->ns = growth_ns(n);
    c->turns = n->n;
    c->conf = least(c->conf, CONF_MEDIUM);
    if (n->is_square)
        return c->ns >= NS_LONG;
    switch (n->kind) {
    case SCAN_SEARCH: /* a millisecond for each event, and only with thousands of clients */
        c->conf = CONF_LOW;
        return n->is_clients;
    case SCAN_WORK: return n->is_clients && c->ns >= NS_LONG;
    case SCAN_FREE:
        if (n->is_clients)
            c->conf = CONF_LOW;
        return c->ns >= NS_LONG;
    case SCAN_REHASH: return c->ns >= NS_LONG;
    case SCAN_NONE: break;
    }
    return false;
}

static void mark_called(struct search *s, gfunc_id func, loop_id loop, uint32_t depth)
{
    const struct program *p = s->ctx->program;
    const struct prog_func *pf = &p->funcs[func.v];
    const struct func_shape *shape = flow_shape(s->ctx->flow, func);

    for (uint32_t i = 0; i < pf->n_sites; i++) {
        const struct site *at = &p->sites[pf->first_site + i];
        if (at->n_edges != 1 || !at->callee.v ||
            (loop.v && !shape_in_loop(shape, shape_block_of(shape, at->op), loop)))
            continue;
        gfunc_id to = p->edges[at->first_edge].to;
        if (!s->in_scan[to.v] && depth < CALLS_IN_SCAN) {
            s->in_scan[to.v] = true;
            mark_called(s, to, (loop_id){0}, depth + 1);
        }
    }
}

/* What is called for each of all clients. */
static void mark_scan(struct search *s, const struct visit *v)
{
    const struct unit_func *func = program_func(s->ctx->program, v->func);
    struct scan scan;

    for (uint32_t i = 0; !v->is_replaced && i < func->loops.n; i++) {
        loop_id loop = {func->loops.first + i};
        if (growth_judge(s->growth, v, loop, &scan) && scan.is_clients && scan.kind == SCAN_WORK)
            mark_called(s, v->func, loop, 0);
    }
}

/* Is a loop over all clients around it, here or in a caller? */
static bool is_in_scan(struct search *s, const struct visit *v, loop_id loop)
{
    const struct unit *u = program_unit(s->ctx->program, v->func);
    struct scan outer;

    while ((loop = u->loops[loop.v].parent).v && loop.v != v->region.v)
        if (growth_judge(s->growth, v, loop, &outer) && outer.is_clients &&
            outer.kind == SCAN_WORK)
            return true;
    return s->in_scan[v->func.v];
}

static void judge_scan_loop(struct search *s, uint32_t visit, const struct visit *v, loop_id loop)
{
    struct candidate c = {.is_set = true, .kind = KIND_SCAN, .visit = visit, .loop = loop,
                          .func = v->func, .conf = of_visit(s, v)};

    if (!growth_judge(s->growth, v, loop, &c.scan))
        return;
    bool is_one = c.scan.kind == SCAN_SEARCH || c.scan.kind == SCAN_WORK;
    c.scan.is_square = is_one && c.scan.is_clients && is_in_scan(s, v, loop);
    if (judge_scan(&c))
        add_loop(s, &c);
}

static void judge_scan_calls(struct search *s, uint32_t visit, const struct visit *v)
{
    const struct prog_func *pf = &s->ctx->program->funcs[v->func.v];
    const struct func_shape *shape = flow_shape(s->ctx->flow, v->func);

    for (uint32_t i = 0; i < pf->n_sites; i++) {
        struct candidate c = {.is_set = true, .kind = KIND_SCAN, .visit = visit,
                              .site = {pf->first_site + i}, .func = v->func,
                              .conf = of_visit(s, v)};
        uint32_t block = shape_block_of(shape, s->ctx->program->sites[c.site.v].op);
        if (s->reached[block] && (!v->region.v || shape_in_loop(shape, block, v->region)) &&
            growth_judge_call(s->growth, v, c.site, &c.scan) && judge_scan(&c))
            keep(&s->at[c.site.v], &c);
    }
}

static void judge_visit(struct search *s, const struct walk *w, uint32_t visit)
{
    const struct visit *v = &w->visits.v[visit];
    const struct func_shape *shape = flow_shape(s->ctx->flow, v->func);
    const struct unit_func *func = shape->func;

    if (v->is_replaced)
        return;
    context_blocks(s->ctx->flow, v->func, &v->ctx, s->reached);
    judge_scan_calls(s, visit, v);
    for (uint32_t i = 0; i < func->loops.n; i++) {
        loop_id loop = {func->loops.first + i};
        uint32_t header = shape->unit->loops[loop.v].header.v - func->blocks.first;
        if (!s->reached[header] ||
            (v->region.v && (v->region.v == loop.v || !shape_in_loop(shape, header, v->region))))
            continue;
        judge_loop(s, visit, v, loop);
        judge_drain(s, visit, v, loop);
        judge_scan_loop(s, visit, v, loop);
    }
}

/* ---- words ---- */
static const char *number_words(struct arena *a, double n)
{
    return n < 1e15 && n == (double)(int64_t)n ? arena_printf(a, "%lld", (long long)n)
                                               : arena_printf(a, "%.3g", n);
}

static const char *message(struct arena *a, const struct candidate *c)
{
    switch (c->kind) {
    case KIND_CALL:
        return arena_printf(a, "%s() keeps the event loop computing for about %s", c->cat->name,
                            duration_words(a, c->ns / 1e6));
    case KIND_GROWS:
        return arena_printf(a, "%s() keeps the event loop computing, for longer the more there is",
                            c->cat->name);
    case KIND_LOOP:
        return arena_printf(a, "this loop keeps the event loop computing for about %s",
                            duration_words(a, c->ns / 1e6));
    case KIND_SCAN: return growth_message(a, &c->scan);
    case KIND_DRAIN: break;
    }
    return arena_printf(a, "%s() is repeated for as long as the peer sends, with work in each "
                           "turn: one fast peer keeps the event loop from all others",
                        c->cat->name);
}

static const char *input_words(struct arena *a, const struct cost_input *in)
{
    if (in->assumed)
        return arena_printf(a, "%s %ss, which is usual (argument %d is not known)",
                            number_words(a, in->n), in->unit, in->arg + 1);
    return arena_printf(a, "%s %ss (argument %d)", number_words(a, in->n), in->unit, in->arg + 1);
}

static const char *estimate(struct arena *a, const struct candidate *c)
{
    if (c->kind == KIND_LOOP)
        return arena_printf(a, "estimate: %s turns of %s at least", number_words(a, c->turns),
                            duration_words(a, c->ns / c->turns / 1e6));
    if (c->kind == KIND_GROWS)
        return arena_printf(a, "estimate: %.3g ns for each unit of argument %d, which is not known "
                               "here", c->cost.open_ns, c->cost.open_arg + 1);
    if (!c->cost.n_inputs)
        return arena_printf(a, "estimate: the usual time of this function (%s)", c->cat->source);
    const char *text = "estimate: ";
    for (uint32_t i = 0; i < c->cost.n_inputs; i++)
        text = arena_printf(a, "%s%s%s", text, i ? ", " : "", input_words(a, &c->cost.inputs[i]));
    return text;
}

static const char *const *notes(struct arena *a, const struct program *p,
                                const struct candidate *c, uint32_t *n)
{
    const char **list = arena_array(a, const char *, 2);

    *n = 0;
    if (c->kind == KIND_SCAN)
        list[(*n)++] = growth_estimate(a, p, &c->scan);
    else if (c->kind != KIND_DRAIN)
        list[(*n)++] = estimate(a, c);
    list[(*n)++] = "meanwhile every other client of this loop waits";
    return list;
}

static const char *help(struct arena *a, const struct cat_framework *fw, const struct candidate *c)
{
    const char *offload = fw && fw->offload ? fw->offload
                                            : "a worker thread that wakes the loop by an eventfd";
    const char *later = fw && fw->later ? fw->later : "the next turn of the loop";
    switch (c->kind) {
    case KIND_DRAIN:
        return arena_printf(a, "stop after a fixed number of turns or bytes and go on at the next "
                               "event: the descriptor stays ready (with edge-triggered events, go "
                               "on from %s)", later);
    case KIND_LOOP:
        return arena_printf(a, "do as much as fits into a millisecond, keep the position and go on "
                               "from %s; or hand it to a pool: %s",
                            later, offload);
    case KIND_SCAN: return growth_help(a, &c->scan, offload, later);
    case KIND_CALL:
    case KIND_GROWS: break;
    }
    return arena_printf(a, "hand it to a pool: %s", offload);
}

/* ---- findings ---- */
static struct spot loop_spot(const struct rule_context *ctx, const struct candidate *c)
{
    const struct prog_func *pf = &ctx->program->funcs[c->func.v];
    const struct unit *u = program_unit(ctx->program, c->func);
    return spot_of(ctx->program, pf->unit, u->loops[c->loop.v].place, pf->name);
}

static void report(struct rule_context *ctx, const struct walk *w, const struct candidate *c)
{
    const struct entry *e = &ctx->domains->entries[w->visits.v[c->visit].tag];
    const struct cat_framework *fw = catalog_framework(ctx->catalog, e->library);
    bool is_scan = c->kind == KIND_SCAN, is_loop = c->kind == KIND_LOOP || (is_scan && c->loop.v);
    bool is_guess = is_scan && c->scan.kind != SCAN_WORK && !c->scan.is_square;
    struct finding f = {.rule = "CA102",
                        .level = c->ns >= NS_HEAVY && !is_guess ? LEVEL_WARNING : LEVEL_NOTE,
                        .confidence = c->conf,
                        .entity = is_loop ? "loop" : is_scan ? c->scan.what : c->cat->name,
                        .intro = "runs on the loop",
                        .cost_ms = c->ns / 1e6,
                        .worst_ms = !is_scan && (c->kind == KIND_CALL || is_loop) ? c->ns / 1e6
                                                                                  : -1};
    struct step loop = {.name = "loop", .at = is_loop ? loop_spot(ctx, c) : (struct spot){0}};
    struct step *steps = is_loop ? chain_to(ctx->arena, w, c->visit, &loop, &f.n_steps)
                                 : chain_of(ctx->arena, w, c->visit, c->site, &f.n_steps);

    f.at = steps[f.n_steps - 1].at;
    shared_entry_step(ctx, e, &steps[0]);
    f.steps = steps;
    f.message = message(ctx->arena, c);
    f.notes = notes(ctx->arena, ctx->program, c, &f.n_notes);
    f.help = help(ctx->arena, fw, c);
    vec_push(ctx->arena, &ctx->out->list, f);
}

void rule_cpu_work_on_loop(struct rule_context *ctx)
{
    const struct domains *d = ctx->domains;
    struct search s = {.ctx = ctx,
                       .at = arena_array(ctx->arena, struct candidate, ctx->program->n_sites + 1),
                       .in_scan = arena_array(ctx->arena, bool, ctx->program->n_funcs + 1),
                       .reached = arena_array(ctx->arena, bool, ctx->flow->most_blocks + 1)};
    struct walk_start *starts = arena_array(ctx->arena, struct walk_start, d->n + 1);
    uint32_t n = 0;
    struct walk w;

    map_init(&s.seen, ctx->arena);
    for (uint32_t i = 0; i < d->n; i++) {
        const struct entry *e = &d->entries[i];
        if (e->domain == DOM_LOOP)
            starts[n++] = (struct walk_start){.func = e->func, .region = e->region, .tag = i,
                                              .conf = e->sure ? CONF_HIGH : CONF_MEDIUM};
    }
    walk_run(ctx->arena, ctx->flow, starts, n, WALK_LOOP_THREAD, NULL, on_call, &s, &w);
    s.growth = growth_find(ctx, &w);
    for (uint32_t i = 0; i < w.visits.n; i++)
        mark_scan(&s, &w.visits.v[i]);
    for (uint32_t i = 0; i < w.visits.n; i++)
        judge_visit(&s, &w, i);
    for (uint32_t i = 1; i < ctx->program->n_sites; i++)
        if (s.at[i].is_set)
            report(ctx, &w, &s.at[i]);
    for (uint32_t i = 0; i < s.loops.n; i++)
        report(ctx, &w, &s.loops.v[i]);
}
