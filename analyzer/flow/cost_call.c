/*
 * What a call of a library function computes, by its catalog entry: in the terms of the calling
 * function (for summaries), or as a number in one context (for findings).
 */
#include <string.h>

#include "flow/cost_internal.h"

/* Orders of magnitude on a usual 3 GHz core; the benchmarks' primitives are more exact. */
enum { NS_LOCK = 25, NS_ALLOC = 60, NS_SMALL = 50, NS_SYSCALL = 1000 };
enum { NS_SURE_ALLOC = 40, NS_SURE_CALL = 100, NS_SURE_SMALL = 2 }; /* it takes that at least */
static const double NS_BYTE = 0.1;

/* ---- arguments ---- */
/* The call of that name in the same function; 0 when there is none, or several. */
static site_id other_call(const struct program *p, gfunc_id func, const char *name)
{
    const struct prog_func *pf = &p->funcs[func.v];
    site_id found = {0};

    for (uint32_t i = 0; i < pf->n_sites; i++) {
        gsym_id callee = p->sites[pf->first_site + i].callee;
        if (!callee.v || strcmp(p->syms[callee.v].name, name) != 0)
            continue;
        if (found.v)
            return (site_id){0};
        found.v = pf->first_site + i;
    }
    return found;
}

val_id cost_argument(const struct flow_facts *f, site_id site, const struct cat_cpu_factor *by)
{
    if (by->call) {
        site = other_call(f->program, f->program->sites[site.v].caller, by->call);
        if (!site.v)
            return (val_id){0};
    }
    return site_arg(f->program, site, by->arg);
}

/* ---- summaries ---- */
static void scale(const struct flow_facts *f, site_id site, const struct cat_cpu_factor *by,
                  struct cost_term *t)
{
    gfunc_id func = f->program->sites[site.v].caller;
    val_id v = cost_argument(f, site, by);
    struct absval num = v.v ? context_eval(f, func, NULL, v) : (struct absval){.kind = ABS_ANY};

    if (num.kind == ABS_INT) {
        t->ns *= cpu_scaled(by->scale, num.num < 0 ? 0 : (double)num.num);
        return;
    }
    if (!v.v && by->call) { /* nobody sets it here: another kind of key, or set elsewhere */
        t->ns = 0;
        return;
    }
    int param = cost_param(flow_shape(f, func), v);
    if ((param < 0 || param > UINT8_MAX) && by->typical > 0) {
        t->ns *= cpu_scaled(by->scale, by->typical);
        t->sure = false;
        return;
    }
    bool is_param = param >= 0 && param <= UINT8_MAX;
    struct cost_factor factor = {.bound = is_param ? COST_PARAM : COST_DATA,
                                 .scale = (uint8_t)by->scale, .func = func, .val = v,
                                 .param = is_param ? (uint8_t)param : 0, .unit = by->unit};
    ASSERT(t->n < COST_FACTORS);
    t->by[t->n++] = factor;
}

static void add_terms(const struct flow_facts *f, site_id site, const struct cat_func *cat,
                      struct cost *out)
{
    for (uint32_t i = 0; i < cat->n_cpu; i++) {
        const struct cat_cpu_term *term = &cat->cpu[i];
        enum tri when = conds_all(f, site, NULL, term->when);
        struct cost_term t = {.ns = term->ns, .sure = when == TRI_YES};
        if (when == TRI_NO)
            continue;
        for (uint32_t k = 0; k < term->n_by && k < COST_FACTORS; k++)
            scale(f, site, &term->by[k], &t);
        cost_add_term(out, &t);
    }
}

static bool is_parking(const struct cat_func *cat)
{
    enum cat_lock_op op = cat->lock->op;
    return op == LOCK_COND_WAIT || op == LOCK_SEM_WAIT || op == LOCK_BARRIER;
}

struct cost cost_of_library(const struct flow_facts *f, site_id site, const struct cat_func *cat)
{
    struct cost out = {0};
    bool touches = cat->memory.reads || cat->memory.writes;

