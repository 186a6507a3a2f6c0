/*
 * In three steps, each cheaper than the next one's work: which variables and fields are written in
 * one strand and used in another; the walk of each strand over the functions that touch those; the
 * pairs of each variable.
 */
#include "domains/races_internal.h"

#include <stdlib.h>
#include <string.h>

/* ---- what a variable is ---- */
enum key_kind { KEY_FIELD = 1, KEY_GLOBAL, KEY_NODE };

static uint64_t key_of(enum key_kind kind, uint32_t id, uint32_t derefs)
{
    return (uint64_t)kind << 60 | (uint64_t)derefs << 40 | id;
}

static void add_key(struct keys *k, uint64_t key)
{
    for (uint32_t i = 0; i < k->n; i++)
        if (k->v[i] == key)
            return;
    if (k->n < MAX_KEYS)
        k->v[k->n++] = key;
}

static void add_node(const struct program *p, struct keys *k, node_id node)
{
    gsym_id sym = flow_node_sym(p, node);
    gfield_id field = flow_node_field(p, node);

    if (field.v)
        add_key(k, key_of(KEY_FIELD, field.v, 0));
    else if (sym.v)
        add_key(k, key_of(KEY_GLOBAL, sym.v, 0));
    else if (node.v)
        add_key(k, key_of(KEY_NODE, node.v, 0));
}

static void add_targets(const struct program *p, struct keys *k, struct obj_set set)
{
    for (uint32_t i = 0; i < set.n && i < 2 * MAX_KEYS; i++) {
        const struct flow_obj *o = flow_object(p, set.v[i]);
        if (o->kind == OBJ_ADDR || o->kind == OBJ_RESULT)
            add_node(p, k, o->node);
    }
}

/* The pointer that an op goes through is a local that was loaded just before. */
static struct obj_set pointer_targets(const struct finder *f, gfunc_id func, op_id at,
                                      const struct unit_path *path)
{
    const struct unit *u = program_unit(f->flow->program, func);
    const struct unit_func *fn = program_func(f->flow->program, func);

    for (uint32_t i = at.v, steps = 0; i-- > fn->ops.first && steps < 12; steps++) {
        const struct unit_op *op = &u->ops[i];
        const struct unit_path *pt = &u->paths[op->path.v];
        if (op->kind == OP_LOAD && pt->root == path->root && pt->id == path->id && !pt->sels.n)
            return flow_path(f->flow->program, func, op->path);
    }
    return (struct obj_set){.open = true};
}

/* Of *p, where p is a parameter or local: all that p can point to. */
static void pointee_keys(const struct finder *f, const struct access *x, struct keys *out)
{
    const struct program *p = f->flow->program;
    const struct unit *u = program_unit(p, x->func);
    const struct unit_op *op = &u->ops[x->op.v];

    if (op->kind == OP_CALL) {
        for (uint32_t i = 0; i < op->args.n && i < 4; i++)
            if (u->types[u->vals[u->args[op->args.first + i].val.v].type.v].kind == TYPE_POINTER)
                add_targets(p, out, flow_value(p, x->func, u->args[op->args.first + i].val));
        return;
    }
    const struct unit_path *path = &u->paths[op->path.v];
    if (path->root == ROOT_PARAM || path->root == ROOT_LOCAL)
        add_targets(p, out, pointer_targets(f, x->func, x->op, path));
    else
        add_node(p, out, flow_node(p, x->func, op->path));
}

/* The node of a local variable as a whole: by its declaration, or where its address is taken. */
static node_id local_node(const struct finder *f, const struct loc *root)
{
    const struct func_shape *s = flow_shape(f->flow, root->func);
    for (uint32_t i = s->func->ops.first; i < s->func->ops.first + s->func->ops.n; i++) {
        const struct unit_op *op = &s->unit->ops[i];
        if ((op->kind == OP_DECL || op->kind == OP_ADDR || op->kind == OP_STORE) &&
            shape_local(s, &s->unit->paths[op->path.v]) == root->id)
            return flow_node(f->flow->program, root->func, op->path);
    }
    return (node_id){0};
}

