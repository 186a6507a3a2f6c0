/*
 * What a call means for value flow. A function with a body: arguments into its parameters, its
 * returns into the call's result. One without: the result is an object of its own (its origin), and
 * so is what it may write through pointers to integers and pointers. Calls through pointers get the
 * same, one function after the other, as the solver finds them.
 */
#include "link/internal.h"

/* Marks the number of a site that is asked about the functions it passes on, not those it calls. */
#define CALLBACK_SITE UINT32_C(0x80000000)

const struct unit_op *site_op(const struct program *p, site_id s)
{
    const struct site *site = &p->sites[s.v];

    return &program_unit(p, site->caller)->ops[site->op.v];
}

static struct vref site_arg(const struct program *p, site_id s, uint32_t i, bool create)
{
    const struct site *site = &p->sites[s.v];
    uint32_t unit = p->funcs[site->caller.v].unit;
    const struct unit_op *op = site_op(p, s);

    ASSERT(i < op->args.n);
    return ref_value(p, site->caller, unit, p->units[unit]->args[op->args.first + i].val, create);
}

static uint32_t site_cause(struct program *p, site_id s)
{
    struct value_flow *fl = p->flow;

    if (fl->site_cause[s.v] == 0) {
        fl->site_cause[s.v] =
            cause_add(p, (struct cause){.kind = CAUSE_ARG,
                                        .func = p->sites[s.v].caller,
                                        .unit = p->funcs[p->sites[s.v].caller.v].unit,
                                        .place = site_op(p, s)->place});
    }
    return fl->site_cause[s.v];
}

static void call_body(struct program *p, site_id s, gfunc_id callee)
{
    const struct unit_op *op = site_op(p, s);
    uint32_t n = program_func(p, callee)->n_params;

    p->flow->is_called[callee.v] = true;
    for (uint32_t i = 0; i < n && i < op->args.n; i++) {
        value_into(p, site_arg(p, s, i, true), node_param(p, callee, i), site_cause(p, s));
    }
    solver_copy(&p->flow->solver, node_return(p, callee), node_site(p, s), 0);
}

static bool is_number_or_pointer(const struct unit_type *t)
{
    return t->kind == TYPE_POINTER || t->kind == TYPE_ENUM || t->kind == TYPE_BOOL ||
           t->kind == TYPE_UNKNOWN || (t->kind == TYPE_INT && t->size != 1);
}

/* What a pointer or array of this type leads to; 0 for other types. */
static type_id pointee_type(const struct unit *u, type_id t)
{
    uint8_t kind = u->types[t.v].kind;

    while (kind == TYPE_POINTER || kind == TYPE_ARRAY) {
        t = u->types[t.v].elem;
        kind = u->types[t.v].kind;
        if (kind != TYPE_ARRAY) {
            return t;
        }
    }
    return (type_id){0};
}

/* Type of a parameter as the called function or pointer declares it; 0 when it does not. */
static type_id declared_type(const struct unit *u, const struct unit_op *op, uint32_t i)
{
    const struct unit_type *t =
        &u->types[op->callee.v ? u->syms[op->callee.v].type.v : u->vals[op->val.v].type.v];

    if (t->kind == TYPE_POINTER) {
        t = &u->types[t->elem.v];
    }
    if (t->kind != TYPE_FUNCTION || i >= t->params.n) {
        return (type_id){0};
    }
    return u->type_params[t->params.first + i].type;
}

/* Can an external function write something worth following through this argument? What it declares
 * decides, unless that is void *. */
static bool is_out_arg(const struct unit *u, const struct unit_op *op, uint32_t i)
{
    type_id t = pointee_type(u, declared_type(u, op, i));

    if (u->types[t.v].quals & QUAL_CONST) {
        return false;
    }
    if (u->types[t.v].kind == TYPE_VOID || u->types[t.v].kind == TYPE_UNKNOWN) {
        t = pointee_type(u, u->vals[u->args[op->args.first + i].val.v].type);
    }
    return u->types[t.v].kind != TYPE_UNKNOWN && !(u->types[t.v].quals & QUAL_CONST) &&
           is_number_or_pointer(&u->types[t.v]);
}

