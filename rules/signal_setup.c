/*
 * Signal numbers come from the arguments of the installing calls: signal(SIGTERM, f), or the
 * sigaction() calls that follow a store to sa_handler. In a wrapper both are its parameters, and
 * its callers are asked. In a table of records the numbers beside the handler are its own; of other
 * tables the value flow knows the set of all numbers, and where that is open, so is the answer.
 */
#include "rules/signal_setup.h"

#include <signal.h>
#include <string.h>

#include "domains/domains.h"
#include "flow/context.h"
#include "flow/guards.h"
#include "flow/shape.h"

enum { MAX_WRAPPERS = 4, MAX_GUARDS = 8, MANY = 8, MAX_SIGNAL = 64 };

#define BIT(number) (UINT64_C(1) << (number))
static const uint64_t FAULTS = BIT(SIGSEGV) | BIT(SIGABRT) | BIT(SIGFPE) | BIT(SIGILL) |
                               BIT(SIGBUS) | BIT(SIGTRAP) | BIT(SIGSYS);
static const uint64_t EVERYDAY = BIT(SIGHUP) | BIT(SIGINT) | BIT(SIGTERM) | BIT(SIGUSR1) |
                                 BIT(SIGUSR2) | BIT(SIGALRM) | BIT(SIGCHLD) | BIT(SIGPIPE) |
                                 BIT(SIGWINCH) | BIT(SIGTSTP) | BIT(SIGCONT) | BIT(SIGPROF);

bool signal_is_crash(const struct signal_handler *h, uint32_t number)
{
    ASSERT(number < MAX_SIGNAL);
    if (!number || FAULTS & BIT(number))
        return number;
    return h->signals & FAULTS && !(EVERYDAY & BIT(number));
}

/* ---- which signals a handler is installed for ---- */
struct finding_setup {
    struct rule_context *ctx;
    struct signal_setup *out;
};

static void note_func(struct finding_setup *k, gfunc_id func, uint64_t signals, bool open,
                      bool sure)
{
    for (uint32_t h = 0; h < k->out->handlers.n; h++) {
        struct signal_handler *handler = &k->out->handlers.v[h];
        if (handler->func.v != func.v)
            continue;
        handler->signals |= signals;
        handler->is_open |= open;
        handler->is_sure |= sure;
    }
}

/* In a table of records {SIGHUP, "hup", on_hup}: the numbers that stand beside the function. */
static uint64_t beside(const struct program *p, uint32_t unit, uint32_t init)
{
    const struct unit *u = p->units[unit];
    const struct unit_path *path = &u->paths[u->inits[init].path.v];
    uint64_t signals = 0;

    if (path->sels.n != 2 || u->sels[path->sels.first].kind != SEL_INDEX_CONST)
        return 0;
    for (uint32_t i = 1; i < u->n_inits; i++) {
        const struct unit_path *other = &u->paths[u->inits[i].path.v];
        const struct unit_val *v = &u->vals[u->inits[i].val.v];
        if (other->root == path->root && other->id == path->id && other->sels.n == 2 &&
            u->sels[other->sels.first].num == u->sels[path->sels.first].num &&
            v->kind == VAL_INT && v->num > 0 && v->num < MAX_SIGNAL)
            signals |= BIT(v->num);
    }
    return signals;
}

static uint64_t in_table(struct finding_setup *k, gfunc_id func)
{
    const struct program *p = k->ctx->program;
    uint64_t signals = 0;

    for (uint32_t unit = 0; unit < p->n_units; unit++)
        for (uint32_t i = 1; i < p->units[unit]->n_inits; i++) {
            const struct unit_val *v = &p->units[unit]->vals[p->units[unit]->inits[i].val.v];
            if (v->kind == VAL_FUNC && p->syms[p->unit_syms[unit][v->a].v].func.v == func.v)
                signals |= beside(p, unit, i);
        }
    return signals;
}

static void note(struct finding_setup *k, struct obj_set funcs, uint64_t signals, bool open)
{
    for (uint32_t i = 0; i < funcs.n; i++) {
        const struct flow_obj *o = flow_object(k->ctx->program, funcs.v[i]);
        if (o->kind != OBJ_FUNC || !o->func.v)
            continue;
        uint64_t own = funcs.n > 1 && (open || (signals & (signals - 1))) ? in_table(k, o->func)
                                                                           : 0;
        note_func(k, o->func, own ? own : signals, open && !own, own || funcs.n <= MANY);
    }
}

