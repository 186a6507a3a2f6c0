/*
 * Summaries that hold for every caller, bottom-up over the SCCs of the call graph. All facts only
 * grow from false to true, so an SCC is repeated until nothing changes.
 */
#include "flow/flow.h"

#include <string.h>

#include "flow/context.h"
#include "flow/descriptors.h"
#include "flow/guards.h"
#include "flow/fork_side.h"
#include "flow/shape.h"

/* A function of the program's own that only has the name of a library's is judged by its body. When
 * the library itself is analysed, its external functions keep their entries: they register
 * callbacks. */
static void match_catalog(struct flow_facts *f)
{
    const struct program *p = f->program;
    for (uint32_t i = 1; i < p->n_sites; i++) {
        const struct prog_sym *sym = &p->syms[p->sites[i].callee.v];
        if (p->sites[i].callee.v && (!sym->func.v || sym->linkage == LINK_EXTERNAL))
            f->site_cat[i] = catalog_find(f->catalog, sym->name);
    }
}

static bool returns_pid(const struct flow_facts *f, gfunc_id func)
{
    const struct func_shape *s = flow_shape(f, func);
    for (uint32_t b = 0; b < s->func->blocks.n; b++) {
        const struct unit_block *block = &s->unit->blocks[s->func->blocks.first + b];
        if (block->term != TERM_RETURN || !block->val.v)
            continue;
        if (context_eval(f, func, NULL, block->val).kind == ABS_POSITIVE)
            return true;
    }
    return false;
}

/* The number that the block returns; false: it is not known. */
static bool returned_number(const struct flow_facts *f, gfunc_id func, uint32_t block, int32_t *out)
{
    const struct func_shape *s = flow_shape(f, func);
    const struct unit_block *b = &s->unit->blocks[s->func->blocks.first + block];
    struct absval v = b->val.v ? context_eval(f, func, NULL, b->val) : (struct absval){0};

    *out = (int32_t)v.num;
    return v.kind == ABS_INT && v.num == *out;
}

/* Do the child's returns have one number, and all others another one, or less than 0? */
static bool tells_child(const struct flow_facts *f, gfunc_id func, const bool *child,
                        const bool *parent, struct func_facts *out)
{
    const struct func_shape *s = flow_shape(f, func);
    bool has_child = false, has_parent = false;

    for (uint32_t b = 0; b < s->func->blocks.n; b++) {
        int32_t n;
        if (s->unit->blocks[s->func->blocks.first + b].term != TERM_RETURN)
            continue;
        if (!returned_number(f, func, b, &n) || (child[b] && parent[b]))
            return false;
        bool is_childs = child[b];
        if (!is_childs && n < 0)
            continue;
        int32_t *result = is_childs ? &out->child_result : &out->parent_result;
        bool *has = is_childs ? &has_child : &has_parent;
        if (*has && *result != n)
            return false;
        *has = true;
        *result = n;
    }
    return has_child && has_parent && out->child_result != out->parent_result;
}

/* `pid = fork(); if (pid == 0) { prepare(); return 0; } note(pid); return 1;` */
static void find_told_child(const struct flow_facts *f, gfunc_id func, struct func_facts *out)
{
    const struct prog_func *pf = &f->program->funcs[func.v];
    struct arena scratch;

    arena_init(&scratch);
    for (uint32_t i = 0; i < pf->n_sites && !out->tells_child; i++) {
        site_id site = {pf->first_site + i};
        struct context ctx = {.child_of = site};
        if (!context_returns_pid(f, site))
            continue;
        uint32_t n = program_func(f->program, func)->blocks.n;
        bool *child = arena_array(&scratch, bool, n + 1);
        bool *parent = arena_array(&scratch, bool, n + 1);
        context_blocks(f, func, &ctx, child);
        context_blocks_after(f, site, parent);
        out->tells_child = tells_child(f, func, child, parent, out);
    }
    arena_release(&scratch);
}

bool cat_is_io(const struct cat_func *cat)
{
    if (!cat->blocks)
        return false;
    switch (cat->blocks->device) {
    case DEV_DISK:
    case DEV_DISK_META:
    case DEV_SYNC:
    case DEV_TTY: return true;
    default: return cat->blocks->fd >= 0;
    }
}

