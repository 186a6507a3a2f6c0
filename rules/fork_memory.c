/*
 * A write counts as lost when the child, after it, makes no use of it itself: a variable that the
 * child also reads is one that it works with. What the parent writes after the fork too is its own
 * affair, and a variable whose address gets out may be written by anybody: nothing is said of them.
 * A child that sets something to 0 or -1 forgets what it has no use for; that is no news to
 * anybody.
 */
#include "rules/fork_memory.h"

#include <string.h>

#include "flow/access.h"
#include "flow/escape.h"
#include "flow/guards.h"
#include "flow/shape.h"
#include "rules/shared.h"

enum use { USE_NONE, USE_READ, USE_WRITE, USE_ESCAPE };

/* ---- who names a symbol: most functions name few, and each variable asks for them ---- */
static void note_user(struct fork_memory *m, gfunc_id func, path_id id)
{
    const struct program *p = m->ctx->program;
    const struct unit_path *path = &program_unit(p, func)->paths[id.v];
    if (path->root != ROOT_SYM)
        return;
    struct fork_users *users = &m->users[p->unit_syms[p->funcs[func.v].unit][path->id].v];
    if (!users->funcs.n || vec_last(&users->funcs).v != func.v)
        vec_push(m->ctx->arena, &users->funcs, func);
}

static void find_users(struct fork_memory *m)
{
    const struct program *p = m->ctx->program;
    m->users = arena_array(m->ctx->arena, struct fork_users, p->n_syms + 1);
    for (uint32_t f = 1; f < p->n_funcs; f++) {
        const struct unit *u = program_unit(p, (gfunc_id){f});
        const struct range ops = program_func(p, (gfunc_id){f})->ops;
        for (uint32_t o = ops.first; o < ops.first + ops.n; o++) {
            const struct unit_op *op = &u->ops[o];
            note_user(m, (gfunc_id){f}, op->path);
            if (u->vals[op->val.v].kind == VAL_ADDR)
                note_user(m, (gfunc_id){f}, (path_id){u->vals[op->val.v].a});
            for (uint32_t i = 0; i < op->args.n; i++) {
                const struct unit_val *v = &u->vals[u->args[op->args.first + i].val.v];
                if (v->kind == VAL_ADDR)
                    note_user(m, (gfunc_id){f}, (path_id){v->a});
            }
        }
    }
}

/* The functions that can use the variable. */
static const gfunc_id *users_of(const struct fork_memory *m, const struct fork_var *var,
                                uint32_t *n)
{
    ASSERT(m->users);
    if (!var->sym.v) {
        *n = 1;
        return &var->func;
    }
    *n = m->users[var->sym.v].funcs.n;
    return m->users[var->sym.v].funcs.v;
}

void fork_memory_init(struct rule_context *ctx, struct fork_memory *out)
{
    const struct parallel *par = shared_parallel(ctx);
    VEC(struct walk_start) starts = {0};
    struct walk w;

    *out = (struct fork_memory){.ctx = ctx};
    for (uint32_t i = 0; i < par->n; i++)
        for (uint32_t r = 0; r < par->strands[i].n_roots; r++)
            vec_push(ctx->arena, &starts, ((struct walk_start){.func = par->strands[i].roots[r],
                                                              .conf = CONF_HIGH}));
    out->parents = arena_array(ctx->arena, bool, ctx->program->n_funcs + 1);
    walk_run(ctx->arena, ctx->flow, starts.v, starts.n, WALK_ENDING_PATHS, NULL, NULL, NULL, &w);
    for (uint32_t i = 0; i < w.visits.n; i++)
        out->parents[w.visits.v[i].func.v] = true;
    find_users(out);
}

/* ---- which variable ---- */
static bool same_object(const struct fork_var *a, const struct fork_var *b)
{
    return a->sym.v == b->sym.v && a->func.v == b->func.v && a->local == b->local &&
           a->is_pointee == b->is_pointee;
}

static bool same_var(const struct fork_var *a, const struct fork_var *b)
{
    return same_object(a, b) && (!a->field.v || !b->field.v || a->field.v == b->field.v);
}