static int param_of(const struct program *p, gfunc_id func, val_id v)
{
    const struct unit *u = program_unit(p, func);
    if (u->vals[v.v].kind != VAL_LOAD)
        return -1;
    const struct unit_path *path = &u->paths[u->ops[u->vals[v.v].a].path.v];
    return path->root == ROOT_PARAM && !path->sels.n ? (int)path->id : -1;
}

/* The numbers that v can be; false: others too. */
static bool numbers(struct finding_setup *k, gfunc_id func, val_id v, uint64_t *out)
{
    struct absval one = context_eval(k->ctx->flow, func, NULL, v);
    struct obj_set set = flow_value(k->ctx->program, func, v);

    *out = 0;
    if (one.kind == ABS_INT) {
        if (one.num > 0 && one.num < MAX_SIGNAL)
            *out = BIT(one.num);
        return true;
    }
    for (uint32_t i = 0; i < set.n; i++) {
        const struct flow_obj *o = flow_object(k->ctx->program, set.v[i]);
        if (o->kind == OBJ_INT && o->num > 0 && o->num < MAX_SIGNAL)
            *out |= BIT(o->num);
    }
    return *out && !set.open;
}

static void install(struct finding_setup *k, gfunc_id func, val_id sig, val_id cb, uint32_t depth)
{
    const struct program *p = k->ctx->program;
    int by_sig = param_of(p, func, sig), by_cb = param_of(p, func, cb);
    bool asked = false;
    uint64_t set;

    for (uint32_t i = 1; by_sig >= 0 && depth < MAX_WRAPPERS && i < p->n_sites; i++) {
        const struct site *s = &p->sites[i];
        for (uint32_t e = 0; e < s->n_edges; e++) {
            val_id arg = site_arg(p, (site_id){i}, by_sig);
            if (p->edges[s->first_edge + e].to.v != func.v || !arg.v)
                continue;
            asked = true;
            if (by_cb >= 0) {
                install(k, s->caller, arg, site_arg(p, (site_id){i}, by_cb), depth + 1);
                continue;
            }
            bool all = numbers(k, s->caller, arg, &set);
            note(k, flow_value(p, func, cb), set, !all);
        }
    }
    if (asked)
        return;
    bool all = numbers(k, func, sig, &set);
    note(k, flow_value(p, func, cb), set, !all);
}

static void by_calls(struct finding_setup *k)
{
    const struct program *p = k->ctx->program;
    for (uint32_t i = 1; i < p->n_sites; i++) {
        const struct cat_func *cat = k->ctx->flow->site_cat[i];
        for (uint32_t r = 0; cat && r < cat->n_registers; r++) {
            val_id cb = site_arg(p, (site_id){i}, cat->registers[r].cb);
            if (cat->registers[r].domain == DOM_SIGNAL && cb.v)
                install(k, p->sites[i].caller, site_arg(p, (site_id){i}, 0), cb, 0);
        }
    }
}

static bool is_call_of(const struct program *p, const struct site *s, const char *name)
{
    return s->callee.v && !strcmp(p->syms[s->callee.v].name, name);
}

/* The object whose address is passed: root and id of its path. */
static const struct unit_path *passed_object(const struct program *p, site_id site, int arg)
{
    const struct unit *u = program_unit(p, p->sites[site.v].caller);
    const struct unit_val *v = &u->vals[site_arg(p, site, arg).v];
    if (v->kind == VAL_ADDR)
        return &u->paths[v->a];
    return v->kind == VAL_LOAD ? &u->paths[u->ops[v->a].path.v] : NULL;
}

static bool same_root(const struct unit_path *a, const struct unit_path *b)
{
    return a && b && a->root == b->root && a->id == b->id;
}

static bool names_handler(struct finding_setup *k, const struct unit *u, path_id id)
{
    const struct unit_path *path = &u->paths[id.v];
    if (!path->sels.n)
        return false;
    const struct unit_sel *last = &u->sels[path->sels.first + path->sels.n - 1];
    if (last->kind != SEL_FIELD)
        return false;
    const struct unit_field *f = &u->fields[last->id];
    const struct cat_handler_field *h = catalog_handler_field(
        k->ctx->catalog, unit_str(u, u->records[f->record.v].name), unit_str(u, f->name));
    return h && h->domain == DOM_SIGNAL;
}

static bool stores_handler(struct finding_setup *k, const struct unit *u, const struct unit_op *op)
{
    return op->kind == OP_STORE && names_handler(k, u, op->path);
}

/* The calls of sigaction() that get the record, after the store and before the next handler that is
 * stored there. */
