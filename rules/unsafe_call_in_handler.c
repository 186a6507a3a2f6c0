/*
 * CA501: a signal handler calls what is not async-signal-safe.
 *
 * The story: the handler of SIGTERM logs "shutting down" and frees the tables. One day the signal
 * comes while the main loop is inside malloc(): the handler's free() wants the heap's lock, which
 * the code that it interrupted holds and cannot release. The service hangs in its own shutdown, and
 * the supervisor kills it without the last write.
 *
 * The match: every call that control can reach from a handler, walked once for each signal that it
 * is installed for (so that `switch (sig)` is followed on one side), whose function is known to be
 * unsafe. One finding for each call in the handler itself, with the surest and shortest chain;
 * calls that meet in one place are one finding. Handlers of crashes get low confidence: a last
 * message before the end is worth a risk. Signals that are let in only where the program waits for
 * them are as good as calls, and silent.
 */
#include <signal.h>
#include <string.h>

#include "catalog/in_signal.h"
#include "domains/domains.h"
#include "flow/shape.h"
#include "flow/spots.h"
#include "rules/rules.h"
#include "rules/signal_setup.h"

enum { MAX_ENDING_DEPTH = 4, MAX_SIGNAL = 64 };

struct run { /* one walk's start: a handler for one signal, 0: for any */
    uint32_t handler, signal;
};
struct unsafe {
    site_id site, first; /* first: the call in the handler that leads there */
    const struct walk *walk;
    uint32_t visit, run, depth;
    const char *name;
    enum cat_in_signal is;
    enum confidence conf;
};
struct search {
    struct rule_context *ctx;
    struct signal_setup setup;
    struct run *runs;
    VEC(struct unsafe) found;
    struct map group;     /* hash of (handler, first) to an index into found */
    struct map seen;      /* hash of (handler, site): counted */
    uint32_t *n_unsafe;   /* [handler] */
    bool *has_errno;      /* [handler] a finding about errno is made */
};

/* ---- how sure ---- */
/* Does the call, which never returns, end the process by exit() or _exit(), not by abort()? */
static bool exits(const struct flow_facts *f, site_id site, uint32_t depth)
{
    const struct program *p = f->program;
    const struct site *s = &p->sites[site.v];
    const struct cat_func *cat = f->site_cat[site.v];

    if (!s->n_edges)
        return cat && (cat->process == PROC_EXIT || cat->process == PROC_EXIT_NOW);
    gfunc_id to = p->edges[s->first_edge].to;
    const struct prog_func *pf = &p->funcs[to.v];
    for (uint32_t i = pf->first_site; depth < MAX_ENDING_DEPTH && i < pf->first_site + pf->n_sites;
         i++)
        if (exits(f, (site_id){i}, depth + 1))
            return true;
    return false;
}

/* A failed assertion, a panic: the place is on a way that can only end the program, in a function
 * that otherwise returns. A handler that itself leaves by exit() means to. */
static bool is_failing(const struct flow_facts *f, site_id site, bool in_handler)
{
    const struct program *p = f->program;
    const struct site *at = &p->sites[site.v];
    const struct func_shape *s = flow_shape(f, at->caller);
    const struct prog_func *pf = &p->funcs[at->caller.v];

    if (s->returns[shape_block_of(s, at->op)] || !s->returns[0])
        return false;
    if (!in_handler)
        return true;
    struct arena scratch;
    bool leaves = false;
    arena_init(&scratch);
    for (uint32_t i = pf->first_site; i < pf->first_site + pf->n_sites && !leaves; i++) {
        const struct site *to = &p->sites[i];
        leaves = s->ends[shape_block_of(s, to->op)] && exits(f, (site_id){i}, 0) &&
                 (to->op.v == at->op.v || shape_reaches(s, at->op, to->op, &scratch));
    }
    arena_release(&scratch);
    return !leaves;
}

static bool is_doubtful(const struct search *s, gfunc_id handler, site_id site)
{
    gfunc_id caller = s->ctx->program->sites[site.v].caller;
    return signal_flag_around(s->ctx, site) ||
           is_failing(s->ctx->flow, site, caller.v == handler.v) ||
           (caller.v != handler.v && signal_asks_handler(s->ctx, handler, caller));
}

static enum confidence sureness(const struct search *s, const struct unsafe *u)
{
    const struct walk *w = u->walk;
    const struct visit *v = &w->visits.v[u->visit];
    const struct run *run = &s->runs[u->run];
    const struct signal_handler *h = &s->setup.handlers.v[run->handler];
    enum confidence conf = (enum confidence)v->conf;

