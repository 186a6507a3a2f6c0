/*
 * CA203: what belongs to one thread is set where work is handed over, and read where it runs.
 *
 * The story: a server keeps the current request in a thread-local variable, so that every log line
 * can name it. One slow step is moved to the thread pool. The pool's thread has a variable of its
 * own: its log lines name no request, or the one that some job left there yesterday, and the
 * permission check reads the user of that one.
 *
 * The match: thread-local variables and the values of thread keys that a job reads, that nothing
 * which the job's thread runs ever sets, and that the thread which submits the job does set. A job
 * or its completion that looks at errno before it has called anything; and the static buffer of
 * localtime() and kin, handed to a job that reads it later. And the locale of uselocale(), which is
 * one thread's, where the job reads numbers by it.
 */
#include <string.h>

#include "catalog/in_signal.h"
#include "flow/guards.h"
#include "flow/shape.h"
#include "flow/spots.h"
#include "rules/rules.h"
#include "rules/shared.h"

enum use { USE_NONE, USE_GET, USE_SET };
struct key_call {
    const char *name;
    enum use use;
    bool by_address; /* the key is passed as &key */
};
static const struct key_call key_calls[] = {
    {"pthread_getspecific", USE_GET, false}, {"pthread_setspecific", USE_SET, false},
    {"tss_get", USE_GET, false},             {"tss_set", USE_SET, false},
    {"uv_key_get", USE_GET, true},           {"uv_key_set", USE_SET, true},
    {"g_private_get", USE_GET, true},        {"g_private_set", USE_SET, true},
    {"g_private_replace", USE_SET, true},
};

struct touch { /* of what belongs to one thread */
    gsym_id sym; /* the variable, or the key's variable */
    gfunc_id func;
    op_id op;
    enum use use;
    bool is_key;
    bool is_constant; /* sets a number that is written in the code */
};
struct search {
    struct rule_context *ctx;
    VEC(struct touch) touches; /* by function and op */
    /* of the job that is looked at */
    uint32_t strand;
    struct walk walk;
    bool *runs; /* [gfunc] the job's thread runs it */
    uint32_t *visit_of; /* [gfunc] its first visit + 1 */
};

/* ---- what is touched where ---- */
static gsym_id key_of(const struct program *p, gfunc_id func, const struct unit_op *op,
                      const struct key_call *call)
{
    const struct unit *u = program_unit(p, func);
    if (!op->args.n)
        return (gsym_id){0};
    val_id arg = u->args[op->args.first].val;
    const struct unit_val *v = &u->vals[arg.v];
    if (!call->by_address)
        return value_global(p, func, arg);
    return v->kind == VAL_ADDR && u->paths[v->a].root == ROOT_SYM
               ? p->unit_syms[p->funcs[func.v].unit][u->paths[v->a].id] : (gsym_id){0};
}

static void touch_by_call(struct search *s, gfunc_id func, op_id id)
{
    const struct program *p = s->ctx->program;
    const struct unit_op *op = &program_unit(p, func)->ops[id.v];
    site_id site = program_site(p, func, id);
    const struct site *at = &p->sites[site.v];

    for (size_t i = 0; at->callee.v && i < sizeof key_calls / sizeof *key_calls; i++) {
        if (strcmp(p->syms[at->callee.v].name, key_calls[i].name) != 0)
            continue;
        struct touch t = {.sym = key_of(p, func, op, &key_calls[i]), .func = func, .op = id,
                          .use = key_calls[i].use, .is_key = true};
        bool clears = t.use == USE_SET &&
                      context_eval(s->ctx->flow, func, NULL, site_arg(p, site, 1)).kind == ABS_INT;
        if (t.sym.v && !clears)
            vec_push(s->ctx->arena, &s->touches, t);
    }
}

static bool has_deref(const struct unit *u, const struct unit_path *path)
{
    for (uint32_t i = 0; i < path->sels.n; i++)
        if (u->sels[path->sels.first + i].kind == SEL_DEREF)
            return true;
    return false;
}

