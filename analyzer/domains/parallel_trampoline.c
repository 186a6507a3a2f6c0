/*
 * Thread functions that only start what they were given: `job->run(job->arg)`. All threads of the
 * program go through the one function, but each function that is given makes a thread of its own,
 * created where the wrapper is called with it. A strand is split only if that place is known for
 * each of them.
 */
#include "domains/parallel_internal.h"

#include <string.h>

enum { MAX_GIVEN = 16, MAX_PLACES = 64 };

/* Is the callee of the call read from what a parameter or local leads to? */
static bool is_from_argument(const struct unit *u, const struct unit_op *call)
{
    const struct unit_path *path = &u->paths[call->path.v];
    return call->path.v && (path->root == ROOT_PARAM || path->root == ROOT_LOCAL) &&
           path->sels.n > 0;
}

/* The call that starts what the thread was given; 0: it is no such function. */
static site_id start_of(const struct program *p, gfunc_id func)
{
    const struct prog_func *pf = &p->funcs[func.v];
    const struct unit *u = program_unit(p, func);
    site_id found = {0};

    for (uint32_t i = pf->first_site; i < pf->first_site + pf->n_sites; i++) {
        const struct site *s = &p->sites[i];
        if (s->callee.v || s->unresolved || s->n_edges < 2)
            continue;
        if (found.v || s->n_edges > MAX_GIVEN || !is_from_argument(u, &u->ops[s->op.v]))
            return (site_id){0};
        found.v = i;
    }
    return found;
}

static bool passes(const struct program *p, site_id site, gfunc_id func)
{
    const struct unit_op *op = call_op(p, site);
    for (uint32_t i = 0; i < op->args.n; i++) {
        struct obj_set set = flow_value(p, p->sites[site.v].caller, site_arg(p, site, (int)i));
        for (uint32_t o = 0; o < set.n && set.n <= 2; o++)
            if (flow_object(p, set.v[o])->kind == OBJ_FUNC &&
                flow_object(p, set.v[o])->func.v == func.v)
                return true;
    }
    return false;
}

/* The places that start the strand with func: calls of the creating functions that pass it. */
static uint32_t places_of(const struct making *m, const struct strand *s, gfunc_id func,
                          struct creation *out)
{
    const struct program *p = m->flow->program;
    uint32_t n = 0;

    for (uint32_t c = 0; c < s->n_creations; c++) {
        uint32_t wrapper = s->creations[c].func.v;
        for (uint32_t i = m->caller_first[wrapper]; i < m->caller_first[wrapper + 1]; i++) {
            site_id site = m->callers[i];
            if (n < MAX_PLACES && passes(p, site, func))
                out[n++] = (struct creation){.func = p->sites[site.v].caller,
                                             .op = p->sites[site.v].op,
                                             .site = site,
                                             .inner = s->creations[c].inner};
        }
    }
    return n;
}

static void split(struct making *m, uint32_t strand, site_id start)
{
    const struct program *p = m->flow->program;
    const struct site *at = &p->sites[start.v];
    struct strand whole = m->strands.v[strand];
    struct strand *parts = arena_array(m->arena, struct strand, at->n_edges);

    ASSERT(at->n_edges > 0 && at->n_edges <= MAX_GIVEN);
    for (uint32_t e = 0; e < at->n_edges; e++) {
        struct creation places[MAX_PLACES];
        struct strand *part = &parts[e];
        *part = whole;
        part->start = start;
        part->given = p->edges[at->first_edge + e].to;
        part->n_creations = places_of(m, &whole, part->given, places);
        if (!part->n_creations)
            return;
        struct creation *kept = arena_array(m->arena, struct creation, part->n_creations);
        memcpy(kept, places, part->n_creations * sizeof *kept);
        part->creations = kept;
    }
    m->strands.v[strand] = parts[0];
    for (uint32_t e = 1; e < at->n_edges; e++)
        vec_push(m->arena, &m->strands, parts[e]);
}

void strands_split(struct making *m)
{
    uint32_t n = m->strands.n;
    for (uint32_t s = 0; s < n; s++) {
        if (m->strands.v[s].kind != STRAND_THREAD)
            continue;
        site_id start = start_of(m->flow->program, m->strands.v[s].roots[0]);
        if (start.v && m->strands.n + MAX_GIVEN < MAX_STRANDS)
            split(m, s, start);
    }
}
