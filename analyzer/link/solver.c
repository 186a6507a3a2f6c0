/*
 * Sets keep their elements in order of arrival: "new since last time" is then a suffix, and each
 * node only remembers how far it got (`sent` along the edges, `handled` by loads, stores and
 * calls). A new edge at once gets what its source has sent before. Merging the nodes of a cycle
 * starts both marks anew: doing work twice adds nothing, missing some would.
 */
#include "link/solver.h"
#include "link/scc.h"

#include <string.h>

/* ---- sets ---- */

enum { SMALL_SET = 12 };

static uint32_t slot_of(const struct solver_set *set, uint32_t obj)
{
    uint32_t mask = set->n_slots - 1, at = (obj * UINT32_C(2654435761)) & mask;

    while (set->slots[at] != 0 && set->v[set->slots[at] - 1].obj != obj) {
        at = (at + 1) & mask;
    }
    return at;
}

static struct solver_elem *set_find(const struct solver_set *set, uint32_t obj)
{
    if (set->n_slots > 0) {
        uint32_t found = set->slots[slot_of(set, obj)];

        return found ? &set->v[found - 1] : NULL;
    }
    for (uint32_t i = 0; i < set->n; i++) {
        if (set->v[i].obj == obj) {
            return &set->v[i];
        }
    }
    return NULL;
}

static void set_index(struct arena *a, struct solver_set *set)
{
    uint32_t want = set->n_slots ? set->n_slots * 2 : 4 * SMALL_SET;

    while ((want & (want - 1)) != 0) {
        want += want & -want;
    }
    set->n_slots = want;
    set->slots = arena_array(a, uint32_t, want);
    for (uint32_t i = 0; i < set->n; i++) {
        set->slots[slot_of(set, set->v[i].obj)] = i + 1;
    }
}

static void set_push(struct arena *a, struct solver_set *set, struct solver_elem e)
{
    if (set->n == set->cap) {
        uint32_t cap = set->cap ? set->cap * 2 : 2;

        set->v = arena_grow(a, set->v, arena_size(set->cap, sizeof *set->v),
                            arena_size(cap, sizeof *set->v));
        set->cap = cap;
    }
    set->v[set->n++] = e;
    if (set->n_slots == 0 ? set->n > SMALL_SET : set->n * 2 > set->n_slots) {
        set_index(a, set);
    } else if (set->n_slots > 0) {
        set->slots[slot_of(set, e.obj)] = set->n;
    }
}

/* ---- nodes ---- */

void solver_init(struct solver *s, struct arena *scratch)
{
    memset(s, 0, sizeof *s);
    s->arena = scratch;
    map_init(&s->edge_seen, scratch);
    solver_nodes(s, 1);                                          /* node 0: none */
    vec_push(s->arena, &s->objs, ((struct flow_obj){0}));        /* object 0: none */
    vec_push(s->arena, &s->objs, ((struct flow_obj){0}));        /* OPEN_OBJ */
    ASSERT(s->objs.n == OPEN_OBJ + 1);
}

void solver_nodes(struct solver *s, uint32_t n)
{
    vec_reserve(s->arena, &s->nodes, s->nodes.n + n);
    vec_reserve(s->arena, &s->parent, s->parent.n + n);
    for (uint32_t i = 0; i < n; i++) {
        uint32_t self = s->parent.n;

        vec_push(s->arena, &s->nodes, ((struct solver_node){0}));
        vec_push(s->arena, &s->parent, self);
    }
}

uint32_t solver_node(struct solver *s)
{
    solver_nodes(s, 1);
    return s->nodes.n - 1;
}

uint32_t solver_obj(struct solver *s, const struct flow_obj *o)
{
    vec_push(s->arena, &s->objs, *o);
    return s->objs.n - 1;
}

uint32_t solver_find(struct solver *s, uint32_t node)
{
    ASSERT(node < s->parent.n);
    while (s->parent.v[node] != node) {
        s->parent.v[node] = s->parent.v[s->parent.v[node]];
        node = s->parent.v[node];
    }
    return node;
}

const struct solver_set *solver_get(struct solver *s, uint32_t node)
{
    return &s->nodes.v[solver_find(s, node)].set;
}

/* Adds to a representative's set; with a full set of constants "others too" instead. */
static void insert(struct solver *s, uint32_t rep, uint32_t obj, uint32_t via, uint32_t stamp)
{
    struct solver_set *set = &s->nodes.v[rep].set;
    struct solver_elem *old = set_find(set, obj);

    if (old) {
        if (stamp < old->stamp) {
            old->stamp = stamp;
            old->via = via;
        }
        return;
    }
    if (s->objs.v[obj].kind == OBJ_INT && set->n_ints == MAX_INTS) {
        if (!set_find(set, OPEN_OBJ)) {
            insert(s, rep, OPEN_OBJ, via, stamp);
        }
        return;
    }
    set->n_ints += s->objs.v[obj].kind == OBJ_INT;
    set_push(s->arena, set, (struct solver_elem){.obj = obj, .via = via, .stamp = stamp});
    s->has_changed = true;
}

