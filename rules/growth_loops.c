/*
 * Loops over what grows (rules/growth.c): which list, array or table they go over, and what they do
 * with each element. A loop over a list counts only when the list's head lies outside of what
 * grows: in a variable of the program, or in an object of which there is one. What one client has
 * (its headers, its write queue) is limited elsewhere, and long lists there are that client's own.
 */
#include <string.h>

#include "flow/cost.h"
#include "flow/shape.h"
#include "rules/growth_internal.h"

static const double NS_MISS = 80, /* an element that is not in the processor's cache */
                    NS_FREE = 40; /* each turn surely gives something back */
enum { MAX_NESTED = 4 };

/* ---- what a loop does with each element ---- */
static bool is_load_of(const struct func_shape *s, val_id v, path_id var)
{
    const struct unit_val *val = &s->unit->vals[v.v];
    return v.v && val->kind == VAL_LOAD && s->unit->ops[val->a].path.v == var.v;
}

static bool frees_first(struct growth *g, gfunc_id func, uint32_t depth);

/* Does the call give back what its argument points to? */
static bool frees_arg(struct growth *g, site_id site, uint32_t arg, uint32_t depth)
{
    const struct program *p = g->ctx->program;
    const struct site *at = &p->sites[site.v];
    const struct cat_func *cat = g->ctx->flow->site_cat[site.v];

    if (!at->n_edges)
        return cat && arg < 32 && (cat->alloc == ALLOC_FREE ? arg == 0
                                                            : (cat->memory.frees >> arg & 1) != 0);
    return at->n_edges == 1 && arg == 0 &&
           frees_first(g, p->edges[at->first_edge].to, depth + 1);
}

static bool frees_first(struct growth *g, gfunc_id func, uint32_t depth)
{
    const struct program *p = g->ctx->program;
    const struct prog_func *pf = &p->funcs[func.v];
    const struct unit *u = program_unit(p, func);

    if (g->frees[func.v] || depth > MAX_NESTED || !program_func(p, func)->n_params)
        return g->frees[func.v] == 2;
    g->frees[func.v] = 1;
    for (uint32_t i = 0; i < pf->n_sites; i++) {
        site_id site = {pf->first_site + i};
        const struct unit_val *v = &u->vals[site_arg(p, site, 0).v];
        const struct unit_path *path = v->kind == VAL_LOAD ? &u->paths[u->ops[v->a].path.v] : NULL;
        if (path && path->root == ROOT_PARAM && !path->id && !path->sels.n &&
            frees_arg(g, site, 0, depth))
            g->frees[func.v] = 2;
    }
    return g->frees[func.v] == 2;
}

struct body { /* of a loop */
    bool frees;   /* gives the element back */
    bool changes; /* stores to memory that is not its own, or calls what may */
    bool leaves;  /* can end before the last element */
};

static bool is_quiet_call(const struct growth *g, site_id site)
{
    const struct cat_func *cat = g->ctx->flow->site_cat[site.v];
    return !g->ctx->program->sites[site.v].n_edges && cat && !cat->memory.writes && !cat->blocks &&
           !cat->alloc && !cat->waits && !cat->process && (cat->memory.reads || cat->n_cpu);
}

static void look_at_block(struct growth *g, gfunc_id func, const struct unit_block *b,
                          const struct list_loop *l, struct body *out)
{
    const struct func_shape *s = flow_shape(g->ctx->flow, func);

    for (uint32_t k = b->ops.first; k < b->ops.first + b->ops.n; k++) {
        const struct unit_op *op = &s->unit->ops[k];
        if (op->kind == OP_STORE)
            out->changes |= shape_local(s, &s->unit->paths[op->path.v]) == UINT32_MAX;
        if (op->kind == OP_ATOMIC || op->kind == OP_ASM)
            out->changes = true;
        if (op->kind != OP_CALL)
            continue;
        site_id site = program_site(g->ctx->program, func, (op_id){k});
        out->changes |= !site.v || !is_quiet_call(g, site);
        for (uint32_t a = 0; site.v && l->is_list && a < op->args.n; a++)
            out->frees |= is_load_of(s, site_arg(g->ctx->program, site, (int)a), l->var) &&
                          frees_arg(g, site, a, 0);
    }
}