static void by_store(struct finding_setup *k, gfunc_id func, op_id store)
{
    const struct program *p = k->ctx->program;
    const struct unit *u = program_unit(p, func);
    const struct prog_func *pf = &p->funcs[func.v];
    const struct unit_path *path = &u->paths[u->ops[store.v].path.v];
    const struct func_shape *shape = flow_shape(k->ctx->flow, func);
    struct op_list stores = shape_stores(shape, path->root, path->id);
    uint32_t end = UINT32_MAX;
    bool found = false;

    for (uint32_t i = 0; i < stores.n; i++)
        if (stores.v[i].op.v > store.v && stores.v[i].op.v < end &&
            stores_handler(k, u, &u->ops[stores.v[i].op.v]) &&
            shape_block_of(shape, stores.v[i].op) == shape_block_of(shape, store))
            end = stores.v[i].op.v;
    for (uint32_t i = pf->first_site; i < pf->first_site + pf->n_sites; i++) {
        const struct site *s = &p->sites[i];
        if (!is_call_of(p, s, "sigaction") || s->op.v < store.v || s->op.v >= end ||
            !same_root(path, passed_object(p, (site_id){i}, 1)))
            continue;
        install(k, func, site_arg(p, (site_id){i}, 0), u->ops[store.v].val, 0);
        found = true;
    }
    if (!found)
        note(k, flow_value(p, func, u->ops[store.v].val), 0, true);
}

static void by_fields(struct finding_setup *k)
{
    const struct program *p = k->ctx->program;
    for (uint32_t i = 1; i < p->n_funcs; i++) {
        const struct unit *u = program_unit(p, (gfunc_id){i});
        const struct range ops = program_func(p, (gfunc_id){i})->ops;
        for (uint32_t o = ops.first; o < ops.first + ops.n; o++)
            if (stores_handler(k, u, &u->ops[o]))
                by_store(k, (gfunc_id){i}, (op_id){o});
    }
}

/* sigaction() of a record that is initialised with its handler. */
static void by_inits(struct finding_setup *k)
{
    const struct program *p = k->ctx->program;
    for (uint32_t i = 1; i < p->n_sites; i++) {
        uint32_t unit = p->funcs[p->sites[i].caller.v].unit;
        const struct unit *u = p->units[unit];
        const struct unit_path *record =
            is_call_of(p, &p->sites[i], "sigaction") ? passed_object(p, (site_id){i}, 1) : NULL;
        uint64_t set;
        if (!record || record->root != ROOT_SYM)
            continue;
        bool all = numbers(k, p->sites[i].caller, site_arg(p, (site_id){i}, 0), &set);
        uint32_t init = k->ctx->flow->init_head[unit][record->id];
        for (; init; init = k->ctx->flow->init_next[unit][init]) {
            const struct unit_val *v = &u->vals[u->inits[init].val.v];
            if (v->kind == VAL_FUNC && names_handler(k, u, u->inits[init].path))
                note_func(k, p->syms[p->unit_syms[unit][v->a].v].func, set, !all, true);
        }
    }
}

/* ---- what is blocked, and where it is let in ---- */
static uint64_t set_at(struct finding_setup *k, site_id mask)
{
    const struct program *p = k->ctx->program;
    const struct site *m = &p->sites[mask.v];
    const struct prog_func *pf = &p->funcs[m->caller.v];
    const struct unit_path *set = passed_object(p, mask, 1);
    uint64_t signals = 0;

    for (uint32_t i = pf->first_site; i < pf->first_site + pf->n_sites; i++) {
        const struct site *s = &p->sites[i];
        uint64_t added;
        if (s->op.v > m->op.v || !same_root(set, passed_object(p, (site_id){i}, 0)))
            continue;
        if (is_call_of(p, s, "sigfillset"))
            signals = UINT64_MAX;
        else if (is_call_of(p, s, "sigemptyset"))
            signals = 0;
        else if (is_call_of(p, s, "sigaddset") &&
                 numbers(k, m->caller, site_arg(p, (site_id){i}, 1), &added))
            signals |= added;
    }
    return signals;
}

/* Is the call only made in a forked child? */
static bool is_childs(struct finding_setup *k, site_id site)
{
    const struct site *s = &k->ctx->program->sites[site.v];
    const struct func_shape *shape = flow_shape(k->ctx->flow, s->caller);
    struct arena scratch;

    arena_init(&scratch);
    bool *reached = arena_array(&scratch, bool, shape->func->blocks.n + 1);
    context_blocks(k->ctx->flow, s->caller, NULL, reached);
    bool childs = !reached[shape_block_of(shape, s->op)];
    arena_release(&scratch);
    return childs;
}

