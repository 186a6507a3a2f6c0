/*
 * CA202: a forked child writes memory that its parent reads, or the other way round.
 *
 * The story: a program that used threads is changed to processes, "for the cores". Each child adds
 * its part to `total` and ends; the parent waits for all of them and prints 0. fork() has given
 * each child a copy of the memory, and the copies went away with the children.
 *
 * The match: variables that the child's side of a fork writes and does not read, that nothing else
 * writes after the fork, and that code reads which only the parent runs. In the other direction a
 * loop in the child whose condition reads a global that only the parent's side of the same function
 * writes. And event loops: one that is made in front of a fork and run in the child, without the
 * library's call for it. Memory that both share (MAP_SHARED, vfork) is nothing of this.
 */
#include <string.h>

#include "flow/access.h"
#include "flow/fork.h"
#include "flow/shape.h"
#include "flow/spots.h"
#include "rules/fork_memory.h"
#include "rules/rules.h"

struct search {
    struct rule_context *ctx;
    struct forks forks;
    struct fork_memory memory;
};

/* ---- words ---- */
static const char *variable_name(struct search *s, const struct fork_write *w)
{
    const struct program *p = s->ctx->program;
    if (w->var.sym.v)
        return p->syms[w->var.sym.v].name;
    const struct unit *u = program_unit(p, w->var.func);
    return unit_str(u, u->locals[program_func(p, w->var.func)->locals.first + w->var.local].name);
}

static struct side *one_side(struct search *s, const char *what, gfunc_id func, op_id op)
{
    struct side *side = arena_new(s->ctx->arena, struct side);
    *side = (struct side){.what = what, .at = spot_of_op(s->ctx->program, func, op)};
    return side;
}

/* The way from the fork to the op: the child's functions, and the place itself as the last step. */
static const struct step *steps_to(struct search *s, const struct fork_write *w, const char *name,
                                   uint32_t *n)
{
    const struct program *p = s->ctx->program;
    struct step last = {.name = name, .at = spot_of_op(p, w->func, w->op)};
    struct step *steps =
        w->via.v ? chain_of(s->ctx->arena, &s->memory.walk, w->visit, w->via, n)
                 : chain_to(s->ctx->arena, &s->memory.walk, w->visit, &last, n);

    steps[0].via = "child of the fork at";
    steps[0].via_at = spot_of_site(p, s->memory.fork->site);
    return steps;
}

/* ---- findings ---- */
static void report_lost(struct search *s, const struct fork_write *w)
{
    struct arena *a = s->ctx->arena;
    const char *name = variable_name(s, w);
    struct finding f = {.rule = "CA202", .level = LEVEL_WARNING, .confidence = w->conf,
                        .at = spot_of_op(s->ctx->program, w->func, w->op), .entity = name,
                        .intro = "runs in the forked child", .n_sides = 1};
    const char **notes = arena_array(a, const char *, 1);

    f.message = arena_printf(a, w->is_mapping
                                    ? "what `%s` is set to here is mapped in the child only: the "
                                      "parent, which reads it, never sees it"
                                    : "`%s` is written in a forked child, and the parent, which "
                                      "reads it, never sees that", name);
    f.steps = steps_to(s, w, name, &f.n_steps);
    f.sides = one_side(s, "the parent reads its own copy here", w->read_func, w->read_op);
    notes[f.n_notes++] =
        "fork() gives the child a copy of the memory, and the copy ends with the child";
    f.notes = notes;
    f.help = "send the result through a pipe or the exit status, or put it into memory that is "
             "mapped MAP_SHARED before the fork; or use threads (models event-loop, threads)";
    vec_push(a, &s->ctx->out->list, f);
}

static void report_news(struct search *s, const struct fork_write *w)
{
    struct arena *a = s->ctx->arena;
    const char *name = variable_name(s, w);
    struct finding f = {.rule = "CA202", .level = LEVEL_WARNING, .confidence = w->conf,
                        .at = spot_of_op(s->ctx->program, w->read_func, w->read_op),
                        .entity = name, .n_sides = 1, .intro = "runs in the forked child"};
    struct fork_write at = *w;

    ASSERT(w->read_op.v);
    at.func = w->read_func;
    at.op = w->read_op;
    at.via = (site_id){0};
    f.message = arena_printf(a, "the child loops until `%s` changes, and only the parent changes "
                                "its own copy of it", name);
    f.steps = steps_to(s, &at, name, &f.n_steps);
    f.sides = one_side(s, "written here, in the parent, after the fork", w->func, w->op);
    f.help = "tell the child by a pipe or a signal, or keep the variable in memory that is mapped "
             "MAP_SHARED before the fork";
    vec_push(a, &s->ctx->out->list, f);
}

/* ---- event loops across a fork ---- */
struct loop_api {
    const char *library, *again, *made[4];
};
static const struct loop_api apis[] = {
    {"libevent", "event_reinit", {"event_base_new", "event_init", "event_base_new_with_config"}},
    {"libuv", "uv_loop_fork", {"uv_loop_init", "uv_loop_new", "uv_default_loop"}},
    {"libev", "ev_loop_fork", {"ev_loop_new", "ev_default_loop", "ev_default_loop_init"}},
};
enum { N_APIS = sizeof apis / sizeof *apis };

