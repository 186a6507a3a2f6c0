/*
 * Call sites, the edges that the solution gives them, and the order of functions from callees to
 * callers. A call through a pointer of which nothing at all is known falls back to functions of the
 * same type whose address is taken, if they are few.
 */
#include "link/internal.h"
#include "link/scc.h"

#include <stdlib.h>

enum { MAX_SIGNATURE_EDGES = 8 };

/* ---- sites ---- */

static uint32_t count_sites(const struct program *p)
{
    uint32_t n = 0;

    for (uint32_t i = 1; i < p->n_funcs; i++) {
        const struct unit *u = program_unit(p, (gfunc_id){i});
        const struct unit_func *fn = program_func(p, (gfunc_id){i});

        for (uint32_t k = 0; k < fn->ops.n; k++) {
            n += u->ops[fn->ops.first + k].kind == OP_CALL;
        }
    }
    return n;
}

void link_sites(struct program *p)
{
    uint32_t at = 1;

    p->n_sites = count_sites(p) + 1;
    p->sites = arena_array(p->arena, struct site, p->n_sites);
    for (uint32_t i = 1; i < p->n_funcs; i++) {
        struct prog_func *pf = &p->funcs[i];
        const struct unit *u = p->units[pf->unit];
        const struct unit_func *fn = &u->funcs[pf->func.v];

        pf->first_site = at;
        for (uint32_t k = 0; k < fn->ops.n; k++) {
            uint32_t op = fn->ops.first + k;
            gsym_id callee = p->unit_syms[pf->unit][u->ops[op].callee.v];

            if (u->ops[op].kind == OP_CALL) {
                p->sites[at++] = (struct site){.caller = {i}, .op = {op}, .callee = callee};
            }
        }
        pf->n_sites = at - pf->first_site;
    }
    ASSERT(at == p->n_sites);
}

/* ---- edges ---- */

struct candidate {
    uint64_t signature;
    uint32_t func;
};
struct edges {
    struct program *p;
    struct arena *a;
    VEC(struct edge) list;
    struct candidate *cands; /* functions whose address is taken, by signature */
    uint32_t n_cands;
};

static int compare_candidates(const void *x, const void *y)
{
    const struct candidate *a = x, *b = y;

    if (a->signature != b->signature) {
        return a->signature < b->signature ? -1 : 1;
    }
    return (a->func > b->func) - (a->func < b->func);
}

static void find_candidates(struct edges *e)
{
    struct program *p = e->p;

    e->cands = arena_array(e->a, struct candidate, p->n_funcs);
    for (uint32_t i = 1; i < p->n_funcs; i++) {
        const struct unit *u = program_unit(p, (gfunc_id){i});
        type_id type = u->syms[program_func(p, (gfunc_id){i})->sym.v].type;

        if (p->funcs[i].address_taken) {
            e->cands[e->n_cands++] = (struct candidate){signature_of(u, type), i};
        }
    }
    qsort(e->cands, e->n_cands, sizeof *e->cands, compare_candidates);
}

static void signature_edges(struct edges *e, site_id s)
{
    const struct unit *u = program_unit(e->p, e->p->sites[s.v].caller);
    const struct unit_op *op = site_op(e->p, s);
    uint64_t want = signature_of(u, u->vals[op->val.v].type);
    uint32_t lo = 0, hi = e->n_cands, n = 0;

    while (lo < hi) {
        uint32_t mid = lo + (hi - lo) / 2;

        if (e->cands[mid].signature < want) {
            lo = mid + 1;
        } else {
            hi = mid;
        }
    }
    while (lo + n < e->n_cands && e->cands[lo + n].signature == want) {
        n++;
    }
    for (uint32_t i = 0; i < n && n <= MAX_SIGNATURE_EDGES && want != 0; i++) {
        struct edge edge = {.to = {e->cands[lo + i].func}, .kind = EDGE_SIGNATURE};

        vec_push(e->a, &e->list, edge);
    }
}

static int compare_edges(const void *x, const void *y)
{
    const struct edge *a = x, *b = y;

    return (a->to.v > b->to.v) - (a->to.v < b->to.v);
}