static uint32_t n_derefs(const struct unit *u, const struct unit_path *path)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < path->sels.n; i++)
        n += u->sels[path->sels.first + i].kind == SEL_DEREF;
    return n;
}

static gfield_id first_field(const struct program *p, gfunc_id func, const struct unit_path *path)
{
    const struct unit *u = program_unit(p, func);
    for (uint32_t i = 0; i < path->sels.n; i++)
        if (u->sels[path->sels.first + i].kind == SEL_FIELD)
            return p->unit_fields[p->funcs[func.v].unit][u->sels[path->sels.first + i].id];
    return (gfield_id){0};
}

/* Everything that the pointer can hold was allocated, and is not shared with children. */
static bool is_own_memory(const struct fork_memory *m, gfunc_id func, path_id pointer)
{
    const struct program *p = m->ctx->program;
    struct obj_set set = flow_path(p, func, pointer);
    for (uint32_t i = 0; i < set.n; i++) {
        const struct flow_obj *o = flow_object(p, set.v[i]);
        const struct cat_func *cat =
            o->kind == OBJ_RESULT ? m->ctx->flow->site_cat[o->site.v] : NULL;
        if (!cat || (cat->alloc != ALLOC_MALLOC && cat->alloc != ALLOC_CALLOC) ||
            strstr(cat->name, "mmap"))
            return false;
    }
    return set.n > 0 && !set.open;
}

/* The variable that the path is (part of); false: none that is looked at here. */
static bool var_of(const struct fork_memory *m, gfunc_id func, path_id id, struct fork_var *out)
{
    const struct program *p = m->ctx->program;
    const struct unit *u = program_unit(p, func);
    const struct unit_path *path = &u->paths[id.v];
    uint32_t derefs = n_derefs(u, path);

    *out = (struct fork_var){.field = first_field(p, func, path)};
    if (path->root == ROOT_SYM && !derefs) {
        out->sym = p->unit_syms[p->funcs[func.v].unit][path->id];
        return p->syms[out->sym.v].kind == SYM_VAR;
    }
    if ((path->root != ROOT_LOCAL && path->root != ROOT_PARAM) || func.v != m->fork->func.v ||
        derefs > 1)
        return false;
    struct unit_path whole = *path;
    whole.sels.n = 0;
    out->func = func;
    out->local = shape_local(flow_shape(m->ctx->flow, func), &whole);
    out->is_pointee = derefs == 1;
    if (derefs && u->sels[path->sels.first].kind != SEL_DEREF)
        return false;
    return out->local != UINT32_MAX;
}

/* ---- what a call does to a variable whose address it gets ---- */
/* Is it memory that the parameter points to itself, not what is behind a pointer in there? *field
 * is the part of it, 0 for all. */
static bool is_in_pointee(const struct locs *locs, loc_id id, uint32_t param, gfield_id *field)
{
    const struct loc *at = loc_get(locs, id);
    uint32_t derefs = 0;

    *field = (gfield_id){0};
    for (; at->depth; at = loc_get(locs, at->parent)) {
        derefs += at->kind == LOC_DEREF;
        if (at->kind == LOC_FIELD)
            *field = (gfield_id){at->id};
    }
    return derefs == 1 && at->kind == LOC_PARAM && at->id == param;
}

static enum use callee_use(const struct fork_memory *m, gfunc_id callee, uint32_t param,
                           gfield_id of)
{
    const struct locs *locs = flow_locs(m->ctx->flow);
    struct access_list list = accesses_of(flow_accesses(m->ctx->flow), callee);
    enum use use = list.is_cut ? USE_ESCAPE : USE_NONE;
    gfield_id field;

    for (uint32_t i = 0; i < list.n; i++) {
        if (!is_in_pointee(locs, list.v[i].loc, param, &field) ||
            (of.v && field.v && of.v != field.v))
            continue;
        enum use now = access_writes(&list.v[i]) ? USE_WRITE : USE_READ;
        use = now > use ? now : use;
    }
    return use;
}

