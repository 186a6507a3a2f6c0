/*
 * CA403: a forked child runs what only exec() would have made harmless.
 *
 * The story: a server with worker threads forks to run a helper, and between fork() and exec() the
 * child looks up a user and logs. fork() copied the memory with the lock that a worker held at that
 * moment, and did not copy the worker: nobody will ever release it, and the child hangs. The second
 * one: the child cannot exec and leaves by exit(); the parent's atexit() functions run in it and
 * remove the parent's socket, and the half line in the parent's buffer is written twice.
 *
 * The match: the child's side of every fork is walked. In a program that may have other threads at
 * the fork, the surest call that is not async-signal-safe and not past an exec() is the finding.
 * A program that starts threads and then detaches has lost them.
 * With or without threads, exit() in the child is one when the program has registered a function
 * that acts on files or processes, or has printed something in front of the fork.
 */
#include <string.h>

#include "catalog/in_signal.h"
#include "flow/fork.h"
#include "flow/shape.h"
#include "flow/spots.h"
#include "rules/rules.h"
#include "rules/shared.h"

struct unsafe {
    site_id site; /* 0: none */
    uint32_t visit;
    const char *name;
    enum cat_in_signal is;
    enum confidence conf;
};
struct at_exit { /* a function of atexit() that acts outside of the process */
    site_id registered, acts;
    const char *name; /* of the call that acts */
};
struct search {
    struct rule_context *ctx;
    struct forks forks;
    bool *execs;            /* [gfunc] itself or below */
    bool has_atfork;
    bool *always;           /* [gfunc] every run of the program calls it */
    uint8_t **reached;      /* [strand] NULL, or [gfunc]: enum confidence of getting there */
    VEC(struct at_exit) at_exit;
    /* of the fork that is looked at */
    const struct fork_site *fork;
    struct unsafe call, exit;
    uint32_t n_calls;
};

/* ---- exec ---- */
static bool is_process(const struct search *s, site_id site, enum cat_process what)
{
    const struct cat_func *cat = s->ctx->flow->site_cat[site.v];
    return cat && cat->process == what && !s->ctx->program->sites[site.v].n_edges;
}

static bool leads_to_exec(const struct search *s, site_id site)
{
    const struct program *p = s->ctx->program;
    const struct site *at = &p->sites[site.v];
    if (is_process(s, site, PROC_EXEC))
        return true;
    for (uint32_t e = 0; e < at->n_edges; e++)
        if (s->execs[p->edges[at->first_edge + e].to.v])
            return true;
    return false;
}

static void find_execs(struct search *s)
{
    const struct program *p = s->ctx->program;
    s->execs = arena_array(s->ctx->arena, bool, p->n_funcs + 1);
    for (uint32_t scc = 0; scc < p->n_sccs; scc++)
        for (uint32_t round = 0; round < 2; round++)
            for (uint32_t i = p->scc_first[scc]; i < p->scc_first[scc + 1]; i++) {
                const struct prog_func *pf = &p->funcs[p->scc_funcs[i].v];
                for (uint32_t k = pf->first_site; k < pf->first_site + pf->n_sites; k++)
                    s->execs[p->scc_funcs[i].v] |= leads_to_exec(s, (site_id){k});
            }
}

/* Where the function leads to an exec(): does the call stand before it, on the way there? What
 * comes after it, or on a way that gives up before, only runs when something failed. */
static bool is_before_exec(const struct search *s, site_id site)
{
    const struct program *p = s->ctx->program;
    const struct site *at = &p->sites[site.v];
    const struct prog_func *pf = &p->funcs[at->caller.v];
    bool has_exec = false, before = false;
    struct arena scratch;

    if (!s->execs[at->caller.v] || leads_to_exec(s, site))
        return true;
    arena_init(&scratch);
    for (uint32_t i = pf->first_site; i < pf->first_site + pf->n_sites && !before; i++) {
        op_id exec = p->sites[i].op;
        if (!leads_to_exec(s, (site_id){i}) ||
            (at->caller.v == s->fork->func.v && !fork_is_childs(s->ctx->flow, s->fork, exec)))
            continue;
        has_exec = true;
        before = shape_reaches(flow_shape(s->ctx->flow, at->caller), at->op, exec, &scratch);
    }
    arena_release(&scratch);
    return before || !has_exec;
}