struct loop_look {
    const struct search *s;
    bool again[N_APIS];           /* made anew, or told of the fork */
    site_id run[N_APIS];
    uint32_t visit[N_APIS];
};

static bool is_named(const struct program *p, site_id site, const char *name)
{
    const struct site *at = &p->sites[site.v];
    return at->callee.v && !strcmp(p->syms[at->callee.v].name, name);
}

static bool makes_loop(const struct program *p, site_id site, uint32_t api)
{
    for (uint32_t i = 0; i < 4 && apis[api].made[i]; i++)
        if (is_named(p, site, apis[api].made[i]))
            return true;
    return false;
}

static void on_loop_call(void *user, const struct walk *w, uint32_t visit, site_id site,
                         const struct cat_func *cat)
{
    struct loop_look *k = user;
    const struct program *p = k->s->ctx->program;
    (void)w;
    for (uint32_t i = 0; i < N_APIS; i++) {
        bool is_again = is_named(p, site, apis[i].again) || is_named(p, site, "ev_default_fork");
        bool is_new = makes_loop(p, site, i) && !is_named(p, site, "uv_default_loop");
        k->again[i] |= is_again || is_new || (cat && cat->process == PROC_EXEC);
        if (!k->run[i].v && cat && cat->waits && cat->waits->kind == WAIT_RUN &&
            !strcmp(cat->library, apis[i].library)) {
            k->run[i] = site;
            k->visit[i] = visit;
        }
    }
}

/* The loop's making stands in front of the fork, in the same function. */
static site_id made_before(const struct search *s, const struct fork_site *fork, uint32_t api)
{
    const struct program *p = s->ctx->program;
    const struct prog_func *pf = &p->funcs[fork->func.v];
    site_id made = {0};
    for (uint32_t i = pf->first_site; i < fork->site.v; i++)
        if (makes_loop(p, (site_id){i}, api))
            made = (site_id){i};
    return made;
}

static void look_at_loops(struct search *s, const struct fork_site *fork)
{
    struct arena *a = s->ctx->arena;
    struct loop_look k = {.s = s};
    struct walk_start start = fork_child_start(fork, 0);
    struct walk w;

    walk_run(a, s->ctx->flow, &start, 1, WALK_ENDING_PATHS, NULL, on_loop_call, &k, &w);
    for (uint32_t i = 0; i < N_APIS; i++) {
        site_id made = k.run[i].v && !k.again[i] ? made_before(s, fork, i) : (site_id){0};
        if (!made.v)
            continue;
        struct finding f = {.rule = "CA202", .level = LEVEL_WARNING,
                            .confidence = (enum confidence)w.visits.v[k.visit[i]].conf,
                            .at = spot_of_site(s->ctx->program, k.run[i]),
                            .intro = "runs in the forked child", .n_sides = 1};
        struct step *steps = chain_of(a, &w, k.visit[i], k.run[i], &f.n_steps);
        struct side *side = arena_new(a, struct side);

        f.entity = steps[f.n_steps - 1].name;
        f.message = arena_printf(a, "the child runs an event loop of its parent: both wait on the "
                                    "same kernel descriptor and take each other's events");
        steps[0].via = "child of the fork at";
        steps[0].via_at = spot_of_site(s->ctx->program, fork->site);
        f.steps = steps;
        *side = (struct side){.what = "made here, in front of the fork",
                              .at = spot_of_site(s->ctx->program, made)};
        f.sides = side;
        f.help = arena_printf(a, "call %s() first in the child, or make the loop after the fork",
                              apis[i].again);
        vec_push(a, &s->ctx->out->list, f);
    }
}

/* ---- loops that are written by hand ---- */
struct kernel_loop {
    struct search *s;
    const struct fork_site *fork;
    bool *childs;  /* [gfunc] the child runs it */
    site_id wait;  /* the child's wait; 0: none */
    site_id made;  /* what it waits on */
    uint32_t visit;
    bool registers; /* the child adds descriptors to it */
};

/* The one call that made the descriptor of the call's first argument, when it is an epoll's. */
static site_id epoll_of(const struct search *s, site_id site)
{
    const struct flow_facts *f = s->ctx->flow;
    val_id arg = site_arg(f->program, site, 0);
    struct obj_set set = flow_value(f->program, f->program->sites[site.v].caller, arg);
    site_id made = {0};

    for (uint32_t i = 0; arg.v && i < set.n; i++) {
        uint32_t at = f->obj_origin[set.v[i].v];
        if (!at || f->origins[at - 1].kind != FD_EPOLL || made.v)
            return (site_id){0};
        made = f->origins[at - 1].site;
    }
    return made;
}

static bool waits_on_epoll(const struct program *p, site_id site)
{
    return is_named(p, site, "epoll_wait") || is_named(p, site, "epoll_pwait") ||
           is_named(p, site, "epoll_pwait2") || is_named(p, site, "kevent");
}