    if (u->is == IN_SIGNAL_FORMAT || signal_is_crash(h, run->signal) || !h->is_sure ||
        is_doubtful(s, h->func, u->site) || signal_waited_for(&s->setup, h) == TRI_MAYBE)
        return CONF_LOW;
    for (; v->parent != UINT32_MAX; v = &w->visits.v[v->parent])
        if (is_doubtful(s, h->func, v->via))
            return CONF_LOW;
    if (u->is == IN_SIGNAL_JUMP && conf == CONF_HIGH)
        return CONF_MEDIUM;
    return conf;
}

/* ---- errno ---- */
static bool is_errno(const struct unit *u, const struct unit_op *op)
{
    const struct unit_path *path = &u->paths[op->path.v];
    if (path->root != ROOT_CALL)
        return false;
    const char *name = unit_str(u, u->syms[u->ops[path->id].callee.v].name);
    return !strcmp(name, "__errno_location") || !strcmp(name, "__errno");
}

static bool restores_errno(const struct program *p, gfunc_id func)
{
    const struct unit *u = program_unit(p, func);
    const struct range ops = program_func(p, func)->ops;
    for (uint32_t o = ops.first; o < ops.first + ops.n; o++)
        if (u->ops[o].kind == OP_STORE && is_errno(u, &u->ops[o]))
            return true;
    return false;
}

/* Somebody on the way puts errno back, or nobody will look at it again. */
static bool keeps_errno(const struct search *s, const struct walk *w, uint32_t visit)
{
    const struct visit *v = &w->visits.v[visit];
    for (;; v = &w->visits.v[v->parent]) {
        if (s->ctx->flow->funcs[v->func.v].never_returns ||
            restores_errno(s->ctx->program, v->func))
            return true;
        if (v->parent == UINT32_MAX)
            return false;
    }
}

/* ---- search ---- */
static bool is_better(const struct unsafe *a, const struct unsafe *b)
{
    if (a->conf != b->conf)
        return a->conf > b->conf;
    if (a->depth != b->depth)
        return a->depth < b->depth;
    return a->site.v < b->site.v;
}

static void add(struct search *s, struct unsafe u)
{
    uint32_t handler = s->runs[u.run].handler, index;
    const struct visit *v = &u.walk->visits.v[u.visit];

    u.first = u.site;
    for (; v->parent != UINT32_MAX; v = &u.walk->visits.v[v->parent])
        u.first = v->via;
    u.conf = sureness(s, &u);
    if (map_put_new(&s->seen, hash_mix(handler, u.site.v), 1))
        s->n_unsafe[handler]++;
    uint64_t key = hash_mix(handler, u.first.v);
    if (!map_get(&s->group, key, &index)) {
        map_set(&s->group, key, s->found.n);
        vec_push(s->ctx->arena, &s->found, u);
    } else if (is_better(&u, &s->found.v[index])) {
        s->found.v[index] = u;
    }
}

static void on_call(void *user, const struct walk *w, uint32_t visit, site_id site,
                    const struct cat_func *cat)
{
    struct search *s = user;
    const struct program *p = s->ctx->program;
    const struct site *at = &p->sites[site.v];
    const char *name = cat ? cat->name : at->callee.v ? p->syms[at->callee.v].name : NULL;
    struct unsafe u = {.site = site, .walk = w, .visit = visit, .run = w->visits.v[visit].tag,
                       .depth = w->visits.v[visit].depth, .name = name};

    if (!name || at->n_edges)
        return;
    u.is = catalog_in_signal(s->ctx->catalog, name);
    if (u.is == IN_SIGNAL_UNKNOWN || u.is == IN_SIGNAL_SAFE)
        return;
    if (u.is != IN_SIGNAL_ERRNO) {
        add(s, u);
        return;
    }
    uint32_t handler = s->runs[u.run].handler;
    if (s->has_errno[handler] || keeps_errno(s, w, visit) ||
        signal_is_crash(&s->setup.handlers.v[handler], s->runs[u.run].signal))
        return;
    s->has_errno[handler] = true;
    u.conf = CONF_LOW;
    vec_push(s->ctx->arena, &s->found, u);
}

/* Crashes are walked last: what both they and others reach is the others' fault. */
static uint32_t add_starts(struct search *s, uint32_t handler, bool fatal,
                           struct walk_start *starts, uint32_t n)
{
    const struct signal_handler *h = &s->setup.handlers.v[handler];
    uint32_t n_params = program_func(s->ctx->program, h->func)->n_params;

    for (uint32_t sig = 0; sig < MAX_SIGNAL; sig++) {
        bool wanted = sig ? h->signals >> sig & 1 : h->is_open || !h->signals;
        if (!wanted || signal_is_crash(h, sig) != fatal)
            continue;
        s->runs[n] = (struct run){.handler = handler, .signal = sig};
        starts[n] = (struct walk_start){.func = h->func, .conf = CONF_HIGH, .tag = n};
        if (sig && n_params) {
            starts[n].ctx.n = 1;
            starts[n].ctx.v = arena_array(s->ctx->arena, struct absval, 1);
            starts[n].ctx.v[0] = (struct absval){.kind = ABS_INT, .num = sig};
        }
        n++;
    }
    return n;
}