static bool is_on_way_to_exec(const struct search *s, const struct walk *w, uint32_t visit,
                              site_id site)
{
    const struct visit *v = &w->visits.v[visit];
    for (;; v = &w->visits.v[v->parent]) {
        if (!is_before_exec(s, site))
            return false;
        if (v->parent == UINT32_MAX)
            return true;
        site = v->via;
    }
}

/* A failed assertion or allocation: the way can only end the process, in a function that otherwise
 * returns. */
static bool is_failing(const struct search *s, const struct walk *w, uint32_t visit, site_id site)
{
    const struct program *p = s->ctx->program;
    const struct visit *v = &w->visits.v[visit];
    for (; v->parent != UINT32_MAX; site = v->via, v = &w->visits.v[v->parent]) {
        const struct func_shape *shape = flow_shape(s->ctx->flow, v->func);
        if (shape->returns[0] && !shape->returns[shape_block_of(shape, p->sites[site.v].op)])
            return true;
    }
    return false;
}

/* ---- the child's calls ---- */
static bool is_taken_lock(const struct cat_func *cat)
{
    if (!cat || !cat->lock)
        return false;
    enum cat_lock_op op = cat->lock->op;
    return op == LOCK_ACQUIRE || op == LOCK_ACQUIRE_SHARED || op == LOCK_TIMED ||
           op == LOCK_COND_WAIT;
}

/* The usual libraries make the heap and the streams usable in a child, and nothing else. */
static enum confidence sure_of(const struct search *s, enum cat_in_signal is)
{
    if (is == IN_SIGNAL_FORMAT || (is == IN_SIGNAL_LOCK && s->has_atfork))
        return CONF_LOW;
    return is == IN_SIGNAL_LOCK || is == IN_SIGNAL_STATE || is == IN_SIGNAL_LOG ? CONF_HIGH
                                                                                 : CONF_MEDIUM;
}

static bool is_weighty(enum cat_in_signal is, const struct cat_func *cat)
{
    switch (is) {
    case IN_SIGNAL_HEAP:
    case IN_SIGNAL_STDIO:
    case IN_SIGNAL_LOG:
    case IN_SIGNAL_STATE:
    case IN_SIGNAL_FORMAT:
    case IN_SIGNAL_OTHER: return !cat || cat->process != PROC_EXEC;
    case IN_SIGNAL_LOCK: return is_taken_lock(cat);
    default: return false;
    }
}

static void keep(struct unsafe *best, struct unsafe u)
{
    if (!best->site.v || u.conf > best->conf)
        *best = u;
}

static void on_call(void *user, const struct walk *w, uint32_t visit, site_id site,
                    const struct cat_func *cat)
{
    struct search *s = user;
    const struct program *p = s->ctx->program;
    const struct site *at = &p->sites[site.v];
    const struct visit *v = &w->visits.v[visit];
    struct unsafe u = {.site = site, .visit = visit, .conf = (enum confidence)v->conf,
                       .name = cat ? cat->name : at->callee.v ? p->syms[at->callee.v].name : NULL};

    if (!u.name || at->n_edges ||
        (v->parent == UINT32_MAX && !fork_is_childs(s->ctx->flow, s->fork, at->op)))
        return;
    u.is = catalog_in_signal(s->ctx->catalog, u.name);
    if (u.is != IN_SIGNAL_EXIT && !is_weighty(u.is, cat))
        return;
    if (is_failing(s, w, visit, site))
        u.conf = CONF_LOW;
    if (u.is == IN_SIGNAL_EXIT) { /* after a failed exec() too: a wrong path is all it takes */
        if (cat && cat->process == PROC_EXIT)
            keep(&s->exit, u);
        return;
    }
    enum confidence c = is_on_way_to_exec(s, w, visit, site) ? sure_of(s, u.is) : CONF_LOW;
    u.conf = c < u.conf ? c : u.conf;
    s->n_calls++;
    keep(&s->call, u);
}

/* ---- other threads ---- */
/* How surely the strand gets to the function: by the chains' confidence. */
static enum confidence gets_there(struct search *s, uint32_t strand, gfunc_id func)
{
    const struct strand *st = &shared_parallel(s->ctx)->strands[strand];
    struct arena *a = s->ctx->arena;