static void mask_at(struct finding_setup *k, site_id site)
{
    struct absval how = context_eval(k->ctx->flow, k->ctx->program->sites[site.v].caller, NULL,
                                     site_arg(k->ctx->program, site, 0));
    uint64_t set = set_at(k, site);

    if (how.kind == ABS_INT && how.num == SIG_BLOCK)
        k->out->blocked |= set;
    else if (how.kind == ABS_INT && how.num == SIG_SETMASK && set)
        k->out->blocked |= set;
    else if (!is_childs(k, site))
        k->out->unblocks = true;
}

static void masks(struct finding_setup *k)
{
    static const struct {
        const char *name;
        int mask;
    } waits[] = {{"sigsuspend", 0}, {"pselect", 5}, {"ppoll", 3}, {"epoll_pwait", 4},
                 {"epoll_pwait2", 4}};
    const struct program *p = k->ctx->program;

    for (uint32_t i = 1; i < p->n_sites; i++) {
        const struct site *s = &p->sites[i];
        if (is_call_of(p, s, "sigprocmask") || is_call_of(p, s, "pthread_sigmask"))
            mask_at(k, (site_id){i});
        for (size_t w = 0; w < sizeof waits / sizeof *waits; w++) {
            val_id mask = site_arg(p, (site_id){i}, waits[w].mask);
            if (is_call_of(p, s, waits[w].name) && mask.v &&
                context_eval(k->ctx->flow, s->caller, NULL, mask).kind != ABS_INT)
                k->out->waits = true;
        }
    }
}

void signal_setup_find(struct rule_context *ctx, struct signal_setup *out)
{
    struct finding_setup k = {.ctx = ctx, .out = out};
    const struct domains *d = ctx->domains;

    memset(out, 0, sizeof *out);
    for (uint32_t i = 0; i < d->n; i++) {
        if (d->entries[i].domain != DOM_SIGNAL)
            continue;
        if (!out->handlers.n || vec_last(&out->handlers).func.v != d->entries[i].func.v)
            vec_push(ctx->arena, &out->handlers,
                     ((struct signal_handler){.func = d->entries[i].func, .entry = i}));
    }
    if (!out->handlers.n)
        return;
    by_calls(&k);
    by_fields(&k);
    by_inits(&k);
    masks(&k);
}

enum tri signal_waited_for(const struct signal_setup *s, const struct signal_handler *h)
{
    ASSERT(h->func.v);
    if (h->is_open || !h->signals || !s->waits || (h->signals & ~s->blocked))
        return TRI_NO;
    return s->unblocks ? TRI_MAYBE : TRI_YES;
}

/* ---- flags ---- */
/* Does the function store two different constants to the variable? */
static bool sets_around(const struct flow_facts *f, gfunc_id func, gsym_id sym)
{
    const struct program *p = f->program;
    const struct unit *u = program_unit(p, func);
    const struct range ops = program_func(p, func)->ops;
    const struct unit_val *first = NULL;

    for (uint32_t o = ops.first; o < ops.first + ops.n; o++) {
        const struct unit_path *path = &u->paths[u->ops[o].path.v];
        const struct unit_val *v = &u->vals[u->ops[o].val.v];
        if (u->ops[o].kind != OP_STORE || path->root != ROOT_SYM || path->sels.n ||
            v->kind != VAL_INT || p->unit_syms[p->funcs[func.v].unit][path->id].v != sym.v)
            continue;
        if (first && (first->num != 0) != (v->num != 0))
            return true;
        first = v;
    }
    return false;
}

bool signal_flag_around(struct rule_context *ctx, site_id site)
{
    const struct program *p = ctx->program;
    gfunc_id func = p->sites[site.v].caller;
    val_id tests[MAX_GUARDS];
    uint32_t n = guards_of(ctx->flow, site, tests, MAX_GUARDS);

    ASSERT(n <= MAX_GUARDS);
    for (uint32_t i = 0; i < n; i++) {
        gsym_id flag = value_global(p, func, tests[i]);
        for (uint32_t f = 1; flag.v && f < p->n_funcs; f++)
            if (f != func.v && sets_around(ctx->flow, (gfunc_id){f}, flag))
                return true;
    }
    return false;
}

bool signal_asks_handler(struct rule_context *ctx, gfunc_id handler, gfunc_id func)
{
    const struct program *p = ctx->program;
    const struct unit *u = program_unit(p, func);
    const struct range blocks = program_func(p, func)->blocks;

    for (uint32_t b = blocks.first; b < blocks.first + blocks.n; b++) {
        gsym_id flag = u->blocks[b].term == TERM_BRANCH
                           ? value_global(p, func, u->blocks[b].val) : (gsym_id){0};
        if (flag.v && sets_around(ctx->flow, handler, flag))
            return true;
    }
    return false;
}