/* of: the part of the whole variable that is asked for; 0 when only that part is passed */
static enum use call_use(const struct fork_memory *m, site_id site, uint32_t arg, gfield_id of)
{
    const struct program *p = m->ctx->program;
    const struct site *at = &p->sites[site.v];
    const struct cat_func *cat = m->ctx->flow->site_cat[site.v];

    if (at->n_edges == 1)
        return callee_use(m, p->edges[at->first_edge].to, arg, of);
    if (!cat || at->n_edges || arg > 31)
        return USE_ESCAPE;
    if (cat->memory.writes >> arg & 1)
        return USE_WRITE;
    if (cat->memory.reads >> arg & 1)
        return USE_READ;
    return cat->memory.frees ? USE_NONE : USE_ESCAPE;
}

/* The use that the call makes of the variable: through its address, or through the pointer. */
static enum use use_by_call(const struct fork_memory *m, gfunc_id func, const struct unit_op *op,
                            site_id site, const struct fork_var *var)
{
    const struct unit *u = program_unit(m->ctx->program, func);
    enum use use = USE_NONE;

    for (uint32_t i = 0; i < op->args.n; i++) {
        const struct unit_val *v = &u->vals[u->args[op->args.first + i].val.v];
        struct fork_var passed;
        path_id path = v->kind == VAL_ADDR ? (path_id){v->a}
                       : v->kind == VAL_LOAD && var->is_pointee ? u->ops[v->a].path : (path_id){0};
        if (!path.v || !var_of(m, func, path, &passed))
            continue;
        if (v->kind == VAL_LOAD)
            passed.is_pointee = true;
        gfield_id of = passed.field.v ? (gfield_id){0} : var->field;
        enum use now = same_var(&passed, var) ? call_use(m, site, i, of) : USE_NONE;
        use = now > use ? now : use;
    }
    return use;
}

/* `x++` reads what it writes. */
static bool is_part_of_compound(const struct unit *u, struct range ops, op_id load)
{
    return load.v + 1 < ops.first + ops.n && u->ops[load.v + 1].kind == OP_STORE &&
           (u->ops[load.v + 1].flags & OPF_COMPOUND) &&
           u->ops[load.v + 1].path.v == u->ops[load.v].path.v;
}

static bool is_nothing(const struct unit *u, val_id v)
{
    return u->vals[v.v].kind == VAL_INT && (u->vals[v.v].num == 0 || u->vals[v.v].num == -1);
}

static enum use use_at(const struct fork_memory *m, gfunc_id func, op_id id,
                       const struct fork_var *var)
{
    const struct program *p = m->ctx->program;
    const struct unit *u = program_unit(p, func);
    const struct unit_op *op = &u->ops[id.v];
    struct fork_var at;

    if (op->kind == OP_CALL)
        return use_by_call(m, func, op, program_site(p, func, id), var);
    if ((op->kind != OP_LOAD && op->kind != OP_STORE && op->kind != OP_ATOMIC) ||
        !var_of(m, func, op->path, &at) || !same_var(&at, var))
        return USE_NONE;
    if (op->kind == OP_LOAD)
        return is_part_of_compound(u, program_func(p, func)->ops, id) ? USE_NONE : USE_READ;
    if (op->kind == OP_ATOMIC)
        return op->flags & OPF_STORES ? USE_WRITE : USE_READ;
    return is_nothing(u, op->val) ? USE_NONE : USE_WRITE;
}