static void touch_by_op(struct search *s, gfunc_id func, op_id id)
{
    const struct program *p = s->ctx->program;
    const struct unit *u = program_unit(p, func);
    const struct unit_op *op = &u->ops[id.v];
    const struct unit_path *path = &u->paths[op->path.v];
    struct touch t = {.func = func, .op = id};

    if (op->kind == OP_CALL) {
        touch_by_call(s, func, id);
        return;
    }
    if (path->root != ROOT_SYM || (op->kind != OP_LOAD && op->kind != OP_STORE &&
                                   op->kind != OP_ADDR && op->kind != OP_ATOMIC))
        return;
    t.sym = p->unit_syms[p->funcs[func.v].unit][path->id];
    if (!(p->syms[t.sym.v].flags & SYM_THREAD_LOCAL))
        return;
    bool through = has_deref(u, path); /* what it points to: the pointer is read */
    t.use = op->kind == OP_LOAD || through ? USE_GET : USE_SET;
    t.is_constant = op->kind == OP_STORE && u->vals[op->val.v].kind == VAL_INT;
    if (t.is_constant && t.use == USE_SET && u->vals[op->val.v].num == 0)
        return; /* cleared */
    vec_push(s->ctx->arena, &s->touches, t);
}

static void find_touches(struct search *s)
{
    const struct program *p = s->ctx->program;
    for (uint32_t f = 1; f < p->n_funcs; f++) {
        const struct range ops = program_func(p, (gfunc_id){f})->ops;
        for (uint32_t o = ops.first; o < ops.first + ops.n; o++)
            touch_by_op(s, (gfunc_id){f}, (op_id){o});
    }
}

/* ---- the submitter ---- */
static bool calls(const struct program *p, gfunc_id from, gfunc_id to)
{
    const struct prog_func *pf = &p->funcs[from.v];
    for (uint32_t i = pf->first_site; i < pf->first_site + pf->n_sites; i++)
        for (uint32_t e = 0; e < p->sites[i].n_edges; e++)
            if (p->edges[p->sites[i].first_edge + e].to.v == to.v)
                return true;
    return false;
}

/* Both are called in one function: `context_set(r); submit(r)`. */
static bool are_called_together(const struct program *p, gfunc_id a, gfunc_id b)
{
    for (uint32_t f = 1; f < p->n_funcs; f++)
        if (calls(p, (gfunc_id){f}, a) && calls(p, (gfunc_id){f}, b))
            return true;
    return false;
}

static enum confidence nearness(const struct search *s, gfunc_id sets, gfunc_id submits)
{
    const struct program *p = s->ctx->program;
    if (sets.v == submits.v || calls(p, submits, sets) || calls(p, sets, submits))
        return CONF_HIGH;
    return are_called_together(p, sets, submits) ? CONF_HIGH : CONF_MEDIUM;
}

/* The surest place that sets it in a thread which starts or submits the job. */
static const struct touch *set_by_submitter(const struct search *s, gsym_id sym,
                                            enum confidence *conf)
{
    const struct parallel *par = shared_parallel(s->ctx);
    const struct strand *job = &par->strands[s->strand];
    const struct touch *best = NULL;

    ASSERT(s->strand < par->n);
    for (uint32_t i = 0; i < s->touches.n; i++) {
        const struct touch *t = &s->touches.v[i];
        if (t->sym.v != sym.v || t->use != USE_SET)
            continue;
        for (uint32_t c = 0; c < job->n_creations; c++)
            for (uint32_t a = 0; a < par->n; a++) {
                gfunc_id submits = job->creations[c].func;
                if (a == s->strand || !parallel_runs(par, a, submits) ||
                    !parallel_runs(par, a, t->func))
                    continue;
                enum confidence now = nearness(s, t->func, submits);
                if (t->is_constant || par->strands[a].kind == STRAND_SIGNAL)
                    now = CONF_LOW; /* tells which thread this is */
                if (best && now <= *conf)
                    continue;
                best = t;
                *conf = now;
            }
    }
    return best;
}

static bool sets_itself(const struct search *s, gsym_id sym)
{
    const struct parallel *par = shared_parallel(s->ctx);
    for (uint32_t i = 0; i < s->touches.n; i++)
        if (s->touches.v[i].sym.v == sym.v && s->touches.v[i].use == USE_SET &&
            (s->runs[s->touches.v[i].func.v] ||
             parallel_runs(par, s->strand, s->touches.v[i].func)))
            return true;
    return false;
}

/* ---- findings ---- */
/* From the job's function to the op. */
static void add_steps(const struct search *s, struct finding *f, gfunc_id func, op_id op)
{
    const struct program *p = s->ctx->program;
    const struct strand *job = &shared_parallel(s->ctx)->strands[s->strand];
    struct step last = {.name = f->entity, .at = spot_of_op(p, func, op)};
    struct step *steps = chain_to(s->ctx->arena, &s->walk, s->visit_of[func.v] - 1, &last,
                                  &f->n_steps);

    if (job->n_creations) {
        const struct creation *c = &job->creations[0];
        steps[0].via = job->kind == STRAND_POOL ? "job handed over at" : "thread created at";
        steps[0].via_at = spot_of_op(p, c->func, c->op);
    }
    f->steps = steps;
    f->intro = job->kind == STRAND_POOL ? "runs in a pool's worker" : "runs in a thread";
}