static struct body look_at(struct growth *g, gfunc_id func, loop_id loop,
                           const struct list_loop *l)
{
    const struct func_shape *s = flow_shape(g->ctx->flow, func);
    uint32_t first = s->func->blocks.first;
    struct body out = {0};

    for (uint32_t i = 0; i < s->func->blocks.n; i++) {
        const struct unit_block *b = &s->unit->blocks[first + i];
        if (!shape_in_loop(s, i, loop))
            continue;
        look_at_block(g, func, b, l, &out);
        for (uint32_t k = 0; k < b->succs.n; k++)
            out.leaves |= first + i != s->unit->loops[loop.v].header.v &&
                          !shape_in_loop(s, s->unit->succs[b->succs.first + k].to.v - first, loop);
    }
    return out;
}

/* ---- what it goes over ---- */
static const char *record_name(const struct growth *g, grec_id r)
{
    const char *name = g->ctx->program->record_names[r.v];
    return name && strncmp(name, "anon:", 5) != 0 ? name : "element";
}

/* Is there one object of what the pointer in node can point to: a variable of the program or of a
 * function that runs once, or one allocation? type: of the pointer. */
static bool points_to_one(const struct growth *g, node_id node, grec_id rec)
{
    const struct program *p = g->ctx->program;
    struct obj_set set = flow_node_value(p, node);
    uint32_t n = 0;

    for (uint32_t i = 0; i < set.n; i++) {
        const struct flow_obj *o = flow_object(p, set.v[i]);
        gfunc_id func = o->kind == OBJ_ADDR ? flow_node_func(p, o->node) : (gfunc_id){0};
        gfield_id field = o->kind == OBJ_ADDR ? flow_node_field(p, o->node) : (gfield_id){0};
        if (o->kind == OBJ_INT)
            continue;
        n++;
        if (field.v || (o->kind != OBJ_ADDR && (o->kind != OBJ_RESULT ||
                                                g->made[rec.v] != MADE_ONCE)))
            return false; /* a part of another object, or one of many */
        if (func.v && (g->func[func.v] || strcmp(p->funcs[func.v].name, "main") != 0))
            return false;
    }
    return n == 1;
}

/* The selectors of the path without those that say which element of an array it is. */
static uint32_t of_whole(const struct unit *u, const struct unit_path *path)
{
    const struct unit_sel *sels = &u->sels[path->sels.first];
    uint32_t n = path->sels.n;

    while (n && sels[n - 1].kind >= SEL_INDEX_CONST)
        n--;
    if (n < path->sels.n && n && sels[n - 1].kind == SEL_DEREF)
        n--;
    return n;
}

/* Is the place of the list, array or table the only one of its kind: not a part of what grows? */
static bool is_of_program(const struct growth *g, gfunc_id func, path_id head)
{
    const struct program *p = g->ctx->program;
    const struct unit *u = program_unit(p, func);
    const uint32_t unit = p->funcs[func.v].unit;
    const struct unit_path *path = &u->paths[head.v];
    const struct unit_sel *sels = &u->sels[path->sels.first];
    uint32_t at = of_whole(u, path);
    node_id node = {0};

    if (!head.v)
        return false;
    for (uint32_t i = 0; i < at; i++)
        if (sels[i].kind >= SEL_INDEX_CONST)
            return false;
    while (at && sels[at - 1].kind != SEL_DEREF)
        at--;
    if (!at)
        return path->root == ROOT_SYM;
    if (at < path->sels.n && sels[at].kind != SEL_FIELD)
        return false;
    if (at > 1 && sels[at - 2].kind == SEL_FIELD)
        node = flow_field_node(p, p->unit_fields[unit][sels[at - 2].id]);
    else if (at == 1 && path->root == ROOT_SYM)
        node = flow_sym_node(p, p->unit_syms[unit][path->id]);
    else if (at == 1 && path->root == ROOT_PARAM)
        node = flow_local_node(p, func, path->id);
    else if (at == 1 && path->root == ROOT_LOCAL)
        node = flow_local_node(p, func, path->id - program_func(p, func)->locals.first);
    if (!node.v || at >= path->sels.n)
        return false;
    return points_to_one(g, node, p->unit_records[unit][u->fields[sels[at].id].record.v]);
}