    ASSERT(st->n_roots > 0);
    if (!s->reached[strand]) {
        struct walk_start start = {.func = st->roots[0], .conf = CONF_HIGH};
        struct walk w;
        s->reached[strand] = arena_array(a, uint8_t, s->ctx->program->n_funcs + 1);
        walk_run(a, s->ctx->flow, &start, 1, WALK_ENDING_PATHS, NULL, NULL, NULL, &w);
        for (uint32_t i = 0; i < w.visits.n; i++)
            if (s->reached[strand][w.visits.v[i].func.v] < w.visits.v[i].conf)
                s->reached[strand][w.visits.v[i].func.v] = w.visits.v[i].conf;
    }
    return (enum confidence)s->reached[strand][func.v];
}

/* A loop's body counts as its header: it runs once at least. */
static uint32_t outermost(const struct func_shape *s, uint32_t block)
{
    loop_id loop = s->unit->blocks[s->func->blocks.first + block].loop;
    for (; loop.v; loop = s->unit->loops[loop.v].parent)
        block = s->unit->loops[loop.v].header.v - s->func->blocks.first;
    return block;
}

/* Does every run of the function that comes to its end make the call at site, or another one of
 * the same function? */
static bool is_always_called(const struct search *ks, site_id site)
{
    const struct program *p = ks->ctx->program;
    const struct prog_func *pf = &p->funcs[p->sites[site.v].caller.v];
    const struct func_shape *s = flow_shape(ks->ctx->flow, p->sites[site.v].caller);
    const struct unit_block *blocks = &s->unit->blocks[s->func->blocks.first];
    struct arena scratch;
    uint32_t top = 0;
    bool avoided = false;

    arena_init(&scratch);
    bool *seen = arena_array(&scratch, bool, s->func->blocks.n + 1);
    uint32_t *stack = arena_array(&scratch, uint32_t, s->func->blocks.n + 1);
    for (uint32_t i = pf->first_site; i < pf->first_site + pf->n_sites; i++)
        if (i == site.v || (p->sites[i].callee.v &&
                            p->sites[i].callee.v == p->sites[site.v].callee.v))
            seen[outermost(s, shape_block_of(s, p->sites[i].op))] = true;
    if (!seen[0])
        stack[top++] = 0;
    seen[0] = true;
    while (top) {
        uint32_t b = stack[--top];
        avoided |= blocks[b].term == TERM_RETURN ||
                   (!s->returns[0] && blocks[b].loop.v && !s->ends[b]);
        for (uint32_t i = 0; i < blocks[b].succs.n && !s->ends[b]; i++) {
            uint32_t to = s->unit->succs[blocks[b].succs.first + i].to.v - s->func->blocks.first;
            if (!seen[to])
                stack[top++] = to;
            seen[to] = true;
        }
    }
    arena_release(&scratch);
    return !avoided;
}

/* Functions that every run of the main program calls. */
static void find_always(struct search *s)
{
    const struct program *p = s->ctx->program;
    const struct parallel *par = shared_parallel(s->ctx);
    VEC(gfunc_id) work = {0};

    s->always = arena_array(s->ctx->arena, bool, p->n_funcs + 1);
    for (uint32_t i = 0; i < par->n && par->strands[i].kind == STRAND_MAIN; i++) {
        s->always[par->strands[i].roots[0].v] = true;
        vec_push(s->ctx->arena, &work, par->strands[i].roots[0]);
    }
    for (uint32_t next = 0; next < work.n; next++) {
        const struct prog_func *pf = &p->funcs[work.v[next].v];
        for (uint32_t i = pf->first_site; i < pf->first_site + pf->n_sites; i++) {
            const struct site *at = &p->sites[i];
            gfunc_id to = at->n_edges == 1 ? p->edges[at->first_edge].to : (gfunc_id){0};
            if (!to.v || s->always[to.v] || !is_always_called(s, (site_id){i}))
                continue;
            s->always[to.v] = true;
            vec_push(s->ctx->arena, &work, to);
        }
    }
}

/* Is the strand started by every run of the program, not only when some option says so? */
static bool is_always_started(const struct search *s, const struct strand *st)
{
    for (uint32_t i = 0; i < st->n_creations; i++) {
        const struct creation *c = &st->creations[i];
        if (c->site.v && s->always[c->func.v] && is_always_called(s, c->site))
            return true;
    }
    return false;
}

