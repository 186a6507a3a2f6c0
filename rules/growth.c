/*
 * A record grows when a callback of a loop allocates it and keeps it in a pointer of its type. It
 * is one of the clients when a field of it holds an accepted descriptor, or when it is made where a
 * connection is accepted. A counter grows when a callback counts it up.
 */
#include "rules/growth_internal.h"

#include <string.h>

#include "flow/escape.h"
#include "flow/lists.h"
#include "flow/shape.h"

enum { LINUX_AF_UNIX = 1 };
enum { RUNS_FOR_FD = 4 }; /* with GROWS_*: it was handed the new descriptor, and so are callees */

/* ---- who accepts ---- */
static bool is_accept(const struct flow_facts *f, site_id site)
{
    const struct cat_func *cat = f->site_cat[site.v];
    return site.v && cat && !f->program->sites[site.v].n_edges &&
           !strncmp(cat->name, "accept", 6);
}

static bool is_accepted(const struct growth *g, gfunc_id func, val_id v)
{
    const struct program *p = g->ctx->program;
    struct obj_set set = flow_value(p, func, v);

    for (uint32_t i = 0; i < set.n; i++) {
        const struct flow_obj *o = flow_object(p, set.v[i]);
        if (o->kind == OBJ_RESULT && is_accept(g->ctx->flow, o->site))
            return true;
    }
    return false;
}

static bool returns_accepted(const struct growth *g, gfunc_id func)
{
    const struct unit *u = program_unit(g->ctx->program, func);
    const struct unit_func *uf = program_func(g->ctx->program, func);

    for (uint32_t i = 0; i < uf->blocks.n; i++) {
        const struct unit_block *b = &u->blocks[uf->blocks.first + i];
        if (b->term == TERM_RETURN && b->val.v && is_accepted(g, func, b->val))
            return true;
    }
    return false;
}

/* Bottom-up: a wrapper around accept() comes before those that call it. */
static void find_accepting(struct growth *g)
{
    const struct program *p = g->ctx->program;

    for (uint32_t i = 0; i < p->scc_first[p->n_sccs]; i++) {
        const struct prog_func *pf = &p->funcs[p->scc_funcs[i].v];
        for (uint32_t k = 0; k < pf->n_sites; k++) {
            site_id site = {pf->first_site + k};
            const struct site *at = &p->sites[site.v];
            gfunc_id to = at->n_edges == 1 ? p->edges[at->first_edge].to : (gfunc_id){0};
            g->accepts[p->scc_funcs[i].v] |=
                is_accept(g->ctx->flow, site) ||
                (to.v && g->accepts[to.v] && returns_accepted(g, to));
        }
    }
}

/* Sockets of the machine itself only: its users are few, and are no peers. */
static bool is_local_only(const struct growth *g)
{
    const struct program *p = g->ctx->program;
    uint32_t n_local = 0, n_other = 0;

    for (uint32_t i = 1; i < p->n_sites; i++) {
        const struct cat_func *cat = p->sites[i].n_edges ? NULL : g->ctx->flow->site_cat[i];
        if (!cat || (strcmp(cat->name, "socket") != 0))
            continue;
        struct absval domain = context_eval(g->ctx->flow, p->sites[i].caller, NULL,
                                            site_arg(p, (site_id){i}, 0));
        n_local += domain.kind == ABS_INT && domain.num == LINUX_AF_UNIX;
        n_other += domain.kind != ABS_INT || domain.num != LINUX_AF_UNIX;
    }
    return n_local && !n_other;
}

