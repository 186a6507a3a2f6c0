/*
 * The solution in its final form: for each class of equal nodes the objects in order, each with the
 * edge that brought it. What the solver needed to get there goes away with its arena.
 */
#include "link/internal.h"

#include <stdlib.h>
#include <string.h>

static int compare_elems(const void *x, const void *y)
{
    const struct solver_elem *a = x, *b = y;

    return (a->obj > b->obj) - (a->obj < b->obj);
}

static void freeze_set(struct program *p, const struct solver_set *from, struct frozen_set *to)
{
    if (from->n == 0) {
        return;
    }
    qsort(from->v, from->n, sizeof *from->v, compare_elems);
    to->objs = arena_array(p->arena, obj_id, from->n);
    to->via = arena_array(p->arena, uint32_t, from->n);
    for (uint32_t i = 0; i < from->n; i++) {
        if (from->v[i].obj == OPEN_OBJ) {
            to->is_open = true;
            continue;
        }
        to->objs[to->n].v = from->v[i].obj;
        to->via[to->n++] = from->v[i].via;
    }
}

static void freeze_sets(struct program *p)
{
    struct value_flow *fl = p->flow;
    struct solver *s = &fl->solver;
    uint32_t n_sets = 1;

    fl->rep = arena_array(p->arena, uint32_t, s->nodes.n);
    for (uint32_t i = 1; i < s->nodes.n; i++) { /* set 0 is the empty one */
        if (solver_find(s, i) == i && s->nodes.v[i].set.n > 0) {
            fl->rep[i] = n_sets++;
        }
    }
    fl->sets = arena_array(p->arena, struct frozen_set, n_sets);
    for (uint32_t i = 1; i < s->nodes.n; i++) {
        uint32_t rep = solver_find(s, i);

        fl->rep[i] = fl->rep[rep];
        if (rep == i && fl->rep[i] != 0) {
            freeze_set(p, &s->nodes.v[i].set, &fl->sets[fl->rep[i]]);
        }
    }
    fl->n_nodes = s->nodes.n;
}

static void *copy(struct arena *a, const void *from, uint32_t n, size_t each)
{
    void *to = arena_alloc(a, arena_size(n, each));

    if (n > 0) {
        memcpy(to, from, arena_size(n, each));
    }
    return to;
}

void link_freeze(struct program *p)
{
    struct value_flow *fl = p->flow;
    struct solver *s = &fl->solver;

    freeze_sets(p);
    fl->edges = copy(p->arena, s->edges.v, s->edges.n, sizeof *s->edges.v);
    fl->objs = copy(p->arena, s->objs.v, s->objs.n, sizeof *s->objs.v);
    fl->n_objs = s->objs.n;
    fl->causes.v = copy(p->arena, fl->causes.v, fl->causes.n, sizeof *fl->causes.v);
    fl->causes.cap = fl->causes.n;
    ASSERT(fl->n_nodes >= fl->first_temp && fl->n_objs > OPEN_OBJ);
}