static bool is_list(struct growth *g, const struct visit *v, const struct list_loop *l,
                    struct scan *out, uint8_t *by)
{
    const struct program *p = g->ctx->program;
    grec_id rec = p->unit_records[p->funcs[v->func.v].unit][l->elem.v];

    if (!l->is_list || !g->record[rec.v] || !is_of_program(g, v->func, l->head))
        return false;
    *by = g->record[rec.v];
    out->what = record_name(g, rec);
    out->grown_in = g->made_in[rec.v];
    return true;
}

/* for (i = 0; i < server->n; i++), and callbacks count n up. */
static bool is_counted(struct growth *g, const struct visit *v, loop_id loop, struct scan *out,
                       uint8_t *by)
{
    const struct program *p = g->ctx->program;
    const struct func_shape *s = flow_shape(g->ctx->flow, v->func);
    struct cost_turns t = cost_turns(flow_costs(g->ctx->flow), v->func, loop);
    path_id bound = t.is_known || !t.by.val.v ? (path_id){0} : list_source(s, t.by.val);

    if (!bound.v || shape_local(s, &s->unit->paths[bound.v]) != UINT32_MAX ||
        !is_of_program(g, v->func, bound))
        return false;
    node_id node = flow_node(p, v->func, bound);
    gfield_id field = flow_node_field(p, node);
    gsym_id sym = flow_node_sym(p, node);
    if (!g->counter[node.v] || (!field.v && !sym.v))
        return false;
    *by = g->counter[node.v];
    out->n = g->limit[node.v];
    out->what = field.v ? p->field_names[field.v] : p->syms[sym.v].name;
    out->grown_in = g->counted_in[node.v];
    return true;
}

/* ---- tables that grow ---- */
/* The array that the loop reads elements of, as its pointer is named before the loop. */
static bool reads_element_of(const struct func_shape *s, loop_id loop, path_id table)
{
    const struct unit *u = s->unit;
    uint32_t first = s->func->blocks.first;
    const struct unit_path *t = &u->paths[table.v];

    for (uint32_t i = 0; i < s->func->blocks.n; i++) {
        const struct unit_block *b = &u->blocks[first + i];
        for (uint32_t k = 0; shape_in_loop(s, i, loop) && k < b->ops.n; k++) {
            const struct unit_op *op = &u->ops[b->ops.first + k];
            const struct unit_path *path = &u->paths[op->path.v];
            if (op->kind == OP_LOAD && path->root == t->root && path->id == t->id &&
                path->sels.n >= t->sels.n + 2 &&
                u->sels[path->sels.first + t->sels.n + 1].kind >= SEL_INDEX_VAL &&
                !memcmp(&u->sels[path->sels.first], &u->sels[t->sels.first],
                        t->sels.n * sizeof *u->sels))
                return true;
        }
    }
    return false;
}

/* Is what the store puts there made by this function: by an allocation? */
static bool stores_fresh(const struct growth *g, gfunc_id func, const struct unit_op *op)
{
    const struct func_shape *s = flow_shape(g->ctx->flow, func);
    const struct unit *u = s->unit;
    val_id v = op->val;

    for (uint32_t i = 0; i < MAX_NESTED && u->vals[v.v].kind == VAL_LOAD; i++) {
        op_id store = shape_reaching_store(s, (op_id){u->vals[v.v].a});
        if (!store.v)
            return false;
        v = u->ops[store.v].val;
    }
    return u->vals[v.v].kind == VAL_CALL && growth_makes_fresh(g, func, (op_id){u->vals[v.v].a});
}