static void call_out(struct program *p, site_id s, uint32_t i)
{
    struct value_flow *fl = p->flow;
    uint32_t unit = p->funcs[p->sites[s.v].caller.v].unit, obj, cause;
    const struct unit *u = p->units[unit];
    struct vref arg = site_arg(p, s, i, true);

    if (!is_out_arg(u, site_op(p, s), i) ||
        (arg.node == 0 && fl->solver.objs.v[arg.obj].kind != OBJ_ADDR)) {
        return;
    }
    cause = cause_add(p, (struct cause){.kind = CAUSE_OUT,
                                        .func = p->sites[s.v].caller,
                                        .unit = unit,
                                        .place = site_op(p, s)->place});
    obj = solver_obj(&fl->solver, &(struct flow_obj){.kind = OBJ_OUT, .site = s, .arg = (int)i});
    if (arg.node == 0) {
        solver_base(&fl->solver, fl->solver.objs.v[arg.obj].node.v, obj, cause);
    } else {
        solver_store(&fl->solver, arg.node, ref_const_node(p, obj, cause), cause);
    }
}

/* ---- callbacks given to external functions ---- */

static bool is_pointer_to(const struct unit *u, type_id t, uint8_t kind)
{
    type_id to = pointee_type(u, t);

    return to.v != 0 && u->types[to.v].kind == kind && !(u->types[to.v].quals & QUAL_CONST);
}

static bool is_void_pointer_arg(const struct unit *u, const struct unit_op *op, uint32_t i)
{
    type_id declared = declared_type(u, op, i);

    return is_pointer_to(u, declared.v ? declared : u->vals[u->args[op->args.first + i].val.v].type,
                         TYPE_VOID);
}

/*
 * f was passed to an external function together with some void *: the usual way to hand a callback
 * its data. What was passed may come back in f's parameters of that type.
 */
static void call_back(struct program *p, site_id s, gfunc_id f)
{
    const struct unit *u = program_unit(p, p->sites[s.v].caller), *fu = program_unit(p, f);
    const struct unit_func *fn = program_func(p, f);
    const struct unit_op *op = site_op(p, s);

    for (uint32_t i = 0; i < op->args.n; i++) {
        if (!is_void_pointer_arg(u, op, i)) {
            continue;
        }
        for (uint32_t k = 0; k < fn->n_params; k++) {
            if (is_pointer_to(fu, fu->locals[fn->locals.first + k].type, TYPE_VOID)) {
                value_into(p, site_arg(p, s, i, true), node_param(p, f, k), site_cause(p, s));
            }
        }
    }
}

static void watch_callback(struct program *p, site_id s, uint32_t i)
{
    struct solver *solver = &p->flow->solver;
    const struct unit *u = program_unit(p, p->sites[s.v].caller);
    const struct unit_op *op = site_op(p, s);
    struct vref arg = site_arg(p, s, i, true);

    if (arg.node == 0) {
        gfunc_id f = solver->objs.v[arg.obj].func;

        if (f.v != 0) {
            call_back(p, s, f);
        }
    } else if (is_pointer_to(u, declared_type(u, op, i), TYPE_FUNCTION)) {
        solver_call(solver, arg.node, CALLBACK_SITE | s.v);
    }
}

static void call_external(struct program *p, site_id s, gsym_id callee)
{
    struct value_flow *fl = p->flow;
    const struct unit_op *op = site_op(p, s);
    const struct unit *u = program_unit(p, p->sites[s.v].caller);

    if (fl->site_external[s.v]) {
        return;
    }
    fl->site_external[s.v] = true;
    if (is_number_or_pointer(&u->types[op->type.v])) {
        fl->site_obj[s.v] = solver_obj(
            &fl->solver, &(struct flow_obj){.kind = OBJ_RESULT, .site = s, .sym = callee});
        solver_base(&fl->solver, node_site(p, s), fl->site_obj[s.v], 0);
    }
    for (uint32_t i = 0; i < op->args.n; i++) {
        call_out(p, s, i);
        watch_callback(p, s, i);
    }
}

static void call_direct(struct program *p, site_id s, gsym_id callee)
{
    const struct value_flow *fl = p->flow;
    struct alternatives alts = fl->alts[callee.v];

    if (p->syms[callee.v].func.v != 0) {
        call_body(p, s, p->syms[callee.v].func);
    } else if (alts.n == 0) {
        call_external(p, s, callee);
    }
    for (uint32_t i = 0; i < alts.n; i++) {
        gfunc_id f = p->syms[fl->alt_syms.v[alts.first + i].v].func;

        if (f.v != 0) {
            call_body(p, s, f);
        }
    }
}