void races_keys(const struct finder *f, const struct access *x, struct keys *out)
{
    uint32_t derefs = 0;
    const struct loc *o = loc_get(f->locs, x->loc);

    *out = (struct keys){.n = 0};
    for (; o->kind >= LOC_DEREF && o->kind != LOC_FIELD; o = loc_get(f->locs, o->parent))
        derefs += o->kind == LOC_DEREF;
    if (o->kind == LOC_FIELD) {
        add_key(out, key_of(KEY_FIELD, o->id, derefs));
    } else if (o->kind == LOC_GLOBAL) {
        if (derefs || !escape_is_thread_local(f->escapes, x->func, x->loc))
            add_key(out, key_of(KEY_GLOBAL, o->id, derefs));
    } else if (o->kind == LOC_LOCAL && derefs == 0) {
        add_node(f->flow->program, out, local_node(f, o));
    } else if (derefs == 1) {
        pointee_keys(f, x, out);
    }
}

/* ---- which variables matter ---- */
static struct bucket *bucket_of(struct finder *f, uint64_t key, bool create)
{
    uint32_t at;
    if (map_get(&f->index, key, &at))
        return &f->buckets.v[at];
    if (!create)
        return NULL;
    struct bucket b = {.key = key};
    b.writers = arena_array(f->arena, uint64_t, f->parallel->words);
    b.users = arena_array(f->arena, uint64_t, f->parallel->words);
    map_set(&f->index, key, f->buckets.n);
    vec_push(f->arena, &f->buckets, b);
    return &vec_last(&f->buckets);
}

static bool has_strand(const struct parallel *p, uint64_t *set)
{
    for (uint32_t w = 0; w < p->words; w++)
        if (set[w])
            return true;
    return false;
}

bool races_is_param(const struct finder *f, loc_id loc)
{
    return loc_get(f->locs, loc_get(f->locs, loc)->root)->kind == LOC_PARAM;
}

static void note_function(struct finder *f, gfunc_id func)
{
    const struct parallel *p = f->parallel;
    uint64_t *strands = &p->of_func[func.v * p->words];
    struct access_list list = accesses_of(f->accesses, func);
    struct keys keys;

    if (!has_strand(p, strands))
        return;
    for (uint32_t i = 0; i < list.n; i++) {
        if (races_is_param(f, list.v[i].loc) && !f->is_root[func.v])
            continue;
        races_keys(f, &list.v[i], &keys);
        for (uint32_t k = 0; k < keys.n; k++) {
            struct bucket *b = bucket_of(f, keys.v[k], true);
            for (uint32_t w = 0; w < p->words; w++) {
                b->users[w] |= strands[w];
                if (access_writes(&list.v[i]))
                    b->writers[w] |= strands[w];
            }
        }
    }
}

static void judge_bucket(const struct parallel *p, struct bucket *b)
{
    for (uint32_t s = 0; s < p->n && !b->matters; s++) {
        if (!(b->writers[s / 64] >> (s % 64) & 1))
            continue;
        for (uint32_t w = 0; w < p->words; w++)
            b->matters |= (p->together[s * p->words + w] & b->users[w]) != 0;
    }
}

static bool touches_bucket(struct finder *f, gfunc_id func)
{
    struct access_list list = accesses_of(f->accesses, func);
    struct keys keys;

    for (uint32_t i = 0; i < list.n; i++) {
        if (races_is_param(f, list.v[i].loc) && !f->is_root[func.v])
            continue;
        races_keys(f, &list.v[i], &keys);
        for (uint32_t k = 0; k < keys.n; k++) {
            const struct bucket *b = bucket_of(f, keys.v[k], false);
            if (b && b->matters)
                return true;
        }
    }
    return false;
}

/* Functions that touch such a variable, and all that lead there. */
static void find_relevant(struct finder *f)
{
    const struct program *p = f->flow->program;

    for (uint32_t c = 0; c < p->n_sccs; c++) {
        bool any = false;
        for (uint32_t i = p->scc_first[c]; i < p->scc_first[c + 1]; i++) {
            gfunc_id func = p->scc_funcs[i];
            const struct prog_func *pf = &p->funcs[func.v];
            any |= f->of_interest[func.v] = touches_bucket(f, func);
            for (uint32_t s = pf->first_site; s < pf->first_site + pf->n_sites && !any; s++)
                for (uint32_t e = 0; e < p->sites[s].n_edges; e++)
                    any |= f->relevant[p->edges[p->sites[s].first_edge + e].to.v];
        }
        for (uint32_t i = p->scc_first[c]; i < p->scc_first[c + 1]; i++)
            f->relevant[p->scc_funcs[i].v] = any;
    }
}