    if (cat->lock) {
        out.parks = is_parking(cat);
        out.ns = out.sure_ns = NS_LOCK;
        return out;
    }
    out.waits = cat->blocks || cat->waits || cat->process;
    for (uint32_t i = 0; i < cat->n_registers; i++) /* what it calls back is not counted */
        out.is_open |= cat->registers[i].domain == DOM_SYNC ||
                       cat->registers[i].domain == DOM_ONCE;
    if (cat->n_cpu) {
        add_terms(f, site, cat, &out);
        return out;
    }
    if (touches && cat->size >= 0) {
        struct cat_cpu_factor by = {.arg = cat->size, .unit = "byte"};
        struct cost_term t = {.ns = NS_BYTE, .sure = true};
        scale(f, site, &by, &t);
        cost_add_term(&out, &t);
    }
    out.ns += out.waits ? NS_SYSCALL : cat->alloc ? NS_ALLOC : NS_SMALL;
    out.sure_ns += cat_is_io(cat) ? NS_SYSCALL
                   : out.waits    ? NS_SURE_CALL
                   : cat->alloc   ? NS_SURE_ALLOC
                                  : NS_SURE_SMALL;
    out.is_open |= !out.waits && !cat->alloc && !touches && !cat->never_blocks &&
                   cat->returns_arg < 0 && !cat->n_nonreentrant;
    return out;
}

/* ---- in a context ---- */
struct number {
    bool is_known, is_maybe;
    double n;
};

/* Constants that value flow brings: the largest, when no others can come. Numbers like INT_MAX
 * stand for "no limit", not for work. */
static struct number flowing(const struct flow_facts *f, gfunc_id func, val_id v)
{
    struct obj_set set = flow_value(f->program, func, v);
    struct number out = {.is_known = set.n && !set.open, .is_maybe = set.n > 1};

    for (uint32_t i = 0; i < set.n; i++) {
        const struct flow_obj *o = flow_object(f->program, set.v[i]);
        if (o->kind != OBJ_INT || o->num >= INT32_MAX || o->num < 0)
            return (struct number){0};
        out.n = (double)o->num > out.n ? (double)o->num : out.n;
    }
    return out;
}

static struct number number_of(const struct flow_facts *f, site_id site, const struct context *ctx,
                               const struct cat_cpu_factor *by)
{
    gfunc_id func = f->program->sites[site.v].caller;
    val_id v = cost_argument(f, site, by);

    if (!v.v)
        return (struct number){0};
    struct absval a = context_eval(f, func, ctx, v);
    if (a.kind == ABS_INT)
        return (struct number){.is_known = true, .n = (double)a.num};
    if (a.kind == ABS_NONNULL || a.kind == ABS_FUNC)
        return (struct number){.is_known = true, .n = 0}; /* a pointer in place of a number */
    return flowing(f, func, v);
}

static void note_input(struct call_cost *out, const struct cat_cpu_factor *by, double n,
                       bool assumed)
{
    if (out->n_inputs < COST_FACTORS)
        out->inputs[out->n_inputs++] =
            (struct cost_input){by->unit ? by->unit : "unit", by->arg, n, assumed};
}

/* False: the term has no number. */
static bool judge_factor(const struct flow_facts *f, site_id site, const struct context *ctx,
                         const struct cat_cpu_factor *by, double *ns, struct call_cost *out)
{
    struct number num = number_of(f, site, ctx, by);
    if (!num.is_known && by->typical <= 0) {
        if (!by->call && *ns > out->open_ns) {
            out->open_ns = *ns;
            out->open_scale = by->scale;
            out->open_arg = by->arg;
        }
        return false;
    }
    bool assumed = !num.is_known;
    double n = assumed ? by->typical : num.n < 0 ? 0 : num.n;
    *ns *= cpu_scaled(by->scale, n);
    out->is_maybe |= assumed || num.is_maybe;
    note_input(out, by, n, assumed);
    return true;
}

struct call_cost cost_judge(const struct flow_facts *f, site_id site, const struct context *ctx,
                            const struct cat_func *cat)
{
    struct call_cost out = {0};

    for (uint32_t i = 0; i < cat->n_cpu; i++) {
        const struct cat_cpu_term *term = &cat->cpu[i];
        enum tri when = conds_all(f, site, ctx, term->when);
        double ns = term->ns;
        bool is_number = when == TRI_YES || when == TRI_MAYBE;
        for (uint32_t k = 0; is_number && k < term->n_by; k++)
            is_number = judge_factor(f, site, ctx, &term->by[k], &ns, &out);
        if (!is_number)
            continue;
        out.is_maybe |= when == TRI_MAYBE;
        out.is_fixed |= !term->n_by;
        out.ns += ns;
    }
    ASSERT(out.ns >= 0);
    return out;
}