void call_build(struct program *p, site_id s)
{
    struct value_flow *fl = p->flow;
    const struct unit_op *op = site_op(p, s);
    uint32_t unit = p->funcs[p->sites[s.v].caller.v].unit;
    gfunc_id caller = p->sites[s.v].caller;
    struct vref fn;

    for (uint32_t i = 0; i < op->args.n; i++) {
        (void)site_arg(p, s, i, true); /* takes note of functions whose address is taken */
    }
    if (op->callee.v != 0) {
        call_direct(p, s, p->sites[s.v].callee);
        return;
    }
    fn = op->val.v ? ref_value(p, caller, unit, op->val, true)
                   : ref_load(p, caller, unit, op->path, true);
    fl->site_fn[s.v] = fn;
    if (fn.node != 0) {
        solver_call(&fl->solver, fn.node, s.v);
    } else if (fn.obj != 0 && fl->solver.objs.v[fn.obj].kind == OBJ_FUNC) {
        call_resolved(p, s.v, fn.obj);
    }
}

bool call_fits(const struct program *p, site_id s, gfunc_id f)
{
    return program_func(p, f)->n_params <= site_op(p, s)->args.n;
}

void call_resolved(void *program, uint32_t site, uint32_t obj)
{
    struct program *p = program;
    const struct flow_obj *o = &p->flow->solver.objs.v[obj];
    site_id s = {site & ~CALLBACK_SITE};
    gsym_id sym = o->sym;
    gfunc_id func = o->func;

    ASSERT(o->kind == OBJ_FUNC);
    if (site & CALLBACK_SITE) {
        if (func.v != 0) {
            call_back(p, s, func);
        }
    } else if (func.v == 0) {
        call_external(p, s, sym);
    } else if (call_fits(p, s, func)) {
        call_body(p, s, func);
    }
}

/* ---- what the outside may do ---- */

static void mark_escaped(const struct program *p, struct vref v, bool *escaped)
{
    struct solver *s = &p->flow->solver;

    if (v.obj != 0) {
        escaped[s->objs.v[v.obj].func.v] = true;
        return;
    }
    if (v.node != 0) {
        const struct solver_set *set = solver_get(s, v.node);

        for (uint32_t i = 0; i < set->n; i++) {
            escaped[s->objs.v[set->v[i].obj].func.v] = true;
        }
    }
}

static bool has_function(struct solver *s, struct vref v)
{
    const struct solver_set *set;

    if (v.node == 0) {
        return s->objs.v[v.obj].kind == OBJ_FUNC;
    }
    set = solver_get(s, v.node);
    for (uint32_t i = 0; i < set->n; i++) {
        if (s->objs.v[set->v[i].obj].kind == OBJ_FUNC) {
            return true;
        }
    }
    return false;
}

static void open_site(struct program *p, site_id s, bool *escaped)
{
    struct value_flow *fl = p->flow;

    if (fl->site_external[s.v]) {
        for (uint32_t i = 0; i < site_op(p, s)->args.n; i++) {
            mark_escaped(p, site_arg(p, s, i, true), escaped);
        }
    } else if (p->sites[s.v].callee.v == 0 && !has_function(&fl->solver, fl->site_fn[s.v])) {
        solver_base(&fl->solver, node_site(p, s), OPEN_OBJ, 0);
    }
}

void call_open(struct program *p)
{
    struct value_flow *fl = p->flow;
    bool *escaped = arena_array(fl->solver.arena, bool, p->n_funcs);

    for (uint32_t i = 1; i < p->n_sites; i++) {
        open_site(p, (site_id){i}, escaped);
    }
    for (uint32_t i = 1; i < p->n_funcs; i++) {
        gfunc_id f = {i};

        for (uint32_t k = 0; (!fl->is_called[i] || escaped[i]) && k < program_func(p, f)->n_params;
             k++) {
            solver_base(&fl->solver, node_param(p, f, k), OPEN_OBJ, 0);
        }
    }
}