/* ---- words ---- */
static const char *signal_name(struct arena *a, uint32_t number)
{
    static const char *const names[MAX_SIGNAL] = {
        [SIGHUP] = "SIGHUP",   [SIGINT] = "SIGINT",   [SIGQUIT] = "SIGQUIT", [SIGILL] = "SIGILL",
        [SIGTRAP] = "SIGTRAP", [SIGABRT] = "SIGABRT", [SIGBUS] = "SIGBUS",   [SIGFPE] = "SIGFPE",
        [SIGUSR1] = "SIGUSR1", [SIGSEGV] = "SIGSEGV", [SIGUSR2] = "SIGUSR2", [SIGPIPE] = "SIGPIPE",
        [SIGALRM] = "SIGALRM", [SIGTERM] = "SIGTERM", [SIGCHLD] = "SIGCHLD", [SIGCONT] = "SIGCONT",
        [SIGTSTP] = "SIGTSTP", [SIGTTIN] = "SIGTTIN", [SIGTTOU] = "SIGTTOU", [SIGURG] = "SIGURG",
        [SIGPROF] = "SIGPROF", [SIGWINCH] = "SIGWINCH", [SIGIO] = "SIGIO",   [SIGSYS] = "SIGSYS",
        [SIGVTALRM] = "SIGVTALRM", [SIGXCPU] = "SIGXCPU", [SIGXFSZ] = "SIGXFSZ",
    };
    ASSERT(number < MAX_SIGNAL);
    return names[number] ? names[number] : arena_printf(a, "signal %u", number);
}

static const char *reason(enum cat_in_signal is)
{
    switch (is) {
    case IN_SIGNAL_HEAP:
        return "when the signal comes inside malloc() or free(), the heap is locked or half "
               "changed";
    case IN_SIGNAL_STDIO:
        return "the interrupted code may hold the stream's lock, and its buffer is half changed";
    case IN_SIGNAL_LOCK:
        return "the interrupted code may hold the lock, and cannot release it before the handler "
               "returns";
    case IN_SIGNAL_LOG: return "it formats, allocates and locks, as the interrupted code may do";
    case IN_SIGNAL_STATE:
        return "it uses hidden state that the interrupted code may be in the middle of";
    case IN_SIGNAL_EXIT:
        return "it runs the atexit() functions and flushes streams in the middle of whatever was "
               "interrupted";
    case IN_SIGNAL_JUMP:
        return "what was interrupted stays half done: a lock held, a list half linked";
    case IN_SIGNAL_FORMAT:
        return "no standard promises it, though the usual libraries do no harm for plain formats";
    default: return "it locks or allocates, as the interrupted code may be doing";
    }
}

static const char *message(struct arena *a, const struct unsafe *u)
{
    if (u->is == IN_SIGNAL_ERRNO)
        return arena_printf(a, "%s() can change errno, and the signal handler does not put it back",
                            u->name);
    if (u->is == IN_SIGNAL_JUMP)
        return arena_printf(a, "%s() jumps out of a signal handler", u->name);
    return arena_printf(a, "%s() is not safe in a signal handler", u->name);
}

static const char *const *notes(const struct search *s, const struct unsafe *u, uint32_t n_same,
                                uint32_t *n)
{
    struct arena *a = s->ctx->arena;
    uint32_t handler = s->runs[u->run].handler, others = s->n_unsafe[handler] - 1;
    const char **list = arena_array(a, const char *, 3);

    *n = 0;
    if (u->is == IN_SIGNAL_ERRNO) {
        list[(*n)++] = "code that was interrupted between a call and its test of errno reads the "
                       "handler's error";
        return list;
    }
    list[(*n)++] = reason(u->is);
    if (signal_is_crash(&s->setup.handlers.v[handler], s->runs[u->run].signal))
        list[(*n)++] = "the program is ending anyway: the risk is that it hangs instead";
    else if (n_same)
        list[(*n)++] = arena_printf(a, "%u more call%s in handlers come%s here", n_same,
                                    n_same == 1 ? "" : "s", n_same == 1 ? "s" : "");
    if (others)
        list[(*n)++] = arena_printf(a, "%u more unsafe call%s can be reached from this handler",
                                    others, others == 1 ? "" : "s");
    return list;
}