static enum confidence sure_to_meet(struct search *s, uint32_t here, uint32_t there)
{
    const struct parallel *par = shared_parallel(s->ctx);
    const struct strand *st = &par->strands[here];

    if (st->kind == STRAND_OUTSIDE)
        return CONF_LOW;
    if (st->kind == STRAND_MAIN)
        return is_always_started(s, &par->strands[there]) ? CONF_MEDIUM : CONF_LOW;
    return gets_there(s, here, s->fork->func);
}

/* The surest other strand that may be running at the fork; its index, or UINT32_MAX. */
static uint32_t other_thread(struct search *s, enum confidence *conf)
{
    const struct parallel *par = shared_parallel(s->ctx);
    const struct site *at = &s->ctx->program->sites[s->fork->site.v];
    uint32_t best = UINT32_MAX;

    for (uint32_t a = 0; a < par->n; a++) {
        const struct strand *st = &par->strands[a];
        if (!parallel_runs(par, a, s->fork->func) || st->kind == STRAND_SIGNAL ||
            st->kind == STRAND_CRASH)
            continue;
        for (uint32_t b = 0; b < par->n; b++) {
            const struct strand *other = &par->strands[b];
            struct moment here = {.strand = a, .func = s->fork->func, .op = at->op};
            struct moment there = {.strand = b, .func = other->roots[0]};
            bool counts = other->kind == STRAND_THREAD || other->kind == STRAND_POOL ||
                          (other->kind == STRAND_MAIN && st->kind != STRAND_OUTSIDE);
            if (!counts || (a == b && !st->many))
                continue;
            enum together t = parallel_at(par, &here, &there);
            if (t == TOGETHER_NO)
                continue;
            enum confidence c = sure_to_meet(s, a, b);
            if (t == TOGETHER_MAYBE && c == CONF_HIGH)
                c = CONF_MEDIUM;
            if (best != UINT32_MAX && c <= *conf)
                continue;
            best = b;
            *conf = c;
        }
    }
    return best;
}

/* ---- what exit() does once more ---- */
static bool acts_outside(const struct program *p, const struct site *site)
{
    static const char *const names[] = {"unlink", "remove", "rmdir", "rename", "kill", "killpg",
                                        "shm_unlink", "sem_unlink", "semctl", "shmctl", "msgctl",
                                        "ftruncate", "tcsetattr", "endwin", "write", "fwrite",
                                        "fprintf", "printf", "puts", "fputs", "system", "send",
                                        "waitpid", "wait"};
    for (size_t i = 0; site->callee.v && i < sizeof names / sizeof *names; i++)
        if (!strcmp(p->syms[site->callee.v].name, names[i]))
            return true;
    return false;
}

struct exit_look {
    const struct program *p;
    struct at_exit found;
    bool asks_pid;
};

static void on_exit_call(void *user, const struct walk *w, uint32_t visit, site_id site,
                         const struct cat_func *cat)
{
    struct exit_look *k = user;
    const struct site *at = &k->p->sites[site.v];
    (void)w;
    (void)visit;
    (void)cat;
    if (at->callee.v && !strcmp(k->p->syms[at->callee.v].name, "getpid"))
        k->asks_pid = true;
    if (!k->found.acts.v && !at->n_edges && acts_outside(k->p, at)) {
        k->found.acts = site;
        k->found.name = k->p->syms[at->callee.v].name;
    }
}

static void find_at_exit(struct search *s)
{
    const struct program *p = s->ctx->program;
    const struct domains *d = s->ctx->domains;

    for (uint32_t i = 0; i < d->n; i++) {
        const struct entry *e = &d->entries[i];
        const struct cat_func *cat = e->site.v ? s->ctx->flow->site_cat[e->site.v] : NULL;
        if (e->domain != DOM_EXIT || !cat || (strcmp(cat->name, "atexit") != 0 &&
                                              strcmp(cat->name, "on_exit") != 0))
            continue;
        struct exit_look k = {.p = p};
        struct walk w;
        struct walk_start start = {.func = e->func, .conf = CONF_HIGH};
        walk_run(s->ctx->arena, s->ctx->flow, &start, 1, WALK_ENDING_PATHS, NULL, on_exit_call, &k,
                 &w);
        k.found.registered = e->site;
        if (k.found.acts.v && !k.asks_pid)
            vec_push(s->ctx->arena, &s->at_exit, k.found);
    }
}