/* Records with a field that holds what accept() returned. */
static void find_connections(struct growth *g)
{
    const struct program *p = g->ctx->program;
    const uint32_t n_objs = flow_object_count(p);
    struct arena scratch;
    bool any = false;

    arena_init(&scratch);
    bool *is_fd = arena_array(&scratch, bool, n_objs + 1);
    bool *holds = arena_array(&scratch, bool, p->n_fields + 1);
    for (uint32_t o = 1; o < n_objs; o++) {
        const struct flow_obj *obj = flow_object(p, (obj_id){o});
        is_fd[o] = obj->kind == OBJ_RESULT && is_accept(g->ctx->flow, obj->site);
        any |= is_fd[o];
    }
    for (uint32_t f = 1; any && f < p->n_fields; f++) {
        struct obj_set set = flow_node_value(p, flow_field_node(p, (gfield_id){f}));
        for (uint32_t i = 0; i < set.n && !holds[f]; i++)
            holds[f] = is_fd[set.v[i].v];
    }
    for (uint32_t n = 0; any && n < p->n_units; n++)
        for (uint32_t f = 1; f < p->units[n]->n_fields; f++)
            if (holds[p->unit_fields[n][f].v])
                g->record[p->unit_records[n][p->units[n]->fields[f].record.v].v] |=
                    GROWS_BY_CONNECTION | GROWS_BY_EVENT;
    arena_release(&scratch);
}

/* ---- when functions run ---- */
static bool is_passed_accepted(const struct growth *g, const struct visit *v)
{
    const struct program *p = g->ctx->program;
    const struct unit_op *op;

    if (v->parent == UINT32_MAX || !v->via.v || !g->accepts[p->sites[v->via.v].caller.v])
        return false;
    op = call_op(p, v->via);
    for (uint32_t i = 0; i < op->args.n; i++)
        if (is_accepted(g, p->sites[v->via.v].caller, site_arg(p, v->via, (int)i)))
            return true;
    return false;
}

bool growth_is_of_peers(enum cat_event e)
{
    return e != EV_TIMER && e != EV_SIGNAL && e != EV_CHILD && e != EV_IDLE;
}

/* What a configuration file says is not what peers send, also when it is read again. */
static void find_readers(struct growth *g)
{
    const struct program *p = g->ctx->program;
    static const char *const names[] = {"fgets", "getline", "getdelim", "fopen", "fscanf"};

    for (uint32_t i = 1; i < p->n_sites; i++) {
        const struct cat_func *cat = p->sites[i].n_edges ? NULL : g->ctx->flow->site_cat[i];
        for (uint32_t k = 0; cat && k < sizeof names / sizeof *names; k++)
            if (!strcmp(cat->name, names[k]))
                g->from_file[p->sites[i].caller.v] = true;
    }
}

static uint8_t runs_of(const struct growth *g, const struct visit *v, uint8_t parent)
{
    enum cat_event event = g->ctx->domains->entries[v->tag].event;

    if (!growth_is_of_peers(event) || g->from_file[v->func.v] ||
        (v->parent != UINT32_MAX && !parent))
        return 0;
    if (event == EV_ACCEPT || (parent & RUNS_FOR_FD) || is_passed_accepted(g, v))
        return GROWS_BY_EVENT | GROWS_BY_CONNECTION | RUNS_FOR_FD;
    bool accepts = !v->region.v && g->accepts[v->func.v];
    return accepts ? GROWS_BY_EVENT | GROWS_BY_CONNECTION : GROWS_BY_EVENT;
}

static void find_runs(struct growth *g)
{
    const struct walk *w = g->w;
    struct arena scratch;

    arena_init(&scratch);
    uint8_t *runs = arena_array(&scratch, uint8_t, w->visits.n + 1);
    for (uint32_t i = 0; i < w->visits.n; i++) {
        const struct visit *v = &w->visits.v[i];
        if (v->is_replaced || v->conf < CONF_MEDIUM)
            continue;
        runs[i] = runs_of(g, v, v->parent == UINT32_MAX ? 0 : runs[v->parent]);
        g->func[v->func.v] |= runs[i] & (GROWS_BY_EVENT | GROWS_BY_CONNECTION);
    }
    arena_release(&scratch);
}