/* The library whose loop the program runs can take the signal over. */
static const char *help(const struct search *s, const struct unsafe *u)
{
    struct arena *a = s->ctx->arena;
    const struct domains *d = s->ctx->domains;

    if (u->is == IN_SIGNAL_ERRNO)
        return "int saved = errno; at the start, and errno = saved; at the end";
    if (u->is == IN_SIGNAL_EXIT && u->site.v == u->first.v)
        return "set a volatile sig_atomic_t flag and exit where the program looks at it, or call "
               "_exit() here";
    for (uint32_t i = 0; i < d->n; i++) {
        const struct cat_framework *fw =
            d->entries[i].domain == DOM_LOOP
                ? catalog_framework(s->ctx->catalog, d->entries[i].library) : NULL;
        if (fw && fw->signal)
            return arena_printf(a, "let the loop take the signal: %s runs its callback as any "
                                   "other", fw->signal);
    }
    return "set a volatile sig_atomic_t flag in the handler (or write() a byte to a pipe that the "
           "loop watches), and do the work where the program looks at it";
}

/* ---- findings ---- */
static void report(struct search *s, const struct unsafe *u, uint32_t n_same)
{
    struct rule_context *ctx = s->ctx;
    const struct program *p = ctx->program;
    const struct run *run = &s->runs[u->run];
    const struct entry *e = &ctx->domains->entries[s->setup.handlers.v[run->handler].entry];
    bool is_mild = u->is == IN_SIGNAL_JUMP || u->is == IN_SIGNAL_ERRNO ||
                   u->is == IN_SIGNAL_FORMAT ||
                   signal_is_crash(&s->setup.handlers.v[run->handler], run->signal);
    struct finding f = {.rule = "CA501", .level = is_mild ? LEVEL_NOTE : LEVEL_WARNING,
                        .confidence = u->conf, .at = spot_of_site(p, u->site), .entity = u->name,
                        .intro = "runs in a signal handler"};
    struct step *steps = chain_of(ctx->arena, u->walk, u->visit, u->site, &f.n_steps);

    steps[0].via = run->signal ? arena_printf(ctx->arena, "handler of %s, set at",
                                              signal_name(ctx->arena, run->signal))
                               : "handler set at";
    steps[0].via_at = spot_of(p, e->where_unit, e->place,
                              e->where.v ? p->funcs[e->where.v].name : NULL);
    f.steps = steps;
    f.message = message(ctx->arena, u);
    f.notes = notes(s, u, n_same, &f.n_notes);
    f.help = help(s, u);
    vec_push(ctx->arena, &ctx->out->list, f);
}

/* Several handlers, or several calls of one, that come to the same call are one finding: the
 * surest. */
static void report_all(struct search *s)
{
    struct map best, same;

    map_init(&best, s->ctx->arena);
    map_init(&same, s->ctx->arena);
    for (uint32_t i = 0; i < s->found.n; i++) {
        uint32_t known, n = 0;
        uint64_t key = s->found.v[i].site.v;
        if (!map_get(&best, key, &known)) {
            map_set(&best, key, i);
            continue;
        }
        (void)map_get(&same, key, &n);
        map_set(&same, key, n + 1);
        if (is_better(&s->found.v[i], &s->found.v[known]))
            map_set(&best, key, i);
    }
    for (uint32_t i = 0; i < s->found.n; i++) {
        uint32_t known = UINT32_MAX, n = 0;
        bool has = map_get(&best, s->found.v[i].site.v, &known);
        ASSERT(has);
        (void)map_get(&same, s->found.v[i].site.v, &n);
        if (known == i)
            report(s, &s->found.v[i], n);
    }
}

void rule_unsafe_call_in_handler(struct rule_context *ctx)
{
    struct search s = {.ctx = ctx};
    struct walk walks[2];
    uint32_t n = 0;

    signal_setup_find(ctx, &s.setup);
    uint32_t n_handlers = s.setup.handlers.n;
    struct walk_start *starts =
        arena_array(ctx->arena, struct walk_start, (size_t)n_handlers * MAX_SIGNAL + 1);
    s.runs = arena_array(ctx->arena, struct run, (size_t)n_handlers * MAX_SIGNAL + 1);
    s.n_unsafe = arena_array(ctx->arena, uint32_t, n_handlers + 1);
    s.has_errno = arena_array(ctx->arena, bool, n_handlers + 1);
    map_init(&s.group, ctx->arena);
    map_init(&s.seen, ctx->arena);
    for (int fatal = 0; fatal < 2; fatal++) {
        uint32_t first = n;
        for (uint32_t i = 0; i < n_handlers; i++)
            if (signal_waited_for(&s.setup, &s.setup.handlers.v[i]) != TRI_YES)
                n = add_starts(&s, i, fatal, starts, n);
        walk_run(ctx->arena, ctx->flow, starts + first, n - first, WALK_ENDING_PATHS, NULL,
                 on_call, &s, &walks[fatal]);
    }
    report_all(&s);
}
