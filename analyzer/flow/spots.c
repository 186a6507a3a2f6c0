#include "flow/spots.h"

#include <string.h>

#include "unit/bytes.h"

struct spot spot_of(const struct program *p, uint32_t unit, place_id place, const char *function)
{
    const struct unit *u = p->units[unit];
    const struct unit_place *at = &u->places[place.v];
    ASSERT(place.v < u->n_places);
    return (struct spot){.file = unit_str(u, u->files[at->file.v].name), .line = at->line,
                         .col = at->col, .function = function};
}

struct spot spot_of_func(const struct program *p, gfunc_id func)
{
    const struct prog_func *f = &p->funcs[func.v];
    return spot_of(p, f->unit, program_func(p, func)->place, f->name);
}

struct spot spot_of_site(const struct program *p, site_id site)
{
    const struct prog_func *f = &p->funcs[p->sites[site.v].caller.v];
    const struct unit *u = p->units[f->unit];
    const struct unit_op *op = &u->ops[p->sites[site.v].op.v];
    struct spot s = spot_of(p, f->unit, op->place, f->name);
    if (op->callee.v && !u->places[op->place.v].macro.v)
        s.end_col = s.col + (uint32_t)strlen(unit_str(u, u->syms[op->callee.v].name));
    return s;
}

struct spot spot_of_op(const struct program *p, gfunc_id func, op_id op)
{
    const struct prog_func *f = &p->funcs[func.v];
    return spot_of(p, f->unit, p->units[f->unit]->ops[op.v].place, f->name);
}

struct spot spot_of_macro(const struct program *p, site_id site)
{
    const struct prog_func *f = &p->funcs[p->sites[site.v].caller.v];
    const struct unit *u = p->units[f->unit];
    place_id macro = u->places[u->ops[p->sites[site.v].op.v].place.v].macro;
    return macro.v ? spot_of(p, f->unit, macro, f->name) : (struct spot){0};
}

static const char *pointer_text(struct arena *a, const struct program *p, site_id site)
{
    const struct prog_func *f = &p->funcs[p->sites[site.v].caller.v];
    const struct unit_op *op = &p->units[f->unit]->ops[p->sites[site.v].op.v];
    struct buf BUF_CLEANUP text = {0};
    if (op->path.v)
        unit_path_text(p->units[f->unit], f->func, op->path, &text);
    return arena_strdup(a, text.n ? buf_str(&text) : "a function pointer");
}

const char *site_callee_name(struct arena *a, const struct program *p, site_id site)
{
    const struct site *s = &p->sites[site.v];
    return s->callee.v ? p->syms[s->callee.v].name : pointer_text(a, p, site);
}

static struct step call_step(struct arena *a, const struct walk *w, const struct visit *v)
{
    const struct program *p = w->flow->program;
    struct step s = {.name = p->funcs[v->func.v].name, .at = spot_of_func(p, v->func)};
    if (!v->via.v)
        return s;
    s.via = p->sites[v->via.v].callee.v && p->sites[v->via.v].n_edges
                ? "called at"
                : arena_printf(a, "called through %s at", site_callee_name(a, p, v->via));
    s.via_at = spot_of_site(p, v->via);
    return s;
}

/* Nobody reads a chain of a thousand calls: of longer ones the ends are kept, and the step after
 * the gap says how many are left out. */
enum { CHAIN_HEAD = 24, CHAIN_MAX = 64 };

struct step *chain_to(struct arena *a, const struct walk *w, uint32_t visit,
                      const struct step *last, uint32_t *n)
{
    uint32_t count = w->visits.v[visit].depth + 2;
    uint32_t left_out = count > CHAIN_MAX ? count - CHAIN_MAX : 0;
    struct step *steps = arena_array(a, struct step, count - left_out);

    ASSERT(visit < w->visits.n);
    *n = count - left_out;
    steps[*n - 1] = *last;
    for (uint32_t i = count - 1; i-- > 0; visit = w->visits.v[visit].parent) {
        ASSERT(visit != UINT32_MAX);
        if (i >= CHAIN_HEAD && i < CHAIN_HEAD + left_out)
            continue;
        struct step *step = &steps[i < CHAIN_HEAD ? i : i - left_out];
        *step = call_step(a, w, &w->visits.v[visit]);
        if (left_out && i == CHAIN_HEAD + left_out)
            step->via = arena_printf(a, "after %u more calls %s", left_out, step->via);
    }
    return steps;
}

struct step *chain_of(struct arena *a, const struct walk *w, uint32_t visit, site_id site,
                      uint32_t *n)
{
    const struct program *p = w->flow->program;
    struct step last = {.name = site_callee_name(a, p, site), .at = spot_of_site(p, site),
                        .macro = spot_of_macro(p, site)};
    return chain_to(a, w, visit, &last, n);
}
