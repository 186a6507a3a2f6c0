/*
 * Callbacks that catalogued functions register, wherever the catalogued call is written: in the
 * program or in its own wrapper. The value flow brings every function that can arrive at the
 * callback argument; the place that is shown is where the user wrote the function's name.
 */
#include <string.h>

#include "domains/collect.h"
#include "flow/context.h"

/* A handler gets the signal's number, and with SA_SIGINFO two pointers. What the value flow mixes
 * up with it, because both are kept in memory of one allocator, mostly does not. */
static bool can_handle_signals(const struct program *p, gfunc_id func)
{
    const struct unit *u = program_unit(p, func);
    const struct unit_func *uf = program_func(p, func);
    uint8_t first = uf->n_params
                        ? u->types[u->locals[uf->locals.first].type.v].kind : TYPE_UNKNOWN;

    return uf->n_params == 0 ||
           ((uf->n_params == 1 || uf->n_params == 3) && first != TYPE_POINTER);
}

static void add_function(struct collect *c, struct entry e, gfunc_id caller, val_id v, obj_id obj)
{
    const struct program *p = c->flow->program;
    const struct flow_obj *o = flow_object(p, obj);
    gfunc_id where = {0};
    place_id place = {0};

    if (o->kind != OBJ_FUNC || !o->func.v ||
        (e.domain == DOM_SIGNAL && !can_handle_signals(p, o->func)))
        return;
    e.func = o->func;
    if (flow_origin(p, caller, v, obj, &where, &place) && place.v) {
        e.where = where;
        e.where_unit = where.v ? p->funcs[where.v].unit : e.where_unit;
        e.place = where.v ? place : e.place;
    }
    collect_add(c, &e);
}

/* All functions in the initialisers of the records that v can point to (listener tables). */
static void add_table(struct collect *c, struct entry e, gfunc_id caller, val_id v)
{
    const struct program *p = c->flow->program;
    struct obj_set set = flow_value(p, caller, v);

    for (uint32_t i = 0; i < set.n; i++) {
        const struct flow_obj *o = flow_object(p, set.v[i]);
        gsym_id sym = o->kind == OBJ_ADDR ? (o->sym.v ? o->sym : flow_node_sym(p, o->node))
                                          : (gsym_id){0};
        if (!sym.v)
            continue;
        uint32_t unit = p->syms[sym.v].unit;
        const struct unit *u = p->units[unit];
        for (uint32_t k = 1; k < u->n_inits; k++) {
            const struct unit_path *path = &u->paths[u->inits[k].path.v];
            const struct unit_val *val = &u->vals[u->inits[k].val.v];
            if (path->root != ROOT_SYM || p->unit_syms[unit][path->id].v != sym.v ||
                val->kind != VAL_FUNC)
                continue;
            e.func = p->syms[p->unit_syms[unit][val->a].v].func;
            e.where = (gfunc_id){0};
            e.where_unit = unit;
            e.place = u->inits[k].place;
            if (e.func.v)
                collect_add(c, &e);
        }
    }
}

static void add_site(struct collect *c, site_id site, const struct cat_func *cat,
                     const struct cat_registers *r)
{
    const struct program *p = c->flow->program;
    gfunc_id caller = p->sites[site.v].caller;
    struct entry e = {.domain = r->domain, .site = site, .where = caller,
                      .where_unit = p->funcs[caller.v].unit, .place = call_op(p, site)->place,
                      .library = cat->library, .event = r->event, .ready_fd = r->ready_fd,
                      .data_param = r->data_param, .sure = true};

    if (conds_all(c->flow, site, NULL, r->when) == TRI_NO)
        return;
    if (r->table >= 0) {
        val_id table = site_arg(p, site, r->table);
        if (table.v)
            add_table(c, e, caller, table);
    }
    val_id cb = site_arg(p, site, r->cb);
    if (!cb.v)
        return;
    struct obj_set set = flow_value(p, caller, cb);
    for (uint32_t i = 0; i < set.n; i++)
        add_function(c, e, caller, cb, set.v[i]);
}

void collect_registrations(struct collect *c)
{
    const struct program *p = c->flow->program;
    for (uint32_t i = 1; i < p->n_sites; i++) {
        const struct cat_func *cat = c->flow->site_cat[i];
        for (uint32_t k = 0; cat && k < cat->n_registers; k++) {
            enum cat_domain d = cat->registers[k].domain;
            if (d != DOM_SYNC && d != DOM_ONCE)
                add_site(c, (site_id){i}, cat, &cat->registers[k]);
        }
    }
}

/* ---- callbacks stored in a field that a library calls: ev_io.cb, wl_listener.notify ---- */
static const struct cat_handler_field *handler_field(const struct collect *c, const struct unit *u,
                                                     path_id id)
{
    const struct unit_path *path = &u->paths[id.v];
    if (!path->sels.n)
        return NULL;
    const struct unit_sel *last = &u->sels[path->sels.first + path->sels.n - 1];
    if (last->kind != SEL_FIELD)
        return NULL;
    const struct unit_field *f = &u->fields[last->id];
    return catalog_handler_field(c->flow->catalog, unit_str(u, u->records[f->record.v].name),
                                 unit_str(u, f->name));
}

static struct entry handler_entry(const struct cat_handler_field *h, uint32_t unit, place_id place)
{
    return (struct entry){.domain = h->domain, .where_unit = unit, .place = place,
                          .library = h->library, .event = h->event, .ready_fd = h->ready_fd,
                          .data_param = -1, .sure = true};
}

static void handler_stores(struct collect *c, gfunc_id func)
{
    const struct program *p = c->flow->program;
    const struct unit *u = program_unit(p, func);
    const struct unit_func *uf = program_func(p, func);

    for (uint32_t i = 0; i < uf->ops.n; i++) {
        const struct unit_op *op = &u->ops[uf->ops.first + i];
        const struct cat_handler_field *h =
            op->kind == OP_STORE ? handler_field(c, u, op->path) : NULL;
        if (!h)
            continue;
        struct entry e = handler_entry(h, p->funcs[func.v].unit, op->place);
        e.where = func;
        struct obj_set set = flow_value(p, func, op->val);
        for (uint32_t k = 0; k < set.n; k++)
            add_function(c, e, func, op->val, set.v[k]);
    }
}

static void handler_inits(struct collect *c, uint32_t unit)
{
    const struct program *p = c->flow->program;
    const struct unit *u = p->units[unit];

    for (uint32_t i = 1; i < u->n_inits; i++) {
        const struct unit_val *val = &u->vals[u->inits[i].val.v];
        const struct cat_handler_field *h =
            val->kind == VAL_FUNC ? handler_field(c, u, u->inits[i].path) : NULL;
        if (!h)
            continue;
        struct entry e = handler_entry(h, unit, u->inits[i].place);
        e.func = p->syms[p->unit_syms[unit][val->a].v].func;
        if (e.func.v)
            collect_add(c, &e);
    }
}

void collect_handler_fields(struct collect *c)
{
    const struct program *p = c->flow->program;
    for (uint32_t i = 0; i < p->n_units; i++)
        handler_inits(c, i);
    for (uint32_t i = 1; i < p->n_funcs; i++)
        handler_stores(c, (gfunc_id){i});
}