static struct solver_uses *uses_of(struct solver *s, uint32_t node)
{
    uint32_t rep = solver_find(s, node);
    struct solver_node *n = &s->nodes.v[rep];

    if (!n->uses) {
        n->uses = arena_new(s->arena, struct solver_uses);
        vec_push(s->arena, &s->users, rep);
    }
    n->handled = 0; /* a new use has seen nothing yet */
    s->has_changed = true;
    return n->uses;
}

uint32_t solver_heap(struct solver *s, uint32_t obj)
{
    ASSERT(obj < s->objs.n);
    if (s->objs.v[obj].node.v == 0) {
        uint32_t node = solver_node(s);

        s->objs.v[obj].node.v = node;
        insert(s, node, OPEN_OBJ, VIA_BASE, ++s->stamp);
    }
    return s->objs.v[obj].node.v;
}

/* ---- constraints ---- */

void solver_base(struct solver *s, uint32_t node, uint32_t obj, uint32_t cause)
{
    ASSERT(node != 0 && obj != 0 && cause < VIA_BASE);
    insert(s, solver_find(s, node), obj, VIA_BASE | cause, ++s->stamp);
}

/* The first `sent` elements of src, to a new successor. */
static void send_past(struct solver *s, uint32_t src, uint32_t dst, uint32_t edge)
{
    for (uint32_t i = 0; i < s->nodes.v[src].sent; i++) {
        insert(s, dst, s->nodes.v[src].set.v[i].obj, edge, ++s->stamp);
    }
}

void solver_copy(struct solver *s, uint32_t src, uint32_t dst, uint32_t cause)
{
    uint32_t from, to, edge;

    ASSERT(src != 0 && dst != 0);
    from = solver_find(s, src);
    to = solver_find(s, dst);
    if (from == to || !map_put_new(&s->edge_seen, (uint64_t)from << 32 | to, 0)) {
        return;
    }
    edge = s->edges.n;
    ASSERT(edge < VIA_BASE);
    vec_push(s->arena, &s->edges, ((struct solver_edge){.src = src, .dst = dst, .cause = cause}));
    vec_push(s->arena, &s->nodes.v[from].out, edge);
    s->has_new_edges = s->has_changed = true;
    send_past(s, from, to, edge);
}

void solver_load(struct solver *s, uint32_t dst, uint32_t pointer, uint32_t cause)
{
    struct solver_uses *u = uses_of(s, pointer);

    vec_push(s->arena, &u->loads, ((struct solver_link){.node = dst, .cause = cause}));
}

void solver_store(struct solver *s, uint32_t pointer, uint32_t src, uint32_t cause)
{
    struct solver_uses *u = uses_of(s, pointer);

    vec_push(s->arena, &u->stores, ((struct solver_link){.node = src, .cause = cause}));
}

void solver_call(struct solver *s, uint32_t pointer, uint32_t site)
{
    struct solver_uses *u = uses_of(s, pointer);

    vec_push(s->arena, &u->calls, site);
}

/* ---- waves ---- */

static void merge_uses(struct solver *s, struct solver_uses *into, const struct solver_uses *from)
{
    for (uint32_t i = 0; i < from->loads.n; i++) {
        vec_push(s->arena, &into->loads, from->loads.v[i]);
    }
    for (uint32_t i = 0; i < from->stores.n; i++) {
        vec_push(s->arena, &into->stores, from->stores.v[i]);
    }
    for (uint32_t i = 0; i < from->calls.n; i++) {
        vec_push(s->arena, &into->calls, from->calls.v[i]);
    }
}

static void merge(struct solver *s, uint32_t into, uint32_t from)
{
    struct solver_node old = s->nodes.v[from];

    ASSERT(into != from);
    s->parent.v[from] = into;
    s->nodes.v[from] = (struct solver_node){0};
    for (uint32_t i = 0; i < old.set.n; i++) {
        insert(s, into, old.set.v[i].obj, old.set.v[i].via, old.set.v[i].stamp);
    }
    for (uint32_t i = 0; i < old.out.n; i++) {
        vec_push(s->arena, &s->nodes.v[into].out, old.out.v[i]);
    }
    if (old.uses) {
        merge_uses(s, uses_of(s, into), old.uses);
    }
    s->nodes.v[into].sent = s->nodes.v[into].handled = 0;
}

/* Edges inside of one node, and doubles, are dropped. */
static void clean_out(struct solver *s, uint32_t rep, struct map *seen)
{
    struct solver_node *n = &s->nodes.v[rep];
    uint32_t kept = 0;

    for (uint32_t i = 0; i < n->out.n; i++) {
        uint32_t to = solver_find(s, s->edges.v[n->out.v[i]].dst);

        if (to != rep && map_put_new(seen, (uint64_t)rep << 32 | to, 0)) {
            n->out.v[kept++] = n->out.v[i];
        }
    }
    n->out.n = kept;
}