/* The address is kept: stored somewhere, or in a table. */
static bool address_is_kept(const struct fork_memory *m, const struct fork_var *var)
{
    const struct program *p = m->ctx->program;
    uint32_t n;
    for (uint32_t i = 0; var->sym.v && i < p->n_units; i++)
        for (uint32_t k = 1; k < p->units[i]->n_inits; k++) {
            const struct unit *u = p->units[i];
            const struct unit_val *v = &u->vals[u->inits[k].val.v];
            if (v->kind == VAL_ADDR && u->paths[v->a].root == ROOT_SYM &&
                p->unit_syms[i][u->paths[v->a].id].v == var->sym.v)
                return true;
        }
    const gfunc_id *users = users_of(m, var, &n);
    for (uint32_t f = 0; f < n; f++) {
        gfunc_id func = users[f];
        const struct unit *u = program_unit(p, func);
        const struct range ops = program_func(p, func)->ops;
        for (uint32_t o = ops.first; o < ops.first + ops.n; o++) {
            const struct unit_val *v = &u->vals[u->ops[o].val.v];
            struct fork_var at;
            if (u->ops[o].kind == OP_STORE && v->kind == VAL_ADDR &&
                var_of(m, func, (path_id){v->a}, &at) && same_var(&at, var))
                return true;
        }
    }
    return false;
}

/* ---- the child's writes ---- */
static void add_write(struct fork_memory *m, struct fork_write w)
{
    for (uint32_t i = 0; i < m->writes.n; i++)
        if (same_object(&m->writes.v[i].var, &w.var) &&
            m->writes.v[i].var.field.v == w.var.field.v)
            return; /* the first one stands for all */
    vec_push(m->ctx->arena, &m->writes, w);
}

static bool makes_mapping(const struct fork_memory *m, gfunc_id func, const struct unit_op *op)
{
    const struct program *p = m->ctx->program;
    const struct unit_val *v = &program_unit(p, func)->vals[op->val.v];
    if (v->kind != VAL_CALL)
        return false;
    site_id site = program_site(p, func, (op_id){v->a});
    gsym_id callee = site.v ? p->sites[site.v].callee : (gsym_id){0};
    return callee.v && (!strcmp(p->syms[callee.v].name, "mmap") ||
                        !strcmp(p->syms[callee.v].name, "shmat"));
}

static bool is_memory_looked_at(const struct fork_memory *m, gfunc_id func, path_id path,
                                const struct fork_var *var)
{
    const struct unit *u = program_unit(m->ctx->program, func);
    if (!var->is_pointee)
        return true;
    for (uint32_t i = 1; i < u->n_paths; i++)
        if (u->paths[i].root == u->paths[path.v].root && u->paths[i].id == u->paths[path.v].id &&
            !u->paths[i].sels.n)
            return is_own_memory(m, func, (path_id){i});
    return false;
}

/* What the function of the program writes of the record whose address it gets, part by part. */
static void writes_of_callee(struct fork_memory *m, struct fork_write w, gfunc_id callee,
                             uint32_t param)
{
    struct access_list list = accesses_of(flow_accesses(m->ctx->flow), callee);
    gfield_id field, part = w.var.field;

    if (list.is_cut)
        return;
    for (uint32_t i = 0; i < list.n; i++) {
        if (!access_writes(&list.v[i]) ||
            !is_in_pointee(flow_locs(m->ctx->flow), list.v[i].loc, param, &field))
            continue;
        w.var.field = part.v ? part : field;
        add_write(m, w);
    }
}

static void writes_of_call(struct fork_memory *m, uint32_t visit, gfunc_id func, op_id id)
{
    const struct program *p = m->ctx->program;
    const struct unit *u = program_unit(p, func);
    const struct unit_op *op = &u->ops[id.v];
    site_id site = program_site(p, func, id);
    const struct cat_func *cat = m->ctx->flow->site_cat[site.v];

    if (cat && cat->blocks && cat->blocks->fd >= 0)
        return; /* what comes in by a descriptor is the child's input */
    for (uint32_t i = 0; i < op->args.n; i++) {
        const struct unit_val *v = &u->vals[u->args[op->args.first + i].val.v];
        path_id path = v->kind == VAL_ADDR ? (path_id){v->a}
                       : v->kind == VAL_LOAD ? u->ops[v->a].path : (path_id){0};
        struct fork_write w = {.func = func, .op = id, .visit = visit,
                               .via = p->sites[site.v].n_edges ? (site_id){0} : site};
        if (!path.v || !var_of(m, func, path, &w.var) || (v->kind == VAL_LOAD && w.var.sym.v))
            continue;
        if (v->kind == VAL_LOAD)
            w.var.is_pointee = true;
        if (!is_memory_looked_at(m, func, path, &w.var))
            continue;
        if (p->sites[site.v].n_edges == 1)
            writes_of_callee(m, w, p->edges[p->sites[site.v].first_edge].to, i);
        else if (call_use(m, site, i, (gfield_id){0}) == USE_WRITE)
            add_write(m, w);
    }
}