/* ---- what they make grow ---- */
bool growth_makes_fresh(const struct growth *g, gfunc_id func, op_id call)
{
    const struct program *p = g->ctx->program;
    site_id site = program_site(p, func, call);
    const struct site *at = &p->sites[site.v];
    const struct cat_func *cat = g->ctx->flow->site_cat[site.v];

    if (!site.v)
        return false;
    if (!at->n_edges)
        return cat && (cat->alloc == ALLOC_MALLOC || cat->alloc == ALLOC_CALLOC);
    return at->n_edges == 1 && escape_returns_fresh(flow_escapes(g->ctx->flow),
                                                    p->edges[at->first_edge].to);
}

/* Is what the local was given, at the op, put into memory that is not the function's own? */
static bool is_put_away(const struct growth *g, gfunc_id func, const struct unit_op *made)
{
    const struct func_shape *s = flow_shape(g->ctx->flow, func);
    const struct unit *u = s->unit;
    record_id r = list_pointee(u, u->paths[made->path.v].type);

    if (shape_local(s, &u->paths[made->path.v]) == UINT32_MAX)
        return true;
    for (uint32_t k = 0; k < s->func->ops.n; k++) {
        const struct unit_op *op = &u->ops[s->func->ops.first + k];
        const struct unit_path *to = &u->paths[op->path.v];
        if (op->kind == OP_STORE && u->vals[op->val.v].kind == VAL_LOAD &&
            u->ops[u->vals[op->val.v].a].path.v == made->path.v &&
            shape_local(s, to) == UINT32_MAX && list_pointee(u, to->type).v == r.v)
            return true;
    }
    return false;
}

/* if (n >= MAX) in a function that counts n. */
static void note_limits(struct growth *g, gfunc_id func)
{
    const struct program *p = g->ctx->program;
    const struct func_shape *s = flow_shape(g->ctx->flow, func);
    const struct unit *u = s->unit;

    for (uint32_t i = 0; i < s->func->blocks.n; i++) {
        const struct unit_val *v = &u->vals[u->blocks[s->func->blocks.first + i].val.v];
        if (v->kind != VAL_BIN || v->oper < OPER_EQ || v->oper > OPER_GE ||
            u->vals[v->b].kind != VAL_INT || u->vals[v->b].num <= 1)
            continue;
        path_id path = list_source(s, (val_id){v->a});
        node_id node = path.v ? flow_node(p, func, path) : (node_id){0};
        if (node.v && g->counter[node.v])
            g->limit[node.v] = (double)u->vals[v->b].num;
    }
}

/* c = spare; spare = c->next; in the function that allocates c otherwise. */
static void note_pool(struct growth *g, gfunc_id func, record_id r)
{
    const struct program *p = g->ctx->program;
    const struct func_shape *s = flow_shape(g->ctx->flow, func);
    const struct unit *u = s->unit;

    for (uint32_t k = 0; k < s->func->ops.n; k++) {
        const struct unit_op *op = &u->ops[s->func->ops.first + k];
        const struct unit_path *to = &u->paths[op->path.v];
        if (op->kind != OP_STORE || list_pointee(u, to->type).v != r.v ||
            shape_local(s, to) != UINT32_MAX)
            continue;
        path_id from = list_source(s, op->val);
        const struct unit_path *path = &u->paths[from.v];
        if (from.v && path->sels.n > 1 &&
            u->sels[path->sels.first + path->sels.n - 1].kind == SEL_FIELD &&
            u->fields[u->sels[path->sels.first + path->sels.n - 1].id].record.v == r.v)
            g->is_pool[flow_node(p, func, op->path).v] = true;
    }
}