static void add_side(const struct search *s, struct finding *f, const char *what, struct spot at)
{
    struct side *side = arena_new(s->ctx->arena, struct side);
    *side = (struct side){.what = what, .at = at};
    f->sides = side;
    f->n_sides = 1;
}

static void report_variable(struct search *s, const struct touch *get, const struct touch *set,
                            enum confidence conf)
{
    const struct program *p = s->ctx->program;
    struct arena *a = s->ctx->arena;
    const char *name = p->syms[get->sym.v].name;
    const struct visit *v = &s->walk.visits.v[s->visit_of[get->func.v] - 1];
    struct finding f = {.rule = "CA203", .level = LEVEL_WARNING,
                        .confidence = v->conf < conf ? (enum confidence)v->conf : conf,
                        .at = spot_of_op(p, get->func, get->op), .entity = name};

    f.message = arena_printf(a, get->is_key ? "the job reads the value of `%s`, which its thread "
                                              "never sets: the submitter set its own"
                                            : "the job reads the thread-local `%s`, which its "
                                              "thread never sets: the submitter set its own", name);
    add_steps(s, &f, get->func, get->op);
    add_side(s, &f, "set here, in the thread that hands the work over",
             spot_of_op(p, set->func, set->op));
    f.help = "copy the value into the job's record when the job is made, and set it from there at "
             "the start of the job (or pass it on as an argument)";
    vec_push(a, &s->ctx->out->list, f);
}

static void look_at_variables(struct search *s)
{
    struct map seen;

    map_init(&seen, s->ctx->arena);
    for (uint32_t i = 0; i < s->touches.n; i++) {
        const struct touch *get = &s->touches.v[i];
        enum confidence conf = CONF_LOW;
        if (get->use != USE_GET || !s->visit_of[get->func.v] || sets_itself(s, get->sym))
            continue;
        const struct touch *set = set_by_submitter(s, get->sym, &conf);
        if (set && map_put_new(&seen, get->sym.v, 1))
            report_variable(s, get, set, conf);
    }
}

/* ---- errno ---- */
static bool is_errno_call(const struct program *p, gfunc_id func, op_id op)
{
    const struct unit *u = program_unit(p, func);
    const char *name = unit_str(u, u->syms[u->ops[op.v].callee.v].name);
    return !strcmp(name, "__errno_location") || !strcmp(name, "__errno");
}

/* The first look at errno with no call before it that could have set it; 0: none. */
static op_id early_errno(const struct search *s, gfunc_id func)
{
    const struct program *p = s->ctx->program;
    const struct unit *u = program_unit(p, func);
    const struct range ops = program_func(p, func)->ops;

    for (uint32_t o = ops.first; o < ops.first + ops.n; o++) {
        const struct unit_op *op = &u->ops[o];
        const char *callee = unit_str(u, u->syms[op->callee.v].name);
        if (op->kind == OP_CALL && !is_errno_call(p, func, (op_id){o}) &&
            (!op->callee.v ||
             catalog_in_signal(s->ctx->catalog, callee) != IN_SIGNAL_SAFE))
            return (op_id){0};
        if ((op->kind != OP_LOAD && op->kind != OP_STORE) ||
            u->paths[op->path.v].root != ROOT_CALL ||
            !is_errno_call(p, func, (op_id){u->paths[op->path.v].id}))
            continue;
        return op->kind == OP_LOAD ? (op_id){o} : (op_id){0};
    }
    return (op_id){0};
}