static void writes_of_visit(struct fork_memory *m, uint32_t visit)
{
    const struct visit *v = &m->walk.visits.v[visit];
    const struct unit *u = program_unit(m->ctx->program, v->func);
    const struct range ops = program_func(m->ctx->program, v->func)->ops;

    for (uint32_t o = ops.first; o < ops.first + ops.n; o++) {
        const struct unit_op *op = &u->ops[o];
        struct fork_write w = {.func = v->func, .op = {o}, .visit = visit};
        if (v->parent == UINT32_MAX && !fork_is_childs(m->ctx->flow, m->fork, w.op))
            continue;
        if (op->kind == OP_CALL)
            writes_of_call(m, visit, v->func, w.op);
        if (op->kind != OP_STORE || is_nothing(u, op->val) ||
            !var_of(m, v->func, op->path, &w.var) ||
            !is_memory_looked_at(m, v->func, op->path, &w.var))
            continue;
        w.is_mapping = makes_mapping(m, v->func, op);
        add_write(m, w);
    }
}

/* ---- who else uses it ---- */
/* The op is run by a process that is not the child; also when it lies in a function of both. */
static bool is_parents_op(const struct fork_memory *m, gfunc_id func, op_id op)
{
    return func.v == m->fork->func.v ? !fork_is_childs(m->ctx->flow, m->fork, op)
                                     : m->parents[func.v];
}

static bool is_before_fork(const struct fork_memory *m, gfunc_id func, op_id op)
{
    const struct site *at = &m->ctx->program->sites[m->fork->site.v];
    struct arena scratch;

    if (func.v != m->fork->func.v || op.v > at->op.v)
        return false;
    arena_init(&scratch);
    bool again = shape_reaches(flow_shape(m->ctx->flow, func), at->op, op, &scratch);
    arena_release(&scratch);
    return !again;
}

/* Called by the parent's side of the fork, or by who called the forking function, after it. */
static bool is_after_fork(const struct fork_memory *m, gfunc_id func)
{
    const struct program *p = m->ctx->program;
    for (uint32_t i = 1; i < p->n_sites; i++) {
        const struct site *at = &p->sites[i];
        for (uint32_t e = 0; e < at->n_edges; e++) {
            gfunc_id to = p->edges[at->first_edge + e].to;
            if (to.v == func.v && at->caller.v == m->fork->func.v &&
                fork_is_parents(m->ctx->flow, m->fork, at->op))
                return true;
            if (to.v == m->fork->func.v && at->caller.v == func.v)
                return true;
        }
    }
    return false;
}

struct others {
    bool spoils, child_reads;
    gfunc_id read_func;
    op_id read_op;
    enum confidence conf;
};

static void note_read(const struct fork_memory *m, gfunc_id func, op_id op, struct others *out)
{
    enum confidence conf = CONF_HIGH;
    if (func.v == m->fork->func.v) {
        if (!fork_is_parents(m->ctx->flow, m->fork, op))
            return;
        if (!m->turn[shape_block_of(flow_shape(m->ctx->flow, func), op)])
            conf = CONF_LOW; /* what the next turn begins with */
    } else {
        if (m->childs[func.v] || !m->parents[func.v] || m->fork->returns)
            return;
        conf = is_after_fork(m, func) ? CONF_MEDIUM : CONF_LOW;
    }
    if (out->read_op.v && out->conf >= conf)
        return;
    out->read_func = func;
    out->read_op = op;
    out->conf = conf;
}