static void note_store(struct growth *g, gfunc_id func, const struct unit_op *op)
{
    const struct program *p = g->ctx->program;
    const struct unit *u = program_unit(p, func);
    const struct unit_val *v = &u->vals[op->val.v];
    record_id r = list_pointee(u, u->paths[op->path.v].type);
    bool counts = op->kind == OP_ATOMIC ? op->oper == OPER_ADD
                                        : (op->flags & OPF_COMPOUND) && op->oper == OPER_ADD;

    if (counts) {
        node_id node = flow_node(p, func, op->path);
        bool is_own = u->paths[op->path.v].root == ROOT_LOCAL && !u->paths[op->path.v].sels.n;
        g->counter[node.v] |= node.v && !is_own ? g->func[func.v] : 0;
        if (g->func[func.v] && node.v && !g->counted_in[node.v].v)
            g->counted_in[node.v] = func;
    } else if (op->kind == OP_STORE && v->kind == VAL_CALL && r.v &&
               growth_makes_fresh(g, func, (op_id){v->a})) {
        grec_id rec = p->unit_records[p->funcs[func.v].unit][r.v];
        bool is_once = !g->func[func.v] && !g->made[rec.v] &&
                       escape_runs_once(flow_escapes(g->ctx->flow), func, (op_id){v->a});
        g->made[rec.v] |= is_once ? MADE_ONCE : MADE_OFTEN;
        g->record[rec.v] |= g->func[func.v];
        note_pool(g, func, r);
        g->is_kept[rec.v] |= g->func[func.v] && is_put_away(g, func, op);
        if (g->func[func.v] && !g->made_in[rec.v].v)
            g->made_in[rec.v] = func;
    }
}

static record_id returned_record(const struct unit *u, const struct unit_func *uf)
{
    for (uint32_t i = 0; i < uf->blocks.n; i++) {
        const struct unit_block *b = &u->blocks[uf->blocks.first + i];
        record_id r = b->term == TERM_RETURN ? list_pointee(u, u->vals[b->val.v].type)
                                             : (record_id){0};
        if (r.v)
            return r;
    }
    return (record_id){0};
}

static void find_growing(struct growth *g)
{
    const struct program *p = g->ctx->program;

    for (uint32_t i = 1; i < p->n_funcs; i++) {
        const struct unit *u = program_unit(p, (gfunc_id){i});
        const struct unit_func *uf = program_func(p, (gfunc_id){i});
        for (uint32_t k = 0; k < uf->ops.n; k++) {
            const struct unit_op *op = &u->ops[uf->ops.first + k];
            if (op->kind == OP_STORE || op->kind == OP_ATOMIC)
                note_store(g, (gfunc_id){i}, op);
        }
        if (g->func[i])
            note_limits(g, (gfunc_id){i});
        record_id given = returned_record(u, uf);
        if (given.v) /* gives out one of those that it has */
            note_pool(g, (gfunc_id){i}, given);
    }
    g->record[0] = g->counter[0] = 0;
    g->is_pool[0] = false;
}

struct growth *growth_find(struct rule_context *ctx, const struct walk *w)
{
    const struct program *p = ctx->program;
    struct arena *a = ctx->arena;
    struct growth *g = arena_new(a, struct growth);

    *g = (struct growth){.ctx = ctx, .w = w,
                         .func = arena_array(a, uint8_t, p->n_funcs + 1),
                         .accepts = arena_array(a, bool, p->n_funcs + 1),
                         .record = arena_array(a, uint8_t, p->n_records + 1),
                         .made_in = arena_array(a, gfunc_id, p->n_records + 1),
                         .made = arena_array(a, uint8_t, p->n_records + 1),
                         .is_kept = arena_array(a, bool, p->n_records + 1),
                         .is_pool = arena_array(a, bool, flow_node_count(p) + 1),
                         .limit = arena_array(a, double, flow_node_count(p) + 1),
                         .from_file = arena_array(a, bool, p->n_funcs + 1),
                         .counter = arena_array(a, uint8_t, flow_node_count(p) + 1),
                         .counted_in = arena_array(a, gfunc_id, flow_node_count(p) + 1),
                         .frees = arena_array(a, uint8_t, p->n_funcs + 1)};
    if (!w->visits.n || is_local_only(g))
        return g;
    find_accepting(g);
    find_readers(g);
    find_runs(g);
    find_connections(g);
    find_growing(g);
    return g;
}