static void add_callee(struct func_facts *to, const struct func_facts *callee)
{
    to->does_io |= callee->does_io;
    to->waits |= callee->waits;
    to->accepts |= callee->accepts;
}

static bool is_accept(const struct cat_func *cat)
{
    return !strcmp(cat->name, "accept") || !strcmp(cat->name, "accept4");
}

bool site_accepts(const struct flow_facts *f, site_id site)
{
    const struct site *s = &f->program->sites[site.v];
    const struct cat_func *cat = f->site_cat[site.v];

    ASSERT(site.v && site.v < f->program->n_sites);
    if (!s->n_edges)
        return cat && is_accept(cat);
    for (uint32_t e = 0; e < s->n_edges && s->callee.v; e++)
        if (f->funcs[f->program->edges[s->first_edge + e].to.v].accepts)
            return true;
    return false;
}

/* Does only a forked child run the op? What it accepts its parent does not. */
static bool is_in_child(const struct flow_facts *f, gfunc_id func, op_id op)
{
    const struct prog_func *pf = &f->program->funcs[func.v];
    const struct func_shape *s = flow_shape(f, func);
    struct arena scratch;
    bool is_childs = false;

    arena_init(&scratch);
    for (uint32_t i = pf->first_site; i < pf->first_site + pf->n_sites && !is_childs; i++) {
        const struct cat_func *cat = f->site_cat[i];
        if (!cat || f->program->sites[i].n_edges || cat->process != PROC_FORK)
            continue;
        bool *child = arena_array(&scratch, bool, s->func->blocks.n + 1);
        is_childs = fork_child_blocks(f, (site_id){i}, child) && child[shape_block_of(s, op)];
    }
    arena_release(&scratch);
    return is_childs;
}

static struct func_facts facts_of(const struct flow_facts *f, gfunc_id func)
{
    const struct program *p = f->program;
    const struct prog_func *pf = &p->funcs[func.v];
    struct func_facts out = f->funcs[func.v];

    for (uint32_t i = 0; i < pf->n_sites; i++) {
        const struct site *s = &p->sites[pf->first_site + i];
        const struct cat_func *cat = f->site_cat[pf->first_site + i];
        bool accepts = out.accepts;
        for (uint32_t e = 0; e < s->n_edges; e++)
            add_callee(&out, &f->funcs[p->edges[s->first_edge + e].to.v]);
        if (out.accepts && !accepts && is_in_child(f, func, s->op))
            out.accepts = false;
        if (!s->callee.v)
            out.does_io = true;
        if (!cat || s->n_edges)
            continue;
        out.does_io |= cat_is_io(cat);
        out.waits |= cat->waits || (cat->blocks && cat->blocks->device == DEV_TIMER);
        out.accepts |= is_accept(cat);
    }
    const struct func_shape *shape = flow_shape(f, func);
    out.never_returns = shape->func->blocks.n > 0 && !shape->returns[0];
    param_modes(f, func, &out);
    out.returns_pid = out.returns_pid || returns_pid(f, func);
    if (!out.returns_pid && !out.tells_child)
        find_told_child(f, func, &out);
    return out;
}

static void summarise(struct flow_facts *f)
{
    const struct program *p = f->program;
    for (uint32_t scc = 0; scc < p->n_sccs; scc++) {
        bool changed = true;
        while (changed) {
            changed = false;
            for (uint32_t i = p->scc_first[scc]; i < p->scc_first[scc + 1]; i++) {
                gfunc_id func = p->scc_funcs[i];
                struct func_facts now = facts_of(f, func);
                struct func_facts *old = &f->funcs[func.v];
                changed |= now.never_returns != old->never_returns ||
                           now.does_io != old->does_io || now.waits != old->waits ||
                           now.accepts != old->accepts ||
                           now.returns_pid != old->returns_pid ||
                           now.tells_child != old->tells_child ||
                           memcmp(now.sets_mode, old->sets_mode, sizeof now.sets_mode) != 0;
                *old = now;
            }
        }
    }
}