static void on_kernel_call(void *user, const struct walk *w, uint32_t visit, site_id site,
                           const struct cat_func *cat)
{
    struct kernel_loop *k = user;
    const struct program *p = k->s->ctx->program;
    const struct site *at = &p->sites[site.v];

    k->childs[at->caller.v] |= w->visits.v[visit].parent != UINT32_MAX;
    if (!cat || (w->visits.v[visit].parent == UINT32_MAX &&
                 !fork_is_childs(k->s->ctx->flow, k->fork, at->op)))
        return;
    if (is_named(p, site, "epoll_ctl"))
        k->registers = true;
    site_id made = !k->wait.v && waits_on_epoll(p, site) ? epoll_of(k->s, site) : (site_id){0};
    if (!made.v)
        return;
    k->wait = site;
    k->made = made;
    k->visit = visit;
}

/* Does somebody else wait on it too: the parent, or another child of the same call? */
static bool has_rival(const struct kernel_loop *k)
{
    const struct search *s = k->s;
    const struct program *p = s->ctx->program;
    const struct func_shape *shape = flow_shape(s->ctx->flow, k->fork->func);

    if (shape_loop_of(shape, p->sites[k->fork->site.v].op).v)
        return true;
    for (uint32_t i = 1; i < p->n_sites; i++) {
        gfunc_id caller = p->sites[i].caller;
        bool is_parents = caller.v == k->fork->func.v
                              ? fork_is_parents(s->ctx->flow, k->fork, p->sites[i].op)
                              : s->memory.parents[caller.v];
        if (is_parents && waits_on_epoll(p, (site_id){i}) &&
            epoll_of(s, (site_id){i}).v == k->made.v)
            return true;
    }
    return false;
}

/* Made by what the parent ran in front of the fork, and not by the child itself. */
static bool is_inherited(const struct kernel_loop *k)
{
    const struct search *s = k->s;
    const struct site *made = &s->ctx->program->sites[k->made.v];

    if (made->caller.v == k->fork->func.v)
        return !fork_is_childs(s->ctx->flow, k->fork, made->op);
    return s->memory.parents[made->caller.v] && !k->childs[made->caller.v];
}

/* A pointer may lead to the parent's part of the program: the child does not get there then. */
static bool is_by_pointer(const struct walk *w, uint32_t visit)
{
    for (; w->visits.v[visit].parent != UINT32_MAX; visit = w->visits.v[visit].parent)
        if (w->visits.v[visit].via_kind != EDGE_DIRECT)
            return true;
    return false;
}

static void look_at_epoll(struct search *s, const struct fork_site *fork)
{
    struct arena *a = s->ctx->arena;
    struct kernel_loop k = {.s = s, .fork = fork,
                            .childs = arena_array(a, bool, s->ctx->program->n_funcs + 1)};
    struct walk_start start = fork_child_start(fork, 0);
    struct walk w;

    walk_run(a, s->ctx->flow, &start, 1, WALK_ENDING_PATHS, NULL, on_kernel_call, &k, &w);
    if (!k.wait.v || fork->is_vfork || fork->detaches || !is_inherited(&k) || !has_rival(&k))
        return;
    struct finding f = {.rule = "CA202", .level = LEVEL_WARNING,
                        .confidence = k.registers ? CONF_HIGH : CONF_MEDIUM,
                        .at = spot_of_site(s->ctx->program, k.wait),
                        .intro = "runs in the forked child", .n_sides = 1};
    struct step *steps = chain_of(a, &w, k.visit, k.wait, &f.n_steps);
    struct side *side = arena_new(a, struct side);

    if (w.visits.v[k.visit].conf < f.confidence)
        f.confidence = (enum confidence)w.visits.v[k.visit].conf;
    if (is_by_pointer(&w, k.visit))
        f.confidence = CONF_LOW;
    f.entity = steps[f.n_steps - 1].name;
    f.message = "the child waits on a kernel event queue that others wait on too: each takes "
                "events of the others' descriptors";
    steps[0].via = "child of the fork at";
    steps[0].via_at = spot_of_site(s->ctx->program, fork->site);
    f.steps = steps;
    *side = (struct side){.what = "made here, in front of the fork",
                          .at = spot_of_site(s->ctx->program, k.made)};
    f.sides = side;
    f.help = "make the queue (epoll_create1(), kqueue()) in each child, after the fork";
    vec_push(a, &s->ctx->out->list, f);
}

void rule_write_lost_in_child(struct rule_context *ctx)
{
    struct search s = {.ctx = ctx};

    forks_find(ctx->arena, ctx->flow, &s.forks);
    if (!s.forks.list.n)
        return;
    fork_memory_init(ctx, &s.memory);
    for (uint32_t i = 0; i < s.forks.list.n; i++) {
        const struct fork_site *fork = &s.forks.list.v[i];
        look_at_loops(&s, fork);
        look_at_epoll(&s, fork);
        if (fork->is_vfork || fork->detaches)
            continue;
        fork_memory_look(&s.memory, fork);
        for (uint32_t k = 0; k < s.memory.lost.n; k++)
            report_lost(&s, &s.memory.lost.v[k]);
        for (uint32_t k = 0; k < s.memory.news.n; k++)
            report_news(&s, &s.memory.news.v[k]);
    }
}