/* Is the function registered by what may have run before the fork, in the same process? */
static const struct at_exit *registered_before(const struct search *s)
{
    const struct parallel *par = shared_parallel(s->ctx);
    const struct program *p = s->ctx->program;
    gfunc_id func = s->fork->func;

    for (uint32_t i = 0; i < s->at_exit.n; i++) {
        const struct site *at = &p->sites[s->at_exit.v[i].registered.v];
        if (at->caller.v == func.v) {
            if (at->op.v < p->sites[s->fork->site.v].op.v)
                return &s->at_exit.v[i];
            continue;
        }
        for (uint32_t a = 0; a < par->n; a++)
            if (par->strands[a].kind == STRAND_MAIN && parallel_runs(par, a, at->caller) &&
                parallel_runs(par, a, func))
                return &s->at_exit.v[i];
    }
    return NULL;
}

static bool is_named(const struct program *p, const struct site *site, const char *name)
{
    return site->callee.v && !strcmp(p->syms[site->callee.v].name, name);
}

/* Does the call leave text in the buffer of stdout? Only a text whose end is seen counts. */
static bool leaves_text(const struct search *s, site_id site)
{
    const struct program *p = s->ctx->program;
    const struct site *at = &p->sites[site.v];
    const struct unit *u = program_unit(p, at->caller);

    if (!is_named(p, at, "printf"))
        return is_named(p, at, "putchar");
    const struct unit_val *v = &u->vals[site_arg(p, site, 0).v];
    const char *text = v->kind == VAL_STR ? unit_str(u, (str_id){v->a}) : "";
    size_t n = strlen(text);
    return n && text[n - 1] != '\n';
}

/* The last print on a way to the fork, in its function, with nothing that flushes between. */
static site_id unflushed(const struct search *s)
{
    const struct program *p = s->ctx->program;
    const struct func_shape *shape = flow_shape(s->ctx->flow, s->fork->func);
    op_id fork = p->sites[s->fork->site.v].op;
    struct arena scratch;
    const struct prog_func *pf = &p->funcs[s->fork->func.v];
    site_id text = {0};

    arena_init(&scratch);
    for (uint32_t i = pf->first_site; i < s->fork->site.v; i++) {
        if (leaves_text(s, (site_id){i}) &&
            shape_reaches(shape, p->sites[i].op, fork, &scratch))
            text = (site_id){i};
        else if (is_named(p, &p->sites[i], "fflush") || is_named(p, &p->sites[i], "setvbuf") ||
                 is_named(p, &p->sites[i], "setbuf") || is_named(p, &p->sites[i], "fclose"))
            text = (site_id){0};
    }
    arena_release(&scratch);
    return text;
}

/* ---- words ---- */
static const char *reason(enum cat_in_signal is)
{
    switch (is) {
    case IN_SIGNAL_HEAP:
        return "another thread may hold the heap's lock at the fork; glibc repairs that in the "
               "child, POSIX and other libraries do not promise it";
    case IN_SIGNAL_STDIO:
        return "another thread may hold the stream's lock at the fork, and its half written "
               "buffer is copied too";
    case IN_SIGNAL_LOCK:
        return "when another thread holds the lock at the fork, nobody ever releases it in the "
               "child";
    case IN_SIGNAL_LOG: return "the log's lock may be held by another thread at the fork";
    default:
        return "it uses locks and state of the library that another thread may be in the middle "
               "of at the fork";
    }
}

static const struct step *chain(const struct search *s, const struct walk *w,
                                const struct unsafe *u, uint32_t *n)
{
    struct step *steps = chain_of(s->ctx->arena, w, u->visit, u->site, n);
    steps[0].via = "child of the fork at";
    steps[0].via_at = spot_of_site(s->ctx->program, s->fork->site);
    return steps;
}

static const struct side *thread_side(const struct search *s, uint32_t strand, uint32_t *n)
{
    const struct strand *t = &shared_parallel(s->ctx)->strands[strand];
    const struct program *p = s->ctx->program;
    struct side *side = arena_new(s->ctx->arena, struct side);

    *n = 1;
    if (t->n_creations) {
        const struct creation *c = &t->creations[0];
        *side = (struct side){.what = "the other thread is started here",
                              .at = spot_of_op(p, c->func, c->op)};
    } else {
        *side = (struct side){.what = "the main thread runs meanwhile",
                              .at = spot_of_func(p, t->roots[0])};
    }
    return side;
}