static void report_errno(struct search *s, const struct entry *e, op_id op, bool is_job)
{
    const struct program *p = s->ctx->program;
    struct arena *a = s->ctx->arena;
    struct finding f = {.rule = "CA203", .level = LEVEL_WARNING,
                        .confidence = is_job ? CONF_HIGH : CONF_MEDIUM,
                        .at = spot_of_op(p, e->func, op), .entity = "errno",
                        .intro = is_job ? "runs in another thread" : "runs after the job",
                        .n_steps = 2};
    struct step *steps = arena_array(a, struct step, 2);

    f.message = is_job ? "errno is another one in the job's thread: what the submitter's call has "
                         "set is not in it"
                       : "errno was set in the job's thread: here it is that of the loop's thread";
    steps[0] = (struct step){.name = p->funcs[e->func.v].name, .at = spot_of_func(p, e->func),
                             .via = is_job ? "handed over at" : "registered with the job at",
                             .via_at = spot_of(p, e->where_unit, e->place,
                                               e->where.v ? p->funcs[e->where.v].name : NULL)};
    steps[1] = (struct step){.name = "errno", .at = f.at};
    f.steps = steps;
    f.help = is_job ? "store errno in the job's record before it is handed over"
                    : "store errno in the job's record right after the call that failed, and read "
                      "it from there";
    vec_push(a, &s->ctx->out->list, f);
}

static void look_at_errno(struct search *s)
{
    const struct domains *d = s->ctx->domains;
    for (uint32_t i = 0; i < d->n; i++) {
        const struct entry *e = &d->entries[i];
        bool is_job = e->domain == DOM_POOL || e->domain == DOM_THREAD, is_end = false;
        for (uint32_t k = 0; k < d->n && !is_job; k++)
            is_end |= e->domain == DOM_LOOP && parallel_is_completion(d, i, k);
        op_id op = is_job || is_end ? early_errno(s, e->func) : (op_id){0};
        if (op.v)
            report_errno(s, e, op, is_job);
    }
}

/* ---- static buffers ---- */
static bool is_static_result(const struct cat_func *cat)
{
    if (!cat || cat->returns_arg >= 0)
        return false;
    for (uint32_t i = 0; i < cat->n_nonreentrant; i++)
        if (!cat->nonreentrant[i].reads && !cat->nonreentrant[i].guarded &&
            strstr(cat->nonreentrant[i].state, "static"))
            return true;
    return false;
}

/* The call, by code that the job does not run, whose static result the loaded value can be. */
static site_id static_behind(const struct search *s, gfunc_id func, const struct unit_op *op)
{
    const struct program *p = s->ctx->program;
    const struct unit *u = program_unit(p, func);

    if (op->kind != OP_LOAD || u->types[op->type.v].kind != TYPE_POINTER ||
        !has_deref(u, &u->paths[op->path.v]))
        return (site_id){0};
    struct obj_set set = flow_path(p, func, op->path);
    for (uint32_t i = 0; i < set.n; i++) {
        const struct flow_obj *o = flow_object(p, set.v[i]);
        if (o->kind == OBJ_RESULT && o->site.v &&
            is_static_result(s->ctx->flow->site_cat[o->site.v]) &&
            !s->runs[p->sites[o->site.v].caller.v])
            return o->site;
    }
    return (site_id){0};
}

static void look_at_buffers(struct search *s)
{
    const struct program *p = s->ctx->program;
    struct map seen;

    map_init(&seen, s->ctx->arena);
    for (uint32_t func = 1; func < p->n_funcs; func++) {
        const struct unit *u = program_unit(p, (gfunc_id){func});
        const struct range ops = program_func(p, (gfunc_id){func})->ops;
        for (uint32_t o = ops.first; s->visit_of[func] && o < ops.first + ops.n; o++) {
            site_id made = static_behind(s, (gfunc_id){func}, &u->ops[o]);
            if (!made.v || !map_put_new(&seen, made.v, 1))
                continue;
            const char *name = s->ctx->flow->site_cat[made.v]->name;
            struct finding f = {.rule = "CA203", .level = LEVEL_WARNING, .entity = name,
                                .confidence = CONF_MEDIUM,
                                .at = spot_of_op(p, (gfunc_id){func}, (op_id){o})};
            if (s->walk.visits.v[s->visit_of[func] - 1].conf < f.confidence)
                f.confidence = CONF_LOW;
            f.message = arena_printf(s->ctx->arena,
                                     "the job reads the static buffer of %s(), which may hold "
                                     "another result by then", name);
            add_steps(s, &f, (gfunc_id){func}, (op_id){o});
            add_side(s, &f, "called here, by the thread that hands the work over",
                     spot_of_site(p, made));
            f.help = "copy the result itself into the job's record, or use the form with a buffer "
                     "of the caller's";
            vec_push(s->ctx->arena, &s->ctx->out->list, f);
        }
    }
}