bool races_site_waits(const struct finder *f, site_id site)
{
    const struct program *p = f->flow->program;
    const struct site *s = &p->sites[site.v];
    const struct cat_func *cat = f->flow->site_cat[site.v];

    if (!s->n_edges)
        return cat && cat->waits;
    for (uint32_t i = 0; i < s->n_edges; i++)
        if (p->edges[s->first_edge + i].kind != EDGE_SIGNATURE &&
            f->waits[p->edges[s->first_edge + i].to.v])
            return true;
    return false;
}

static void find_waits(struct finder *f)
{
    const struct program *p = f->flow->program;
    for (uint32_t i = 0; i < p->scc_first[p->n_sccs]; i++) {
        gfunc_id func = p->scc_funcs[i];
        const struct prog_func *pf = &p->funcs[func.v];
        for (uint32_t s = 0; s < pf->n_sites && !f->waits[func.v]; s++)
            f->waits[func.v] = races_site_waits(f, (site_id){pf->first_site + s});
    }
}

/* ---- spin locks made of atomic operations ---- */
static uint64_t lock_word_key(const struct finder *f, loc_id loc)
{
    gfield_id field = loc_last_field(f->locs, loc);
    return field.v && !loc_is_fixed(f->locs, loc) ? UINT64_C(1) << 40 | field.v : loc.v;
}

static void find_lock_words(struct finder *f)
{
    map_init(&f->lock_words, f->arena);
    for (uint32_t i = 1; i < f->flow->program->n_funcs; i++) {
        struct lock_events e = lock_events(f->locks, (gfunc_id){i});
        for (uint32_t k = 0; k < e.n; k++)
            if (e.v[k].kind == LK_SPIN && (e.v[k].effect & LOCKED_EXCL))
                (void)map_put_new(&f->lock_words, lock_word_key(f, e.v[k].lock), 0);
    }
}

bool races_is_lock_word(const struct finder *f, loc_id loc)
{
    uint32_t at;
    return map_get(&f->lock_words, lock_word_key(f, loc), &at);
}

/* ---- events ---- */
static void add_event(struct finder *f, struct bucket *b, struct event e)
{
    uint64_t key = hash_mix(hash_mix(b->key, (uint64_t)e.strand << 32 | e.held.v),
                            (uint64_t)e.visit << 32 | e.index);
    if (b->events.n >= MAX_EVENTS || !map_put_new(&f->seen, key, 0))
        return;
    vec_push(f->arena, &b->events, e);
}

/* A global that is defined in another program only is none of this one's: the file that names it is
 * compiled for both. */
static bool is_of_other_program(const struct finder *f, uint32_t strand, loc_id loc)
{
    const struct making *m = f->parallel->order->made;
    const struct loc *root = loc_get(f->locs, loc_get(f->locs, loc)->root);
    uint64_t mine = m->programs[strand];
    uint64_t its = root->kind == LOC_GLOBAL ? m->sym_programs[root->id] : 0;
    return mine && its && !(mine & its);
}

static void visit_events(struct finder *f, uint32_t strand, uint32_t walk, uint32_t visit)
{
    const struct held_visit *v = &f->walks.v[walk]->visits.v[visit];
    struct access_list list = accesses_of(f->accesses, v->func);
    struct keys keys;

    if (!f->of_interest[v->func.v])
        return;
    for (uint32_t i = 0; i < list.n; i++) {
        const struct access *x = &list.v[i];
        if ((races_is_param(f, x->loc) && v->parent != UINT32_MAX) ||
            is_of_other_program(f, strand, x->loc))
            continue;
        races_keys(f, x, &keys);
        for (uint32_t k = 0; k < keys.n; k++) {
            struct bucket *b = bucket_of(f, keys.v[k], false);
            if (!b || !b->matters)
                continue;
            struct event e = {.access = x, .named_in = v->func, .strand = strand, .walk = walk,
                              .visit = visit, .index = i, .weak = v->weak};
            e.held = lockset_compose(f->locks, v->held, x->locks);
            add_event(f, b, e);
        }
    }
}

