/*
 * All steps of linking, and the simple questions to the result.
 */
#include "link/internal.h"

#include <string.h>

static void prepare_flow(struct program *p)
{
    struct value_flow *fl = p->flow;

    map_init(&fl->addr_objs, p->arena);
    map_init(&fl->int_objs, p->arena);
    map_init(&fl->const_nodes, p->arena);
    map_init(&fl->derefs, p->arena);
    map_init(&fl->composites, p->arena);
    map_init(&fl->memo_values, p->arena);
    map_init(&fl->memo_paths, p->arena);
    fl->func_objs = arena_array(p->arena, uint32_t, p->n_syms);
    fl->site_fn = arena_array(p->arena, struct vref, p->n_sites);
    fl->site_cause = arena_array(p->arena, uint32_t, p->n_sites);
    fl->site_obj = arena_array(p->arena, uint32_t, p->n_sites);
    fl->site_external = arena_array(p->arena, bool, p->n_sites);
    fl->addr_taken = arena_array(p->arena, bool, p->n_funcs);
    fl->is_called = arena_array(p->arena, bool, p->n_funcs);
}

struct program *program_link(struct arena *a, const struct unit *const *units, uint32_t n_units)
{
    struct program *p = arena_new(a, struct program);
    struct arena scratch;

    p->arena = a;
    p->units = units;
    p->n_units = n_units;
    p->flow = arena_new(a, struct value_flow);
    p->flow->arena = a;
    arena_init(&scratch);
    solver_init(&p->flow->solver, &scratch);
    p->flow->solver.on_call = call_resolved;
    p->flow->solver.ctx = p;
    link_records(p);
    link_symbols(p);
    link_sites(p);
    prepare_flow(p);
    link_nodes(p);
    link_constraints(p);
    link_freeze(p);
    link_edges(p);
    link_sccs(p);
    arena_release(&scratch);
    memset(&p->flow->solver, 0, sizeof p->flow->solver);
    return p;
}

site_id program_site(const struct program *p, gfunc_id f, op_id op)
{
    uint32_t lo, hi;

    ASSERT(f.v != 0 && f.v < p->n_funcs);
    lo = p->funcs[f.v].first_site;
    hi = lo + p->funcs[f.v].n_sites;
    while (lo < hi) {
        uint32_t mid = lo + (hi - lo) / 2;

        if (p->sites[mid].op.v == op.v) {
            return (site_id){mid};
        }
        if (p->sites[mid].op.v < op.v) {
            lo = mid + 1;
        } else {
            hi = mid;
        }
    }
    return (site_id){0};
}

gfunc_id program_find_func(const struct program *p, const char *name, uint32_t nth)
{
    for (uint32_t i = 1; i < p->n_funcs; i++) {
        if (strcmp(p->funcs[i].name, name) == 0 && nth-- == 0) {
            return (gfunc_id){i};
        }
    }
    return (gfunc_id){0};
}