static void find_cycles(struct solver *s, struct arena *a, struct scc *out)
{
    uint32_t n = s->nodes.n, n_to = 0;
    uint32_t *first = arena_array(a, uint32_t, (size_t)n + 1), *to;

    for (uint32_t i = 0; i < n; i++) {
        first[i + 1] = first[i] + s->nodes.v[i].out.n;
    }
    to = arena_array(a, uint32_t, first[n]);
    for (uint32_t i = 0; i < n; i++) {
        const struct solver_node *node = &s->nodes.v[i];

        for (uint32_t k = 0; k < node->out.n; k++) {
            to[n_to++] = solver_find(s, s->edges.v[node->out.v[k]].dst);
        }
    }
    ASSERT(n_to == first[n]);
    scc_find(a, n, first, to, out);
}

static void collapse(struct solver *s)
{
    struct arena a;
    struct map seen;
    struct scc scc;

    arena_init(&a);
    map_init(&seen, &a);
    find_cycles(s, &a, &scc);
    s->order.n = 0;
    for (uint32_t c = scc.n; c-- > 0;) {
        uint32_t lo = scc.first[c], hi = scc.first[c + 1], rep = scc.members[lo];

        for (uint32_t i = lo + 1; i < hi; i++) {
            merge(s, rep, scc.members[i]);
        }
        if (s->nodes.v[rep].out.n > 0) {
            vec_push(s->arena, &s->order, rep);
        }
        if (hi - lo > 1) {
            clean_out(s, rep, &seen);
        }
    }
    arena_release(&a);
    s->has_new_edges = false;
}

static void propagate(struct solver *s)
{
    for (uint32_t i = 0; i < s->order.n; i++) {
        uint32_t rep = s->order.v[i], from = s->nodes.v[rep].sent, to = s->nodes.v[rep].set.n;

        s->nodes.v[rep].sent = to;
        for (uint32_t k = 0; k < s->nodes.v[rep].out.n && from < to; k++) {
            uint32_t edge = s->nodes.v[rep].out.v[k];
            uint32_t dst = solver_find(s, s->edges.v[edge].dst);

            for (uint32_t e = from; e < to && dst != rep; e++) {
                insert(s, dst, s->nodes.v[rep].set.v[e].obj, edge, ++s->stamp);
            }
        }
    }
}

/* The node that an object points to; 0 when it points to none. */
static uint32_t target_of(struct solver *s, uint32_t obj)
{
    switch ((enum obj_kind)s->objs.v[obj].kind) {
    case OBJ_ADDR:
        return s->objs.v[obj].node.v;
    case OBJ_RESULT:
    case OBJ_OUT:
        return solver_heap(s, obj);
    case OBJ_NONE:
    case OBJ_FUNC:
    case OBJ_INT:
    case OBJ_STR:
        break;
    }
    return 0;
}

static void use_load(struct solver *s, uint32_t obj, struct solver_link load)
{
    uint32_t target = target_of(s, obj);

    if (target != 0) {
        solver_copy(s, target, load.node, load.cause);
    } else if (obj == OPEN_OBJ || s->objs.v[obj].kind == OBJ_FUNC) {
        solver_base(s, load.node, obj, load.cause); /* *f is f */
    }
}

static void use_elem(struct solver *s, struct solver_uses *u, uint32_t obj)
{
    for (uint32_t i = 0; i < u->loads.n; i++) {
        use_load(s, obj, u->loads.v[i]);
    }
    if (u->stores.n > 0) {
        uint32_t target = target_of(s, obj);

        for (uint32_t i = 0; i < u->stores.n && target != 0; i++) {
            solver_copy(s, u->stores.v[i].node, target, u->stores.v[i].cause);
        }
    }
    if (s->objs.v[obj].kind == OBJ_FUNC) {
        for (uint32_t i = 0; i < u->calls.n; i++) {
            s->on_call(s->ctx, u->calls.v[i], obj);
        }
    }
}

static void use_all(struct solver *s)
{
    for (uint32_t i = 0; i < s->users.n; i++) {
        uint32_t rep = s->users.v[i];

        if (!s->nodes.v[rep].uses) {
            continue; /* merged into another */
        }
        /* A call may add uses to this very node, which sets handled back to 0. */
        while (s->nodes.v[rep].handled < s->nodes.v[rep].set.n) {
            uint32_t e = s->nodes.v[rep].handled++;

            use_elem(s, s->nodes.v[rep].uses, s->nodes.v[rep].set.v[e].obj);
        }
    }
}

void solver_run(struct solver *s)
{
    s->has_changed = true;
    while (s->has_changed) {
        if (s->has_new_edges) {
            collapse(s);
        }
        s->has_changed = false;
        propagate(s);
        use_all(s);
    }
}
