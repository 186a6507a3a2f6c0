/*
 * Numbers of nodes, and what a number stands for. A node id is an index into consecutive bands:
 * symbols (the node of a symbol has the symbol's number), fields, locals of each unit, return
 * values, results of call sites; temporaries follow.
 */
#include "link/internal.h"

static uint32_t add_band(uint32_t at, uint32_t n)
{
    ASSERT(n <= (VIA_BASE - 1) - at);
    return at + n;
}

void link_nodes(struct program *p)
{
    struct value_flow *fl = p->flow;
    uint32_t at = p->n_syms;

    fl->first_field = at;
    at = fl->first_local = add_band(at, p->n_fields);
    fl->unit_local = arena_array(p->arena, uint32_t, (size_t)p->n_units + 1);
    for (uint32_t i = 0; i < p->n_units; i++) {
        fl->unit_local[i] = at;
        at = add_band(at, p->units[i]->n_locals);
    }
    fl->unit_local[p->n_units] = at;
    fl->first_ret = at;
    at = fl->first_site = add_band(at, p->n_funcs);
    at = fl->first_temp = add_band(at, p->n_sites);
    solver_nodes(&fl->solver, at - 1);
    ASSERT(fl->solver.nodes.n == at);
}

uint32_t node_local(const struct program *p, uint32_t unit, uint32_t local)
{
    ASSERT(local < p->units[unit]->n_locals);
    return p->flow->unit_local[unit] + local;
}

uint32_t node_param(const struct program *p, gfunc_id f, uint32_t index)
{
    const struct unit_func *fn = program_func(p, f);

    return index < fn->n_params ? node_local(p, p->funcs[f.v].unit, fn->locals.first + index) : 0;
}

uint32_t node_return(const struct program *p, gfunc_id f)
{
    ASSERT(f.v < p->n_funcs);
    return p->flow->first_ret + f.v;
}

uint32_t node_site(const struct program *p, site_id s)
{
    ASSERT(s.v < p->n_sites);
    return p->flow->first_site + s.v;
}

/* The unit whose band of locals the node is in. */
static uint32_t unit_of_local(const struct value_flow *fl, uint32_t n_units, uint32_t node)
{
    uint32_t lo = 0, hi = n_units;

    while (hi - lo > 1) {
        uint32_t mid = lo + (hi - lo) / 2;

        if (fl->unit_local[mid] <= node) {
            lo = mid;
        } else {
            hi = mid;
        }
    }
    return lo;
}

static bool is_local(const struct value_flow *fl, uint32_t node)
{
    return node >= fl->first_local && node < fl->first_ret;
}

gfunc_id node_owner(const struct program *p, uint32_t node)
{
    const struct value_flow *fl = p->flow;
    uint32_t unit, local;

    if (!is_local(fl, node)) {
        return (gfunc_id){0};
    }
    unit = unit_of_local(fl, p->n_units, node);
    local = node - fl->unit_local[unit];
    for (uint32_t i = 1; i < p->units[unit]->n_funcs; i++) {
        const struct range *r = &p->units[unit]->funcs[i].locals;

        if (local >= r->first && local - r->first < r->n) {
            return fl->unit_funcs[unit][i];
        }
    }
    return (gfunc_id){0};
}

void node_name(const struct program *p, uint32_t node, struct buf *out)
{
    const struct value_flow *fl = p->flow;

    if (node < fl->first_field) {
        buf_adds(out, p->syms[node].name);
    } else if (node < fl->first_local) {
        buf_adds(out, p->field_names[node - fl->first_field]);
    } else if (is_local(fl, node)) {
        uint32_t unit = unit_of_local(fl, p->n_units, node);
        const struct unit *u = p->units[unit];

        buf_adds(out, unit_str(u, u->locals[node - fl->unit_local[unit]].name));
    } else if (node < fl->first_site) {
        buf_addf(out, "%s()", p->funcs[node - fl->first_ret].name);
    } else {
        buf_adds(out, "memory");
    }
}