static void look_at_op(const struct fork_memory *m, gfunc_id func, op_id op,
                       const struct fork_write *w, struct others *out)
{
    enum use use = use_at(m, func, op, &w->var);
    bool is_parents = is_parents_op(m, func, op);
    bool is_childs = func.v == m->fork->func.v ? fork_is_childs(m->ctx->flow, m->fork, op)
                                               : m->childs[func.v];
    if (use == USE_NONE)
        return;
    if (is_childs && use == USE_READ)
        out->child_reads = true;
    if (is_parents && use >= USE_WRITE && !is_before_fork(m, func, op))
        out->spoils = true;
    if (is_parents && use == USE_READ)
        note_read(m, func, op, out);
}

static void look_at_others(const struct fork_memory *m, const struct fork_write *w,
                           struct others *out)
{
    const struct program *p = m->ctx->program;
    uint32_t n;
    const gfunc_id *users = users_of(m, &w->var, &n);
    for (uint32_t f = 0; f < n && !out->spoils; f++) {
        const struct range ops = program_func(p, users[f])->ops;
        for (uint32_t o = ops.first; o < ops.first + ops.n && !out->spoils; o++)
            look_at_op(m, users[f], (op_id){o}, w, out);
    }
}

/* `role = "worker"`: says what the process is, most likely. */
static bool is_constant(const struct fork_memory *m, const struct fork_write *w)
{
    const struct unit *u = program_unit(m->ctx->program, w->func);
    const struct unit_op *op = &u->ops[w->op.v];
    uint8_t kind = u->vals[op->val.v].kind;
    return op->kind == OP_STORE && !(op->flags & OPF_COMPOUND) &&
           (kind == VAL_INT || kind == VAL_STR || kind == VAL_FUNC);
}

static void judge(struct fork_memory *m, struct fork_write w)
{
    struct others others = {0};

    look_at_others(m, &w, &others);
    if (others.spoils || !others.read_op.v || address_is_kept(m, &w.var))
        return;
    w.conf = (enum confidence)m->walk.visits.v[w.visit].conf;
    w.conf = others.conf < w.conf ? others.conf : w.conf;
    bool tells_mode = is_constant(m, &w) && others.read_func.v != m->fork->func.v;
    if (others.child_reads || tells_mode || (m->fork->returns && w.var.sym.v))
        w.conf = CONF_LOW;
    w.read_func = others.read_func;
    w.read_op = others.read_op;
    for (uint32_t i = 0; i < m->lost.n; i++) { /* one finding for each variable: the surest */
        if (!same_object(&m->lost.v[i].var, &w.var))
            continue;
        if (m->lost.v[i].conf < w.conf)
            m->lost.v[i] = w;
        return;
    }
    vec_push(m->ctx->arena, &m->lost, w);
}

/* ---- the child waits for what only the parent writes ---- */
/* Stores to the global, but for those of 0 and those in front of the fork, are the parent's alone;
 * *at is one of them. */
static bool only_parent_writes(const struct fork_memory *m, const struct fork_var *var, op_id *at)
{
    const struct program *p = m->ctx->program;
    uint32_t n;
    const gfunc_id *users = users_of(m, var, &n);
    *at = (op_id){0};
    for (uint32_t f = 0; f < n; f++) {
        const struct range ops = program_func(p, users[f])->ops;
        for (uint32_t o = ops.first; o < ops.first + ops.n; o++) {
            if (use_at(m, users[f], (op_id){o}, var) < USE_WRITE ||
                is_before_fork(m, users[f], (op_id){o}))
                continue;
            if (users[f].v != m->fork->func.v ||
                !fork_is_parents(m->ctx->flow, m->fork, (op_id){o}))
                return false;
            *at = (op_id){o};
        }
    }
    return at->v && !address_is_kept(m, var);
}