/* ---- locale ---- */
/* What it reads and writes depends on the thread's locale: decimal points, the order of words. */
static bool asks_locale(const struct program *p, site_id site)
{
    static const char *const names[] = {
        "atof", "localeconv", "mbstowcs", "nl_langinfo", "strcoll", "strftime", "strfmon",
        "strtod", "strtof", "strtold", "strxfrm", "towlower", "towupper", "wcscoll", "wcstombs"};
    gsym_id callee = p->sites[site.v].callee;
    for (size_t i = 0; callee.v && i < sizeof names / sizeof *names; i++)
        if (!strcmp(p->syms[callee.v].name, names[i]))
            return true;
    return false;
}

/* Does the call give its thread a locale? uselocale(0) only asks. */
static bool sets_locale(const struct search *s, site_id site)
{
    const struct program *p = s->ctx->program;
    gsym_id callee = p->sites[site.v].callee;
    return callee.v && !strcmp(p->syms[callee.v].name, "uselocale") &&
           context_eval(s->ctx->flow, p->sites[site.v].caller, NULL, site_arg(p, site, 0)).kind !=
               ABS_INT;
}

/* The call next to a place that hands the job over; 0: none. */
static site_id locale_of_submitter(const struct search *s)
{
    const struct program *p = s->ctx->program;
    const struct strand *job = &shared_parallel(s->ctx)->strands[s->strand];

    for (uint32_t i = 1; i < p->n_sites; i++)
        for (uint32_t c = 0; sets_locale(s, (site_id){i}) && c < job->n_creations; c++)
            if (!s->runs[p->sites[i].caller.v] &&
                nearness(s, p->sites[i].caller, job->creations[c].func) == CONF_HIGH)
                return (site_id){i};
    return (site_id){0};
}

static void look_at_locale(struct search *s)
{
    const struct program *p = s->ctx->program;
    site_id set = locale_of_submitter(s), asks = {0};

    for (uint32_t i = 1; set.v && i < p->n_sites; i++) {
        gfunc_id caller = p->sites[i].caller;
        if (s->visit_of[caller.v] && sets_locale(s, (site_id){i}))
            return;
        if (!asks.v && s->visit_of[caller.v] && asks_locale(p, (site_id){i}))
            asks = (site_id){i};
    }
    if (!asks.v)
        return;
    const struct site *at = &p->sites[asks.v];
    struct finding f = {.rule = "CA203", .level = LEVEL_WARNING, .entity = "uselocale",
                        .confidence = CONF_MEDIUM, .at = spot_of_site(p, asks)};
    if (s->walk.visits.v[s->visit_of[at->caller.v] - 1].conf < f.confidence)
        f.confidence = CONF_LOW;
    f.message = arena_printf(s->ctx->arena, "the job calls %s() in the locale of the process: "
                                            "uselocale() has set the submitter's only",
                             p->syms[at->callee.v].name);
    add_steps(s, &f, at->caller, at->op);
    add_side(s, &f, "set here, in the thread that hands the work over", spot_of_site(p, set));
    f.help = "set the locale at the start of the job (and back at its end), or use the form that "
             "gets it as an argument (strtod_l())";
    vec_push(s->ctx->arena, &s->ctx->out->list, f);
}

/* ---- the rule ---- */
static void look_at_job(struct search *s, uint32_t strand)
{
    struct arena *a = s->ctx->arena;
    const struct strand *job = &shared_parallel(s->ctx)->strands[strand];
    struct walk_start start = {.func = job->roots[0], .conf = CONF_HIGH};
    uint32_t n_funcs = s->ctx->program->n_funcs;

    ASSERT(job->n_roots > 0);
    s->strand = strand;
    s->runs = arena_array(a, bool, n_funcs + 1);
    s->visit_of = arena_array(a, uint32_t, n_funcs + 1);
    walk_run(a, s->ctx->flow, &start, 1, WALK_ENDING_PATHS, NULL, NULL, NULL, &s->walk);
    for (uint32_t i = s->walk.visits.n; i-- > 0;) {
        const struct visit *v = &s->walk.visits.v[i];
        if (v->is_replaced)
            continue;
        s->runs[v->func.v] = true;
        s->visit_of[v->func.v] = i + 1;
    }
    look_at_variables(s);
    look_at_buffers(s);
    look_at_locale(s);
}

void rule_context_lost_in_executor(struct rule_context *ctx)
{
    struct search s = {.ctx = ctx};
    const struct parallel *par = shared_parallel(ctx);

    find_touches(&s);
    for (uint32_t i = 0; i < par->n; i++)
        if (par->strands[i].kind == STRAND_THREAD || par->strands[i].kind == STRAND_POOL)
            look_at_job(&s, i);
    look_at_errno(&s);
}