static void report_call(struct search *s, const struct walk *w)
{
    struct arena *a = s->ctx->arena;
    enum confidence conf = CONF_LOW;
    uint32_t other = s->call.site.v ? other_thread(s, &conf) : UINT32_MAX;
    if (other == UINT32_MAX)
        return;
    struct finding f = {.rule = "CA403", .confidence = conf < s->call.conf ? conf : s->call.conf,
                        .level = s->call.is == IN_SIGNAL_FORMAT ? LEVEL_NOTE : LEVEL_WARNING,
                        .at = spot_of_site(s->ctx->program, s->call.site), .entity = s->call.name,
                        .intro = "runs in the forked child"};
    const char **notes = arena_array(a, const char *, 2);

    f.message = arena_printf(a, "%s() is called in the child of a fork while other threads exist",
                             s->call.name);
    f.steps = chain(s, w, &s->call, &f.n_steps);
    f.sides = thread_side(s, other, &f.n_sides);
    notes[f.n_notes++] = reason(s->call.is);
    if (s->n_calls > 1)
        notes[f.n_notes++] = arena_printf(a, "%u more unsafe call%s in this child",
                                          s->n_calls - 1, s->n_calls == 2 ? "" : "s");
    f.notes = notes;
    f.help = "do it before the fork, and call only exec() and _exit() in the child; or use "
             "posix_spawn(), or fork before the first thread is created";
    vec_push(a, &s->ctx->out->list, f);
}

static void report_exit(struct search *s, const struct walk *w)
{
    struct arena *a = s->ctx->arena;
    const struct program *p = s->ctx->program;
    const struct at_exit *handler = s->exit.site.v ? registered_before(s) : NULL;
    site_id text = s->exit.site.v && !handler ? unflushed(s) : (site_id){0};
    if (!handler && !text.v)
        return;
    enum confidence conf = handler ? CONF_HIGH : CONF_MEDIUM;
    struct finding f = {.rule = "CA403", .confidence = CONF_MEDIUM, .level = LEVEL_WARNING,
                        .at = spot_of_site(p, s->exit.site), .entity = s->exit.name,
                        .intro = "runs in the forked child"};
    struct side *side = arena_new(a, struct side);

    f.confidence = conf < s->exit.conf ? conf : s->exit.conf;
    f.message = handler ? arena_printf(a, "exit() in a forked child runs the parent's atexit() "
                                          "functions: one calls %s()", handler->name)
                        : "exit() in a forked child writes once more what the parent has printed "
                          "but not flushed";
    f.steps = chain(s, w, &s->exit, &f.n_steps);
    *side = handler ? (struct side){.what = "registered here",
                                    .at = spot_of_site(p, handler->registered)}
                    : (struct side){.what = "printed here, and still in the buffer at the fork",
                                    .at = spot_of_site(p, text)};
    f.sides = side;
    f.n_sides = 1;
    f.help = handler ? "leave the child by _exit()"
                     : "leave the child by _exit(), or fflush(NULL) before the fork";
    vec_push(a, &s->ctx->out->list, f);
}

/* ---- threads that a program leaves behind when it detaches ---- */
/* Does the function that starts the thread also wait for its end? */
static bool is_joined_there(const struct search *s, const struct strand *st)
{
    const struct program *p = s->ctx->program;
    for (uint32_t i = 0; i < st->n_creations; i++) {
        const struct prog_func *pf = &p->funcs[st->creations[i].func.v];
        for (uint32_t k = pf->first_site; k < pf->first_site + pf->n_sites; k++) {
            const struct cat_func *cat = s->ctx->flow->site_cat[k];
            if (cat && cat->blocks && cat->blocks->device == DEV_JOIN)
                return true;
        }
    }
    return false;
}