static void news_of_visit(struct fork_memory *m, uint32_t visit)
{
    const struct program *p = m->ctx->program;
    const struct visit *v = &m->walk.visits.v[visit];
    const struct unit *u = program_unit(p, v->func);
    const struct range blocks = program_func(p, v->func)->blocks;

    for (uint32_t b = blocks.first; b < blocks.first + blocks.n; b++) {
        const struct unit_block *block = &u->blocks[b];
        if (block->term != TERM_BRANCH || !block->loop.v || !block->ops.n ||
            u->loops[block->loop.v].header.v != b)
            continue;
        struct fork_write w = {.visit = visit, .conf = (enum confidence)v->conf,
                               .var = {.sym = value_global(p, v->func, block->val)},
                               .read_func = v->func, .read_op = {block->ops.first},
                               .func = m->fork->func};
        if (!w.var.sym.v ||
            (v->parent == UINT32_MAX && !fork_is_childs(m->ctx->flow, m->fork, w.read_op)) ||
            !only_parent_writes(m, &w.var, &w.op))
            continue;
        for (uint32_t o = 0; o < block->ops.n; o++) /* the load itself */
            if (use_at(m, v->func, (op_id){block->ops.first + o}, &w.var) == USE_READ)
                w.read_op = (op_id){block->ops.first + o};
        vec_push(m->ctx->arena, &m->news, w);
    }
}

/* ---- one fork ---- */
/* Is the block the header of a loop around the fork? Then l is that loop. */
static bool heads_loop_around(const struct func_shape *s, uint32_t fork, uint32_t block, loop_id *l)
{
    for (*l = s->unit->blocks[s->func->blocks.first + fork].loop; l->v;
         *l = s->unit->loops[l->v].parent)
        if (s->unit->loops[l->v].header.v - s->func->blocks.first == block)
            return true;
    return false;
}

/* From the header of a loop around the fork only the way out of it is no next turn. */
static bool *find_turn(const struct fork_memory *m)
{
    const struct func_shape *s = flow_shape(m->ctx->flow, m->fork->func);
    const struct unit_block *blocks = &s->unit->blocks[s->func->blocks.first];
    uint32_t n = s->func->blocks.n, top = 0;
    uint32_t at = shape_block_of(s, m->ctx->program->sites[m->fork->site.v].op);
    bool *reached = arena_array(m->ctx->arena, bool, n + 1);
    uint32_t *stack = arena_array(m->ctx->arena, uint32_t, n + 1);

    reached[at] = true;
    stack[top++] = at;
    while (top) {
        uint32_t from = stack[--top];
        const struct unit_block *b = &blocks[from];
        loop_id l;
        bool is_header = from != at && heads_loop_around(s, at, from, &l);
        for (uint32_t i = 0; i < b->succs.n; i++) {
            uint32_t to = s->unit->succs[b->succs.first + i].to.v - s->func->blocks.first;
            if (reached[to] || (is_header && shape_in_loop(s, to, l)))
                continue;
            reached[to] = true;
            stack[top++] = to;
        }
    }
    return reached;
}

void fork_memory_look(struct fork_memory *m, const struct fork_site *fork)
{
    struct arena *a = m->ctx->arena;
    struct walk_start start = fork_child_start(fork, 0);
    uint32_t n_funcs = m->ctx->program->n_funcs;

    ASSERT(fork->site.v);
    m->fork = fork;
    m->writes.n = m->lost.n = m->news.n = 0;
    m->childs = arena_array(a, bool, n_funcs + 1);
    m->turn = find_turn(m);
    bool *done = arena_array(a, bool, n_funcs + 1);
    walk_run(a, m->ctx->flow, &start, 1, WALK_ENDING_PATHS, NULL, NULL, NULL, &m->walk);
    for (uint32_t i = 0; i < m->walk.visits.n; i++)
        if (m->walk.visits.v[i].parent != UINT32_MAX)
            m->childs[m->walk.visits.v[i].func.v] = true;
    for (uint32_t i = 0; i < m->walk.visits.n; i++) {
        const struct visit *v = &m->walk.visits.v[i];
        if (v->is_replaced || (done[v->func.v] && v->parent != UINT32_MAX))
            continue;
        done[v->func.v] = true;
        writes_of_visit(m, i);
        news_of_visit(m, i);
    }
    for (uint32_t i = 0; i < m->writes.n; i++)
        judge(m, m->writes.v[i]);
}