static void direct_edges(struct edges *e, site_id s)
{
    struct program *p = e->p;
    gsym_id callee = p->sites[s.v].callee;
    struct alternatives alts = p->flow->alts[callee.v];

    if (p->syms[callee.v].func.v != 0) {
        struct edge edge = {.to = p->syms[callee.v].func, .kind = EDGE_DIRECT};

        vec_push(e->a, &e->list, edge);
    }
    for (uint32_t i = 0; i < alts.n; i++) {
        gfunc_id f = p->syms[p->flow->alt_syms.v[alts.first + i].v].func;
        struct edge edge = {.to = f, .kind = EDGE_AMBIGUOUS};

        if (f.v != 0) {
            vec_push(e->a, &e->list, edge);
        }
    }
}

static bool pointer_edge(struct edges *e, site_id s, obj_id obj)
{
    const struct flow_obj *o = &e->p->flow->objs[obj.v];

    if (o->kind != OBJ_FUNC || (o->func.v != 0 && !call_fits(e->p, s, o->func))) {
        return false;
    }
    if (o->func.v != 0) {
        struct edge edge = {.to = o->func, .kind = EDGE_POINTER, .obj = obj};

        vec_push(e->a, &e->list, edge);
    }
    return true;
}

static void pointer_edges(struct edges *e, site_id s)
{
    struct site *site = &e->p->sites[s.v];
    struct vref fn = e->p->flow->site_fn[s.v];
    bool has_any = false, has_info = false;

    if (fn.node == 0) {
        has_info = fn.obj > OPEN_OBJ;
        has_any = has_info && pointer_edge(e, s, (obj_id){fn.obj});
    } else {
        const struct frozen_set *set = frozen_get(e->p, fn.node);

        for (uint32_t i = 0; i < set->n; i++) {
            uint8_t kind = e->p->flow->objs[set->objs[i].v].kind;

            has_info |= kind != OBJ_INT || !set->is_open; /* always NULL is known too */
            has_any |= pointer_edge(e, s, set->objs[i]);
        }
    }
    site->unresolved = !has_any;
    if (!has_info) {
        signature_edges(e, s);
    }
}

void link_edges(struct program *p)
{
    struct arena scratch;
    struct edges e = {.p = p, .a = &scratch};

    arena_init(&scratch);
    for (uint32_t i = 1; i < p->n_funcs; i++) {
        p->funcs[i].address_taken = p->flow->addr_taken[i];
    }
    find_candidates(&e);
    for (uint32_t i = 1; i < p->n_sites; i++) {
        struct site *site = &p->sites[i];

        site->first_edge = e.list.n;
        if (site->callee.v != 0) {
            direct_edges(&e, (site_id){i});
        } else {
            pointer_edges(&e, (site_id){i});
        }
        site->n_edges = e.list.n - site->first_edge;
        if (site->n_edges > 1) {
            qsort(&e.list.v[site->first_edge], site->n_edges, sizeof *e.list.v, compare_edges);
        }
    }
    p->n_edges = e.list.n;
    p->edges = arena_array(p->arena, struct edge, p->n_edges);
    for (uint32_t i = 0; i < p->n_edges; i++) {
        p->edges[i] = e.list.v[i];
    }
    arena_release(&scratch);
}

/* ---- bottom-up order ---- */

void link_sccs(struct program *p)
{
    struct arena scratch;
    struct scc scc;
    uint32_t *first, *to;

    arena_init(&scratch);
    first = arena_array(&scratch, uint32_t, (size_t)p->n_funcs + 1);
    to = arena_array(&scratch, uint32_t, p->n_edges);
    for (uint32_t i = 0; i < p->n_edges; i++) {
        to[i] = p->edges[i].to.v - 1; /* functions count from 1, nodes from 0 */
    }
    for (uint32_t i = 1; i < p->n_funcs; i++) { /* sites and their edges stand by function */
        const struct prog_func *f = &p->funcs[i];

        first[i] = first[i - 1];
        for (uint32_t k = 0; k < f->n_sites; k++) {
            first[i] += p->sites[f->first_site + k].n_edges;
        }
    }
    scc_find(&scratch, p->n_funcs - 1, first, to, &scc);
    p->n_sccs = scc.n;
    p->scc_first = arena_array(p->arena, uint32_t, (size_t)scc.n + 1);
    p->scc_funcs = arena_array(p->arena, gfunc_id, p->n_funcs);
    for (uint32_t i = 0; i <= scc.n; i++) {
        p->scc_first[i] = scc.first[i];
    }
    for (uint32_t i = 0; i + 1 < p->n_funcs; i++) {
        p->scc_funcs[i].v = scc.members[i] + 1;
        p->funcs[i + 1].scc = scc.comp[i];
    }
    arena_release(&scratch);
}