/* The surest thread that main() has started before the op; UINT32_MAX: none. */
static uint32_t left_behind(struct search *s, gfunc_id func, op_id op, enum confidence *conf)
{
    const struct parallel *par = shared_parallel(s->ctx);
    uint32_t best = UINT32_MAX;

    for (uint32_t a = 0; a < par->n && par->strands[a].kind == STRAND_MAIN; a++) {
        for (uint32_t b = 0; parallel_runs(par, a, func) && b < par->n; b++) {
            struct moment here = {.strand = a, .func = func, .op = op};
            struct moment there = {.strand = b, .func = par->strands[b].roots[0]};
            if (par->strands[b].kind != STRAND_THREAD)
                continue;
            enum together t = parallel_at(par, &here, &there);
            enum confidence c = t == TOGETHER_YES && is_always_started(s, &par->strands[b]) &&
                                        !is_joined_there(s, &par->strands[b])
                                    ? CONF_HIGH : CONF_LOW;
            if (t == TOGETHER_NO || (best != UINT32_MAX && c <= *conf))
                continue;
            best = b;
            *conf = c;
        }
    }
    return best;
}

static void look_at_detach(struct search *s, site_id site)
{
    const struct program *p = s->ctx->program;
    const struct site *at = &p->sites[site.v];
    struct arena *a = s->ctx->arena;
    enum confidence conf = CONF_LOW;
    uint32_t thread = left_behind(s, at->caller, at->op, &conf);

    if (thread == UINT32_MAX)
        return;
    const char *name = p->syms[at->callee.v].name;
    struct finding f = {.rule = "CA403", .level = LEVEL_WARNING, .confidence = conf,
                        .at = spot_of_site(p, site), .entity = name};
    struct step *steps = arena_array(a, struct step, 2);

    steps[f.n_steps++] = (struct step){.name = p->funcs[at->caller.v].name,
                                       .at = spot_of_func(p, at->caller)};
    steps[f.n_steps++] = (struct step){.name = name, .at = f.at, .macro = spot_of_macro(p, site)};
    f.steps = steps;
    f.intro = "detaches the program";
    f.message = arena_printf(a, "after %s() the program goes on in a new process, without the "
                                "threads that it has started before", name);
    f.sides = thread_side(s, thread, &f.n_sides);
    f.help = "detach first, and start threads after that";
    vec_push(a, &s->ctx->out->list, f);
}

static void look_at_detaching(struct search *s)
{
    const struct program *p = s->ctx->program;
    for (uint32_t i = 1; i < p->n_sites; i++) {
        const struct cat_func *cat = s->ctx->flow->site_cat[i];
        if (cat && cat->process == PROC_DAEMON && !p->sites[i].n_edges && p->sites[i].callee.v)
            look_at_detach(s, (site_id){i});
    }
    gfunc_id last = {0}; /* of two forks, one after the other, the first one says it */
    for (uint32_t i = 0; i < s->forks.list.n; i++) {
        const struct fork_site *fork = &s->forks.list.v[i];
        if (!fork->detaches || fork->is_vfork || fork->func.v == last.v ||
            !p->sites[fork->site.v].callee.v)
            continue;
        last = fork->func;
        look_at_detach(s, fork->site);
    }
}

/* ---- the rule ---- */
static void look_at(struct search *s, const struct fork_site *fork)
{
    struct walk_start start = fork_child_start(fork, 0);
    struct walk w;

    ASSERT(fork->site.v && fork->func.v);
    if (fork->is_vfork || fork->detaches)
        return;
    s->fork = fork;
    s->call = s->exit = (struct unsafe){0};
    s->n_calls = 0;
    walk_run(s->ctx->arena, s->ctx->flow, &start, 1, WALK_ENDING_PATHS, NULL, on_call, s, &w);
    report_call(s, &w);
    report_exit(s, &w);
}

void rule_fork_with_threads(struct rule_context *ctx)
{
    struct search s = {.ctx = ctx};
    const struct program *p = ctx->program;

    bool detaches = false;

    forks_find(ctx->arena, ctx->flow, &s.forks);
    for (uint32_t i = 1; i < p->n_sites && !detaches; i++)
        detaches = ctx->flow->site_cat[i] && ctx->flow->site_cat[i]->process == PROC_DAEMON;
    if (!s.forks.list.n && !detaches)
        return;
    find_execs(&s);
    find_at_exit(&s);
    find_always(&s);
    s.reached = arena_array(ctx->arena, uint8_t *, shared_parallel(ctx)->n + 1);
    for (uint32_t i = 1; i < p->n_sites && !s.has_atfork; i++)
        s.has_atfork = is_named(p, &p->sites[i], "pthread_atfork");
    for (uint32_t i = 0; i < s.forks.list.n; i++)
        look_at(&s, &s.forks.list.v[i]);
    look_at_detaching(&s);
}