/* Does the function change, outside of the loop, what says how often it turns: the table's size? */
static bool changes_size(const struct growth *g, gfunc_id func, loop_id loop)
{
    const struct func_shape *s = flow_shape(g->ctx->flow, func);
    const struct unit *u = s->unit;
    struct cost_turns t = cost_turns(flow_costs(g->ctx->flow), func, loop);
    val_id v = t.is_known ? (val_id){0} : t.by.val;

    for (uint32_t i = 0; i < MAX_NESTED && v.v; i++) {
        const struct unit_val *val = &u->vals[v.v];
        path_id path = list_source(s, v);
        struct op_list stores = shape_stores(s, u->paths[path.v].root, u->paths[path.v].id);
        for (uint32_t k = 0; path.v && k < stores.n; k++)
            if (u->ops[stores.v[k].op.v].path.v == path.v &&
                shape_local(s, &u->paths[path.v]) == UINT32_MAX &&
                !shape_in_loop(s, shape_block_of(s, stores.v[k].op), loop))
                return true;
        if (val->kind == VAL_LOAD) {
            op_id store = shape_reaching_store(s, (op_id){val->a});
            v = store.v ? u->ops[store.v].val : (val_id){0};
        } else {
            v = (val_id){val->kind == VAL_BIN ? val->a : 0};
        }
    }
    return false;
}

/* The elements of a table go over one by one into memory that replaces it. */
static bool is_rehash(struct growth *g, const struct visit *v, loop_id loop, struct scan *out)
{
    const struct func_shape *s = flow_shape(g->ctx->flow, v->func);
    const struct unit *u = s->unit;

    for (uint32_t i = 0; changes_size(g, v->func, loop) && i < s->func->ops.n; i++) {
        const struct unit_op *op = &u->ops[s->func->ops.first + i];
        op_id id = {s->func->ops.first + i};
        const struct unit_path *path = &u->paths[op->path.v];
        if (op->kind != OP_STORE || u->types[path->type.v].kind != TYPE_POINTER ||
            shape_local(s, path) != UINT32_MAX || shape_in_loop(s, shape_block_of(s, id), loop) ||
            !stores_fresh(g, v->func, op) || !is_of_program(g, v->func, op->path))
            continue;
        uint32_t header = u->blocks[u->loops[loop.v].header.v].ops.first;
        bool reads = header < id.v && reads_element_of(s, loop, op->path);
        for (uint32_t k = 0; k < s->func->locals.n && !reads; k++)
            for (uint32_t n = s->store_first[k]; n < s->store_first[k + 1] && !reads; n++) {
                const struct unit_op *copy = &u->ops[s->stores[n].v];
                reads = s->stores[n].v < id.v && u->vals[copy->val.v].kind == VAL_LOAD &&
                        u->ops[u->vals[copy->val.v].a].path.v == op->path.v &&
                        reads_element_of(s, loop, copy->path);
            }
        if (reads) {
            const struct unit_sel *last = path->sels.n ? &u->sels[path->sels.first +
                                                                  path->sels.n - 1] : NULL;
            out->kind = SCAN_REHASH;
            out->what = last && last->kind == SEL_FIELD
                            ? unit_str(u, u->fields[last->id].name) : "table";
            return true;
        }
    }
    return false;
}

/* ---- judging ---- */
/* Not a pool of spare ones, and not what is made for the moment. */
static bool is_kept_list(const struct growth *g, gfunc_id func, const struct list_loop *l)
{
    const struct program *p = g->ctx->program;
    return l->is_list && !g->is_pool[flow_node(p, func, l->head).v] &&
           g->is_kept[p->unit_records[p->funcs[func.v].unit][l->elem.v].v];
}

static bool is_array(const struct func_shape *s, loop_id loop)
{
    return !list_loop_find(s, loop).is_list;
}