/* Ways on which other strands are running are kept apart: the same function at start-up and
 * later. */
static uint64_t running_at(void *user, const struct held_walk *w, uint32_t visit, site_id site)
{
    struct finder *f = user;
    const struct parallel *p = f->parallel;
    site_id chain[RACE_CHAIN];
    struct moment m = {.strand = f->walking, .calls = chain, .func = w->visits.v[visit].func,
                       .op = f->flow->program->sites[site.v].op};

    m.n_calls = held_chain(w, visit, chain, RACE_CHAIN);
    memset(f->running, 0, p->words * sizeof *f->running);
    order_running(p, &m, f->running);
    return hash64(f->running, p->words * sizeof *f->running);
}

static void walk_strand(struct finder *f, uint32_t strand)
{
    struct held_walk *w = arena_new(f->arena, struct held_walk);
    bool creates = f->parallel->order->entry[strand] != NULL;

    f->walking = strand;
    parallel_held_walk(f->arena, f->parallel, strand, f->relevant, creates ? running_at : NULL, f,
                       w);
    vec_push(f->arena, &f->walks, w);
    for (uint32_t i = 0; i < w->visits.n; i++)
        visit_events(f, strand, f->walks.n - 1, i);
}

/* ---- results ---- */
static int by_place(const void *x, const void *y)
{
    const struct race *a = x, *b = y;
    const struct access *p = a->a.access, *q = b->a.access;
    if (p->func.v != q->func.v) /* functions are sorted by place */
        return (p->func.v > q->func.v) - (p->func.v < q->func.v);
    if (p->op.v != q->op.v)
        return (p->op.v > q->op.v) - (p->op.v < q->op.v);
    return (p->loc.v > q->loc.v) - (p->loc.v < q->loc.v);
}

void races_find(struct arena *a, const struct flow_facts *flow, const struct domains *d,
                const struct parallel *p, struct races *out)
{
    struct arena scratch;
    struct finder f = {.arena = &scratch, .out_arena = a, .flow = flow, .domains = d,
                       .parallel = p, .out = out};

    arena_init(&scratch);
    f.accesses = flow_accesses(flow);
    f.locs = flow_locs(flow);
    f.locks = flow_locks(flow);
    f.escapes = flow_escapes(flow);
    f.running = arena_array(&scratch, uint64_t, p->words);
    map_init(&f.index, &scratch);
    map_init(&f.seen, &scratch);
    map_init(&f.turns, &scratch);
    f.is_root = arena_array(&scratch, bool, flow->program->n_funcs + 1);
    f.relevant = arena_array(&scratch, bool, flow->program->n_funcs + 1);
    f.of_interest = arena_array(&scratch, bool, flow->program->n_funcs + 1);
    for (uint32_t s = 0; s < p->n; s++)
        for (uint32_t i = 0; i < p->strands[s].n_roots; i++)
            f.is_root[p->strands[s].roots[i].v] = true;
    for (uint32_t i = 1; i < flow->program->n_funcs; i++)
        note_function(&f, (gfunc_id){i});
    for (uint32_t i = 0; i < f.buckets.n; i++)
        judge_bucket(p, &f.buckets.v[i]);
    find_relevant(&f);
    f.waits = arena_array(&scratch, bool, flow->program->n_funcs + 1);
    find_waits(&f);
    find_lock_words(&f);
    races_find_stripes(&f);
    races_find_fatal(&f);
    for (uint32_t s = 0; s < p->n; s++)
        walk_strand(&f, s);
    for (uint32_t i = 0; i < f.buckets.n; i++)
        if (f.buckets.v[i].events.n)
            races_judge(&f, &f.buckets.v[i]);
    if (out->list.n > 1)
        qsort(out->list.v, out->list.n, sizeof *out->list.v, by_place);
    arena_release(&scratch);
}