/* ---- bits of fields ---- */
static void note_bits(struct flow_facts *f, bool *assigned, uint32_t unit, path_id id, uint64_t set,
                      bool keeps)
{
    const struct unit *u = f->program->units[unit];
    const struct unit_path *path = &u->paths[id.v];
    if (!path->sels.n)
        return;
    const struct unit_sel *last = &u->sels[path->sels.first + path->sels.n - 1];
    if (last->kind != SEL_FIELD || keeps)
        return;
    uint32_t g = f->program->unit_fields[unit][last->id].v;
    f->field_bits[g] = assigned[g] ? f->field_bits[g] & set : set;
    assigned[g] = true;
}

/* flags = A; flags |= B: A stays set. Any other assignment of what is no constant clears all. */
static void find_field_bits(struct flow_facts *f)
{
    const struct program *p = f->program;
    bool *assigned = arena_array(f->arena, bool, p->n_fields + 1);

    f->field_bits = arena_array(f->arena, uint64_t, p->n_fields + 1);
    for (uint32_t unit = 0; unit < p->n_units; unit++) {
        const struct unit *u = p->units[unit];
        for (uint32_t i = 1; i < u->n_ops; i++) {
            const struct unit_op *op = &u->ops[i];
            const struct unit_val *v = &u->vals[op->val.v];
            if (op->kind != OP_STORE && op->kind != OP_ATOMIC)
                continue;
            bool keeps = op->kind == OP_STORE && op->oper == OPER_OR && (op->flags & OPF_COMPOUND);
            note_bits(f, assigned, unit, op->path,
                      op->kind == OP_STORE && v->kind == VAL_INT ? (uint64_t)v->num : 0, keeps);
        }
        for (uint32_t i = 1; i < u->n_inits; i++) {
            const struct unit_val *v = &u->vals[u->inits[i].val.v];
            note_bits(f, assigned, unit, u->inits[i].path,
                      v->kind == VAL_INT ? (uint64_t)v->num : 0, false);
        }
    }
}

/* Initialisers by the symbol whose object they are of, in their own order. */
static void chain_inits(struct flow_facts *f)
{
    const struct program *p = f->program;

    f->init_head = arena_array(f->arena, uint32_t *, p->n_units + 1);
    f->init_next = arena_array(f->arena, uint32_t *, p->n_units + 1);
    for (uint32_t unit = 0; unit < p->n_units; unit++) {
        const struct unit *u = p->units[unit];
        uint32_t *head = f->init_head[unit] = arena_array(f->arena, uint32_t, u->n_syms + 1);
        uint32_t *next = f->init_next[unit] = arena_array(f->arena, uint32_t, u->n_inits + 1);
        for (uint32_t i = u->n_inits; i-- > 1;) {
            const struct unit_path *path = &u->paths[u->inits[i].path.v];
            if (path->root != ROOT_SYM)
                continue;
            next[i] = head[path->id];
            head[path->id] = i;
        }
    }
}

struct flow_facts *flow_analyse(struct arena *a, const struct program *p, const struct catalog *c)
{
    struct flow_facts *f = arena_new(a, struct flow_facts);
    f->arena = a;
    f->program = p;
    f->catalog = c;
    f->site_cat = arena_array(a, const struct cat_func *, p->n_sites + 1);
    f->funcs = arena_array(a, struct func_facts, p->n_funcs + 1);
    f->shapes = arena_array(a, struct func_shape *, p->n_funcs + 1);
    f->lazy = arena_new(a, struct flow_lazy);
    f->obj_origin = arena_array(a, uint32_t, flow_object_count(p) + 1);
    f->has_thread_ids = asks_thread_ids(p);
    f->site_origin = arena_array(a, uint32_t, p->n_sites + 1);
    for (uint32_t i = 1; i < p->n_funcs; i++) {
        uint32_t n = program_func(p, (gfunc_id){i})->blocks.n;
        f->most_blocks = n > f->most_blocks ? n : f->most_blocks;
    }
    match_catalog(f);
    find_field_bits(f);
    chain_inits(f);
    summarise(f);
    context_keep_blocks(f);
    descriptors_find(f);
    return f;
}
