/*
 * The way back: from a value to where an object entered the flow, along the edges that first
 * brought it. Each edge was made by a statement, which is what the user is told.
 */
#include "base/file.h"
#include "link/internal.h"
#include "unit/bytes.h"

#include <inttypes.h>

enum { MAX_HOPS = 10000 };

struct walk {
    const struct program *p;
    obj_id obj;
    uint32_t node, hops;
    uint32_t dst;              /* where the last hop led to */
    const struct cause *cause; /* of the last hop */
    bool is_base;              /* the last hop was the entry */
};

static bool find_via(const struct frozen_set *set, obj_id obj, uint32_t *via)
{
    uint32_t lo = 0, hi = set->n;

    while (lo < hi) {
        uint32_t mid = lo + (hi - lo) / 2;

        if (set->objs[mid].v == obj.v) {
            *via = set->via[mid];
            return true;
        }
        if (set->objs[mid].v < obj.v) {
            lo = mid + 1;
        } else {
            hi = mid;
        }
    }
    return false;
}

/* One hop back; false at the end. */
static bool walk_back(struct walk *w)
{
    const struct value_flow *fl = w->p->flow;
    const struct solver_edge *edge;
    uint32_t via;

    if (w->is_base || w->node == 0 || w->hops++ > MAX_HOPS ||
        !find_via(frozen_get(w->p, w->node), w->obj, &via)) {
        return false;
    }
    if (via & VIA_BASE) {
        w->is_base = true;
        w->dst = w->node;
        w->cause = &fl->causes.v[via & ~VIA_BASE];
        return true;
    }
    edge = &fl->edges[via];
    w->dst = edge->dst;
    w->node = edge->src;
    w->cause = &fl->causes.v[edge->cause];
    return true;
}

static struct walk walk_from(const struct program *p, gfunc_id f, val_id v, obj_id obj)
{
    struct vref ref = ref_value(p, f, p->funcs[f.v].unit, v, false);

    return (struct walk){.p = p, .obj = obj, .node = ref.node};
}

/* ---- text ---- */

static void add_place(const struct program *p, const struct cause *c, const char *root_dir,
                      struct buf *out)
{
    const struct unit *u = p->units[c->unit];
    const struct unit_place *pl = &u->places[c->place.v];
    const char *file = unit_str(u, u->files[pl->file.v].name);
    struct arena a;

    arena_init(&a);
    buf_addf(out, " at %s:%" PRIu32 ":%" PRIu32,
             root_dir ? path_relative(&a, root_dir, file) : file, pl->line, pl->col);
    arena_release(&a);
}

static void add_target(const struct walk *w, struct buf *out)
{
    const struct program *p = w->p;
    const struct cause *c = w->cause;

    if (w->dst < p->flow->first_ret) {
        node_name(p, w->dst, out);
    } else {
        unit_path_text(p->units[c->unit], c->func.v ? p->funcs[c->func.v].func : (func_id){0},
                       c->path, out);
    }
}

static void add_callee(const struct walk *w, struct buf *out)
{
    gfunc_id f = node_owner(w->p, w->dst);

    buf_addf(out, "%s()", f.v ? w->p->funcs[f.v].name : "a function");
}

static bool add_step(const struct walk *w, const char *root_dir, struct buf *out)
{
    switch ((enum cause_kind)w->cause->kind) {
    case CAUSE_NONE:
        return false;
    case CAUSE_STORE:
        buf_adds(out, "stored into ");
        add_target(w, out);
        break;
    case CAUSE_INIT:
        buf_adds(out, "set in the initialiser of ");
        add_target(w, out);
        break;
    case CAUSE_ARG:
        buf_adds(out, "passed to ");
        add_callee(w, out);
        break;
    case CAUSE_RETURN:
        buf_addf(out, "returned by %s()", w->p->funcs[w->cause->func.v].name);
        break;
    case CAUSE_OUT:
        buf_adds(out, "written by a call");
        break;
    }
    add_place(w->p, w->cause, root_dir, out);
    return true;
}

void reason_text(const struct program *p, gfunc_id f, val_id v, obj_id obj, uint32_t max,
                 const char *root_dir, const char *separator, struct buf *out)
{
    struct walk w = walk_from(p, f, v, obj);
    uint32_t n = 0;

    while (n < max && walk_back(&w)) {
        struct buf step BUF_CLEANUP = {0};

        if (add_step(&w, root_dir, &step)) {
            buf_addf(out, "%s%s", n > 0 ? separator : "", buf_str(&step));
            n++;
        }
    }
}

void flow_reason(const struct program *p, gfunc_id f, val_id v, obj_id obj, uint32_t max,
                 struct buf *out)
{
    size_t before = out->n;

    reason_text(p, f, v, obj, max, NULL, "\n", out);
    if (out->n > before) {
        buf_addc(out, '\n');
    }
}

/* ---- origin ---- */

/* The value is the object itself: the first operation of f that uses it. */
static bool origin_here(const struct program *p, gfunc_id f, val_id v, place_id *place)
{
    const struct unit *u = program_unit(p, f);
    const struct unit_func *fn = program_func(p, f);

    for (uint32_t i = 0; i < fn->ops.n; i++) {
        const struct unit_op *op = &u->ops[fn->ops.first + i];

        for (uint32_t k = 0; k < op->args.n; k++) {
            if (u->args[op->args.first + k].val.v == v.v) {
                *place = op->place;
                return true;
            }
        }
        if (op->val.v == v.v) {
            *place = op->place;
            return true;
        }
    }
    return false;
}

bool flow_origin_at(const struct program *p, gfunc_id f, val_id v, obj_id obj, uint32_t *unit,
                    gfunc_id *where, place_id *place)
{
    struct walk w = walk_from(p, f, v, obj);
    const struct cause *last = NULL;

    *unit = p->funcs[f.v].unit;
    *where = f;
    *place = (place_id){0};
    while (walk_back(&w)) {
        last = w.cause->place.v != 0 ? w.cause : last;
    }
    if (last && w.is_base) {
        *unit = last->unit;
        *where = last->func;
        *place = last->place;
        return true;
    }
    return origin_here(p, f, v, place);
}

bool flow_origin(const struct program *p, gfunc_id f, val_id v, obj_id obj, gfunc_id *where,
                 place_id *place)
{
    uint32_t unit;
    bool is_found = flow_origin_at(p, f, v, obj, &unit, where, place);

    if (where->v == 0) {
        *place = (place_id){0};
    }
    return is_found;
}