bool growth_judge(struct growth *g, const struct visit *v, loop_id loop, struct scan *out)
{
    const struct func_shape *s = flow_shape(g->ctx->flow, v->func);
    struct list_loop l = list_loop_find(s, loop);
    enum cat_event event = g->ctx->domains->entries[v->tag].event;
    uint8_t by = 0;

    *out = (struct scan){0};
    if (event == EV_SIGNAL || s->func->quality != QUALITY_OK)
        return false;
    struct cost turn = cost_of_turn(flow_costs(g->ctx->flow), v->func, loop);
    struct cost here = cost_in(&turn, &v->ctx);
    out->ns = here.sure_ns + NS_MISS;
    if (is_array(s, loop) && !s->unit->loops[loop.v].parent.v && g->func[v->func.v] &&
        is_rehash(g, v, loop, out)) {
        out->n = GROWTH_ENTRIES;
        return true;
    }
    if (cost_turns(flow_costs(g->ctx->flow), v->func, loop).is_known ||
        (!is_list(g, v, &l, out, &by) && !is_counted(g, v, loop, out, &by)))
        return false;
    out->is_clients = (by & GROWS_BY_CONNECTION) != 0;
    double usual = out->is_clients ? GROWTH_CLIENTS : GROWTH_ENTRIES;
    out->n = out->n > 0 && out->n < usual ? out->n : usual;
    struct body body = look_at(g, v->func, loop, &l);
    if (body.leaves) /* what is not a search may be a limit */
        out->kind = !body.changes && growth_is_of_peers(event) ? SCAN_SEARCH : SCAN_NONE;
    else if (body.frees)
        out->kind = here.sure_ns >= NS_FREE && is_kept_list(g, v->func, &l) ? SCAN_FREE
                                                                            : SCAN_NONE;
    else
        out->kind = SCAN_WORK;
    return out->kind != SCAN_NONE;
}

/* ---- trees ---- */
/* Calls itself for a part of what its first parameter points to. */
static bool frees_parts(struct growth *g, gfunc_id func, record_id *node)
{
    const struct program *p = g->ctx->program;
    const struct prog_func *pf = &p->funcs[func.v];
    const struct func_shape *s = flow_shape(g->ctx->flow, func);
    const struct unit *u = s->unit;

    for (uint32_t i = 0; i < pf->n_sites; i++) {
        const struct site *at = &p->sites[pf->first_site + i];
        path_id part = list_source(s, site_arg(p, (site_id){pf->first_site + i}, 0));
        const struct unit_path *path = &u->paths[part.v];
        if (at->n_edges != 1 || p->edges[at->first_edge].to.v != func.v || !part.v ||
            path->root != ROOT_PARAM || path->id || path->sels.n < 2)
            continue;
        *node = list_pointee(u, path->type);
        return node->v && frees_first(g, func, 0);
    }
    return false;
}

bool growth_judge_call(struct growth *g, const struct visit *v, site_id site, struct scan *out)
{
    const struct program *p = g->ctx->program;
    const struct site *at = &p->sites[site.v];
    record_id node;

    *out = (struct scan){0};
    if (at->n_edges != 1 || !at->callee.v ||
        g->ctx->domains->entries[v->tag].event == EV_SIGNAL)
        return false;
    gfunc_id to = p->edges[at->first_edge].to;
    if (p->funcs[to.v].scc == p->funcs[v->func.v].scc || !frees_parts(g, to, &node))
        return false;
    grec_id rec = p->unit_records[p->funcs[to.v].unit][node.v];
    path_id root = list_source(flow_shape(g->ctx->flow, v->func), site_arg(p, site, 0));
    if (!g->record[rec.v] || !g->is_kept[rec.v] || !is_of_program(g, v->func, root))
        return false;
    out->kind = SCAN_FREE;
    out->is_clients = (g->record[rec.v] & GROWS_BY_CONNECTION) != 0;
    out->n = out->is_clients ? GROWTH_CLIENTS : GROWTH_ENTRIES;
    out->ns = NS_MISS + cost_of_func(flow_costs(g->ctx->flow), to)->sure_ns + NS_FREE;
    out->what = record_name(g, rec);
    out->grown_in = g->made_in[rec.v];
    return true;
}
