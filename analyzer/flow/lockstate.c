/*
 * Forward data flow of lock sets over one function, and summaries over the call graph, bottom-up.
 *
 * What flows is a short list of (known conditions, lock set). Ways with equal sets are joined by
 * forgetting conditions, ways with equal conditions by uniting the sets: the list stays short, and
 * steps are bounded by its height. A recursive component is repeated until its summaries are
 * stable, a bounded number of times; what is still moving then is vague.
 */
#include <string.h>

#include "flow/lockstate_table.h"

struct solve {
    struct locks *k;
    gfunc_id func;
    const struct func_shape *shape;
    struct lock_flow *f;
    struct arena *scratch;
    struct cond_table conds;
    struct state_list *in; /* [block] */
    bool *has_effect;      /* [block] */
    bool is_spinning;      /* has locks made of atomic ops: plain stores may release them */
    lockset_id required;   /* stated to be held at the start */
    bool *is_cursor;       /* [local] a pointer that changes: names go through it */
    VEC(struct lock_event) events;
};

/* ---- lists of states ---- */
static uint32_t common_values(uint32_t a, uint32_t b)
{
    uint32_t out = a & b & BIT_FAILED;
    for (uint32_t i = 0; i < MAX_CONDS; i++)
        if (cond_value(a, i) == cond_value(b, i))
            out = cond_with(out, i, cond_value(a, i));
    return out;
}

static void remove_state(struct state_list *l, uint32_t i)
{
    l->v[i] = l->v[--l->n];
}

/* Adds one way; the list holds neither two equal sets nor two equal sets of conditions. */
static void add_state(struct locks *k, struct state_list *l, struct lock_state s)
{
    for (uint32_t i = 0; i < l->n; i++) {
        if (l->v[i].set.v != s.set.v && l->v[i].values != s.values)
            continue;
        struct lock_state joined = {common_values(l->v[i].values, s.values),
                                    lockset_join(k, l->v[i].set, s.set)};
        if (joined.values == l->v[i].values && joined.set.v == l->v[i].set.v)
            return;
        remove_state(l, i);
        add_state(k, l, joined); /* at most once for each that is left */
        return;
    }
    if (l->n == MAX_STATES) {
        for (uint32_t i = 0; i < l->n; i++) {
            s.values = common_values(s.values, l->v[i].values);
            s.set = lockset_join(k, s.set, l->v[i].set);
        }
        l->n = 0;
    }
    l->v[l->n++] = s;
}

static lockset_id joined_set(struct locks *k, const struct state_list *l)
{
    lockset_id set = l->n ? l->v[0].set : (lockset_id){0};
    for (uint32_t i = 1; i < l->n; i++)
        set = lockset_join(k, set, l->v[i].set);
    return set;
}

static bool same_lists(const struct state_list *a, const struct state_list *b)
{
    if (a->n != b->n)
        return false;
    for (uint32_t i = 0; i < a->n; i++) {
        bool found = false;
        for (uint32_t j = 0; j < b->n && !found; j++)
            found = a->v[i].values == b->v[j].values && a->v[i].set.v == b->v[j].set.v;
        if (!found)
            return false;
    }
    return true;
}

/* ---- one op ---- */
static void split_state(struct solve *s, const struct lock_effect *e, uint32_t cond,
                        struct lock_state from, struct state_list *out)
{
    struct lock_state zero = {cond_with(from.values, cond, VALUE_ZERO),
                              lockset_compose(s->k, from.set, e->zero)};
    struct lock_state nonzero = {cond_with(from.values, cond, VALUE_NONZERO),
                                 lockset_compose(s->k, from.set, e->nonzero)};
    zero.values |= e->fails & 1 ? BIT_FAILED : 0;
    nonzero.values |= e->fails & 2 ? BIT_FAILED : 0;
    add_state(s->k, out, zero);
    add_state(s->k, out, nonzero);
}

static void apply_call(struct solve *s, op_id op, const struct lock_effect *e,
                       struct state_list *states)
{
    struct state_list out = {.n = 0};
    struct cond_key key = {.kind = COND_RESULT, .id = op.v};
    uint32_t cond = cond_index(&s->conds, key);

    for (uint32_t i = 0; i < states->n && !e->is_bottom; i++) {
        struct lock_state st = states->v[i];
        if (e->is_split && cond != UINT32_MAX) {
            split_state(s, e, cond, st, &out);
            continue;
        }
        st.set = lockset_compose(s->k, st.set, e->any);
        add_state(s->k, &out, st);
    }
    *states = out;
}

/* A plain store of 0 ends a spin lock that was taken by an atomic op. */
static lockset_id store_to_lock(struct solve *s, lockset_id set, op_id at)
{
    const struct unit *u = s->shape->unit;
    const struct unit_op *op = &u->ops[at.v];
    const struct unit_val *v = &u->vals[op->val.v];

    if (!set.v || v->kind != VAL_INT || v->num != 0)
        return set;
    loc_id place = loc_of_path(s->k->locs, s->func, op->path, at);
    if (!lock_maybe_held(lockset_state(s->k, set, place)))
        return set;
    return lockset_apply(s->k, set, place, LOCKED_FREED, LK_SPIN);
}

static void apply_store(struct solve *s, op_id at, struct state_list *states)
{
    const struct unit_op *op = &s->shape->unit->ops[at.v];
    uint32_t local = shape_local(s->shape, &s->shape->unit->paths[op->path.v]);
    struct state_list out = {.n = 0};

    for (uint32_t i = 0; i < states->n; i++) {
        struct lock_state st = states->v[i];
        if (s->conds.n)
            st.values = cond_store(&s->conds, st.values, at);
        if (local == UINT32_MAX)
            st.set = store_to_lock(s, st.set, at);
        else if (s->is_cursor[local] && st.set.v)
            st.set = lockset_forget(s->k, st.set,
                                    loc_root_of(s->k->locs, LOC_LOCAL, s->func, local));
        add_state(s->k, &out, st);
    }
    *states = out;
}

static void apply_op(struct solve *s, op_id at, struct state_list *states)
{
    const struct unit_op *op = &s->shape->unit->ops[at.v];
    struct lock_effect e;

    if (op->kind == OP_STORE)
        apply_store(s, at, states);
    else if ((op->kind == OP_CALL || op->kind == OP_ATOMIC) &&
             lock_effect_of(s->k, s->func, at, &e))
        apply_call(s, at, &e, states);
}

/* ---- edges ---- */
static bool take_edge(struct solve *s, const struct unit_block *b, uint32_t succ,
                      struct lock_state *st)
{
    const struct unit *u = s->shape->unit;
    const struct unit_succ *to = &u->succs[b->succs.first + succ];

    if (b->term == TERM_BRANCH)
        return cond_assume(&s->conds, &st->values, b->val, succ == 0);
    if (b->term != TERM_SWITCH || (to->flags & SUCC_DEFAULT))
        return true;
    if (to->lo > 0 || to->hi < 0)
        return cond_assume(&s->conds, &st->values, b->val, true);
    return to->lo || to->hi || cond_assume(&s->conds, &st->values, b->val, false);
}

static bool flow_out(struct solve *s, uint32_t block, const struct state_list *states,
                     uint32_t succ)
{
    const struct unit_block *b = &s->shape->unit->blocks[s->shape->func->blocks.first + block];
    uint32_t to = s->shape->unit->succs[b->succs.first + succ].to.v - s->shape->func->blocks.first;
    struct state_list before = s->in[to];

    for (uint32_t i = 0; i < states->n; i++) {
        struct lock_state st = states->v[i];
        if (take_edge(s, b, succ, &st))
            add_state(s->k, &s->in[to], st);
    }
    return !same_lists(&before, &s->in[to]);
}

/* ---- the data flow ---- */
static void run_block(struct solve *s, uint32_t block, struct state_list *states)
{
    const struct unit_block *b = &s->shape->unit->blocks[s->shape->func->blocks.first + block];
    *states = s->in[block];
    if (!s->has_effect[block] && !s->conds.n && !s->is_spinning)
        return; /* its stores matter to nothing */
    for (uint32_t i = 0; i < b->ops.n; i++)
        apply_op(s, (op_id){b->ops.first + i}, states);
}

static void solve_blocks(struct solve *s)
{
    uint32_t n = s->shape->func->blocks.n, head = 0, tail = 0, steps = 0;
    uint32_t *queue = arena_array(s->scratch, uint32_t, n + 1);
    bool *queued = arena_array(s->scratch, bool, n + 1);

    add_state(s->k, &s->in[0], (struct lock_state){.set = s->required});
    queue[tail++] = 0;
    queued[0] = true;
    while (head != tail && steps++ < n * 64 + 64) {
        uint32_t block = queue[head];
        struct state_list states;
        head = (head + 1) % (n + 1);
        queued[block] = false;
        run_block(s, block, &states);
        const struct unit_block *b = &s->shape->unit->blocks[s->shape->func->blocks.first + block];
        for (uint32_t i = 0; i < b->succs.n && !s->shape->ends[block]; i++) {
            uint32_t to = s->shape->unit->succs[b->succs.first + i].to.v -
                          s->shape->func->blocks.first;
            if (!flow_out(s, block, &states, i) || queued[to])
                continue;
            queued[to] = true;
            queue[tail] = to;
            tail = (tail + 1) % (n + 1);
        }
    }
    if (head != tail)
        s->f->summary.is_vague = true;
}

/* ---- results ---- */
static void add_return(struct solve *s, const struct unit_block *b, struct lock_state st,
                       bool *first_any, bool *only_failed)
{
    struct lock_summary *m = &s->f->summary;
    uint32_t value = b->val.v ? cond_evaluate(&s->conds, st.values, b->val) : VALUE_UNKNOWN;
    bool failed = st.values & BIT_FAILED;

    if (value != VALUE_NONZERO) {
        m->zero = m->returns_zero ? lockset_join(s->k, m->zero, st.set) : st.set;
        s->f->fails_zero = failed && (!m->returns_zero || s->f->fails_zero);
        m->returns_zero = true;
    }
    if (value != VALUE_ZERO) {
        m->nonzero = m->returns_nonzero ? lockset_join(s->k, m->nonzero, st.set) : st.set;
        s->f->fails_nonzero = failed && (!m->returns_nonzero || s->f->fails_nonzero);
        m->returns_nonzero = true;
    }
    if (*first_any || (*only_failed && !failed)) {
        m->any = st.set;
        *only_failed = failed;
    } else if (*only_failed || !failed) {
        m->any = lockset_join(s->k, m->any, st.set);
    }
    *first_any = false;
}

/* What lies in the object that the function returns is the caller's to release. */
static void name_returned(struct solve *s, lockset_id *set)
{
    const struct unit *u = s->shape->unit;
    const struct range blocks = s->shape->func->blocks;

    for (uint32_t b = blocks.first; set->v && b < blocks.first + blocks.n; b++) {
        const struct unit_block *block = &u->blocks[b];
        if (block->term != TERM_RETURN || !block->val.v || !block->ops.n)
            continue;
        op_id at = {block->ops.first + block->ops.n - 1};
        loc_id object = loc_pointee(s->k->locs,
                                    loc_of_val(s->k->locs, s->func, block->val, at));
        const struct loc *root = loc_get(s->k->locs, loc_get(s->k->locs, object)->root);
        if (root->kind == LOC_LOCAL || root->kind == LOC_RESULT)
            *set = lockset_rename(s->k, *set, object,
                                  loc_select(s->k->locs,
                                             loc_root_of(s->k->locs, LOC_RETURN, s->func, 0),
                                             LOC_DEREF, 0, 0));
    }
}

/* What is stated to be held at the start is the caller's: it is left as it was. */
static lockset_id without_required(struct solve *s, lockset_id set)
{
    struct lockset had = lockset_get(s->k, s->required), has = lockset_get(s->k, set);
    struct held_lock *out = arena_array(s->scratch, struct held_lock, has.n + 1);
    uint32_t n = 0;

    for (uint32_t i = 0; i < has.n; i++) {
        struct held_lock h = has.v[i];
        for (uint32_t k = 0; k < had.n; k++)
            if (had.v[k].lock.v == h.lock.v && (h.states & had.v[k].states))
                h.states = (uint8_t)((h.states & ~had.v[k].states) | LOCKED_ENTRY);
        if (h.states != LOCKED_ENTRY)
            out[n++] = h;
    }
    return had.n ? lockset_intern(s->k, out, n) : set;
}

/* Attributes speak for a body that shows no lock: of assembler, or not understood. */
static void believe_stated(struct solve *s)
{
    struct lock_summary *m = &s->f->summary;
    gsym_id sym = s->k->flow->program->funcs[s->func.v].sym;
    struct lock_effect e;

    if ((m->touches && !m->is_vague) || !lock_effect_stated(s->k, sym, &e))
        return;
    *m = (struct lock_summary){.any = e.any, .zero = e.zero, .nonzero = e.nonzero,
                               .returns_zero = true, .returns_nonzero = true, .touches = true};
}

static lockset_id vague_set(struct locks *k, lockset_id set)
{
    return lockset_join(k, lockset_join(k, set, k->vague), (lockset_id){0});
}

static void make_vague(struct locks *k, struct lock_summary *m)
{
    m->is_vague = m->touches = true;
    m->any = m->zero = m->nonzero = vague_set(k, m->any);
    m->returns_zero = m->returns_nonzero = true;
}

static void summarise(struct solve *s)
{
    struct lock_summary *m = &s->f->summary;
    const struct range blocks = s->shape->func->blocks;
    bool first_any = true, only_failed = false;

    for (uint32_t b = 0; b < blocks.n; b++) {
        const struct unit_block *block = &s->shape->unit->blocks[blocks.first + b];
        struct state_list states;
        if (block->term != TERM_RETURN || !s->f->reached[b] || s->shape->ends[b])
            continue;
        run_block(s, b, &states);
        for (uint32_t i = 0; i < states.n; i++)
            add_return(s, block, states.v[i], &first_any, &only_failed);
    }
    name_returned(s, &m->any);
    name_returned(s, &m->zero);
    name_returned(s, &m->nonzero);
    m->any = without_required(s, m->any);
    m->zero = without_required(s, m->zero);
    m->nonzero = without_required(s, m->nonzero);
    m->touches = m->any.v || m->zero.v || m->nonzero.v;
    if (m->touches && s->shape->func->quality != QUALITY_OK)
        m->is_vague = true;
    if (m->is_vague)
        make_vague(s->k, m);
}

static void add_events(struct solve *s, op_id at, lockset_id before)
{
    const struct program *p = s->k->flow->program;
    const struct unit_op *op = &s->shape->unit->ops[at.v];
    struct lock_effect e;
    site_id site = op->kind == OP_CALL ? program_site(p, s->func, at) : (site_id){0};
    loc_id mutex = site.v ? cond_wait_mutex(s->k, site) : (loc_id){0};

    if (mutex.v) {
        struct lock_event ev = {.site = site, .op = at, .lock = mutex, .effect = LOCKED_AGAIN,
                                .before = lockset_state(s->k, before, mutex), .held = before};
        vec_push(s->scratch, &s->events, ev);
    }
    if ((op->kind != OP_CALL && op->kind != OP_ATOMIC) ||
        !lock_effect_of(s->k, s->func, at, &e))
        return;
    lockset_id shown = e.is_split && lockset_get(s->k, e.nonzero).n > lockset_get(s->k, e.zero).n
                           ? e.nonzero : e.is_split ? e.zero : e.any;
    struct lockset set = lockset_get(s->k, shown);
    for (uint32_t i = 0; i < set.n; i++) {
        if (!set.v[i].lock.v)
            continue;
        struct lock_event ev = {.site = site, .op = at, .lock = set.v[i].lock,
                                .effect = set.v[i].states, .kind = set.v[i].kind,
                                .before = lockset_state(s->k, before, set.v[i].lock),
                                .conditional = e.is_split && !e.fails,
                                .inherited = !e.is_catalogued, .held = before};
        vec_push(s->scratch, &s->events, ev);
    }
}

/* The sets before each op, once the states are stable. */
static void record(struct solve *s)
{
    const struct unit_func *func = s->shape->func;
    struct lock_flow *f = s->f;

    f->at = arena_array(s->k->arena, lockset_id, func->ops.n + 1);
    f->block_set = arena_array(s->k->arena, lockset_id, func->blocks.n + 1);
    for (uint32_t b = 0; b < func->blocks.n; b++) {
        const struct unit_block *block = &s->shape->unit->blocks[func->blocks.first + b];
        struct state_list states = s->in[b];
        f->block_set[b] = joined_set(s->k, &states);
        for (uint32_t i = 0; i < block->ops.n && states.n; i++) {
            op_id at = {block->ops.first + i};
            lockset_id before = joined_set(s->k, &states);
            f->at[at.v - func->ops.first] = before;
            add_events(s, at, before);
            apply_op(s, at, &states);
        }
    }
    f->n_events = s->events.n;
    f->events = arena_array(s->k->arena, struct lock_event, s->events.n + 1);
    if (s->events.n)
        memcpy(f->events, s->events.v, s->events.n * sizeof *f->events);
}

/* ---- one function ---- */
static bool find_effects(struct solve *s)
{
    const struct unit *u = s->shape->unit;
    bool found = false;

    for (uint32_t b = 0; b < s->shape->func->blocks.n; b++) {
        const struct range ops = u->blocks[s->shape->func->blocks.first + b].ops;
        for (uint32_t i = ops.first; i < ops.first + ops.n; i++) {
            struct lock_effect e;
            uint8_t kind = u->ops[i].kind;
            if (kind != OP_CALL && kind != OP_ATOMIC)
                continue;
            site_id site = kind == OP_CALL ? program_site(s->k->flow->program, s->func, (op_id){i})
                                           : (site_id){0};
            if (lock_effect_of(s->k, s->func, (op_id){i}, &e))
                s->has_effect[b] = found = true;
            if (kind == OP_ATOMIC && s->has_effect[b])
                s->is_spinning = true;
            else if (site.v && cond_wait_mutex(s->k, site).v)
                found = true;
        }
    }
    return found;
}

static void find_cursors(struct solve *s)
{
    const struct func_shape *shape = s->shape;
    for (uint32_t i = 0; i < shape->func->locals.n; i++) {
        uint32_t n = shape->store_first[i + 1] - shape->store_first[i];
        s->is_cursor[i] = n > 1 || (n && i < shape->func->n_params);
        for (uint32_t j = shape->store_first[i]; s->is_cursor[i] && j < shape->store_first[i + 1];
             j++)
            s->has_effect[shape_block_of(shape, shape->stores[j])] = true;
    }
}

static void find_reached(struct solve *s)
{
    uint32_t n = s->shape->func->blocks.n;
    s->f->reached = arena_array(s->k->arena, bool, n + 1);
    for (uint32_t b = 0; b < n; b++)
        s->f->reached[b] = s->in[b].n > 0;
}

/*
 * A callee that takes a lock on some ways only (by a flag of its caller) makes a doubt in its
 * caller. It is not handed on further: there it would never end, and cover everything.
 */
static void forget_doubts(struct solve *s, lockset_id *set)
{
    struct lockset old = lockset_get(s->k, *set);
    struct held_lock *kept = arena_array(s->scratch, struct held_lock, old.n + 1);
    uint32_t n = 0;

    for (uint32_t i = 0; i < old.n; i++) {
        bool is_doubt = (old.v[i].states & LOCKED_ENTRY) && old.v[i].lock.v;
        for (uint32_t k = 0; k < s->events.n && is_doubt; k++)
            if (s->events.v[k].lock.v == old.v[i].lock.v && !s->events.v[k].inherited)
                is_doubt = false;
        if (!is_doubt)
            kept[n++] = old.v[i];
    }
    *set = lockset_intern(s->k, kept, n);
}

/* What it does to locks may be in the part that did not parse. */
static bool speaks_of_lock(const char *text)
{
    const char *at = text;
    while ((at = strcasestr(at, "lock")) != NULL) { /* no clock, no block */
        if (at == text || !strchr("bcBC", at[-1]))
            return true;
        at++;
    }
    return strcasestr(text, "mutex") != NULL;
}

static bool sounds_like_lock(const struct solve *s)
{
    return speaks_of_lock(s->k->flow->program->funcs[s->func.v].name) ||
           speaks_of_lock(unit_str(s->shape->unit, s->shape->func->why));
}

/* May have released the locks in what is passed to it. */
static void doubt_params(struct solve *s)
{
    struct locs *l = s->k->locs;
    const struct unit *u = s->shape->unit;
    struct lock_summary *m = &s->f->summary;

    for (uint32_t i = 0; i < s->shape->func->n_params; i++) {
        const struct unit_type *t = &u->types[u->locals[s->shape->func->locals.first + i].type.v];
        uint8_t kind;
        if (t->kind != TYPE_POINTER)
            continue;
        loc_id object = loc_select(l, loc_root_of(l, LOC_PARAM, s->func, i), LOC_DEREF, 0, 0);
        if (stated_is_lock_type(u, t->elem, &kind))
            m->any = lockset_apply(s->k, m->any, object, LOCKED_ENTRY | LOCKED_FREED, kind);
        const struct range fields = u->types[t->elem.v].kind == TYPE_RECORD
                                        ? u->records[u->types[t->elem.v].record.v].fields
                                        : (struct range){0};
        for (uint32_t k = fields.first; k < fields.first + fields.n; k++) {
            gfield_id field = s->k->flow->program->unit_fields
                                  [s->k->flow->program->funcs[s->func.v].unit][k];
            if (!stated_is_lock_type(u, u->fields[k].type, &kind))
                continue;
            loc_id lock = loc_select(l, object, LOC_FIELD, field.v, 0);
            m->any = lockset_apply(s->k, m->any, lock, LOCKED_ENTRY | LOCKED_FREED, kind);
        }
    }
    m->zero = m->nonzero = m->any;
    m->returns_zero = m->returns_nonzero = true;
    m->touches = m->any.v != 0;
}

/* A body that did not parse completely, and shows no lock. */
static void doubt(struct solve *s)
{
    if (sounds_like_lock(s))
        make_vague(s->k, &s->f->summary);
    else
        doubt_params(s);
}

static void solve_function(struct locks *k, gfunc_id func)
{
    struct arena scratch;
    struct lock_flow made = {0}; /* a recursive call sees the summary of the last round */
    struct solve s = {.k = k, .func = func, .f = &made, .scratch = &scratch};

    arena_init(&scratch);
    s.shape = flow_shape(k->flow, func);
    uint32_t n = s.shape->func->blocks.n;
    s.has_effect = arena_array(&scratch, bool, n + 1);
    s.required = lockset_required(k, k->flow->program->funcs[func.v].sym);
    if ((find_effects(&s) || s.required.v) && n) {
        cond_table_make(k, func, s.has_effect, &s.conds);
        s.is_cursor = arena_array(&scratch, bool, s.shape->func->locals.n + 1);
        find_cursors(&s);
        s.in = arena_array(&scratch, struct state_list, n);
        solve_blocks(&s);
        find_reached(&s);
        summarise(&s);
        record(&s);
        forget_doubts(&s, &made.summary.any);
        forget_doubts(&s, &made.summary.zero);
        forget_doubts(&s, &made.summary.nonzero);
    } else {
        made.is_trivial = true;
        if (s.shape->func->quality != QUALITY_OK)
            doubt(&s);
    }
    believe_stated(&s);
    made.is_done = true;
    k->funcs[func.v] = made;
    arena_release(&scratch);
}

/* ---- the whole program ---- */
static bool same_summary(const struct lock_flow *a, const struct lock_flow *b)
{
    const struct lock_summary *x = &a->summary, *y = &b->summary;
    return a->is_done == b->is_done && x->any.v == y->any.v && x->zero.v == y->zero.v &&
           x->nonzero.v == y->nonzero.v && x->returns_zero == y->returns_zero &&
           x->returns_nonzero == y->returns_nonzero && x->touches == y->touches;
}

static bool calls_itself(const struct program *p, gfunc_id func)
{
    const struct prog_func *f = &p->funcs[func.v];
    for (uint32_t i = f->first_site; i < f->first_site + f->n_sites; i++)
        for (uint32_t j = 0; j < p->sites[i].n_edges; j++)
            if (p->edges[p->sites[i].first_edge + j].to.v == func.v)
                return true;
    return false;
}

static void solve_component(struct locks *k, const gfunc_id *funcs, uint32_t n)
{
    bool changed = true, recursive = n > 1 || calls_itself(k->flow->program, funcs[0]);

    for (uint32_t i = 0; i < n; i++)
        k->is_busy[funcs[i].v] = true;
    for (uint32_t round = 0; changed && round < MAX_ROUNDS; round++) {
        changed = false;
        for (uint32_t i = 0; i < n; i++) {
            struct lock_flow before = k->funcs[funcs[i].v];
            solve_function(k, funcs[i]);
            changed |= !same_summary(&before, &k->funcs[funcs[i].v]);
        }
        changed &= recursive;
    }
    for (uint32_t i = 0; changed && i < n; i++)
        if (k->funcs[funcs[i].v].summary.touches)
            make_vague(k, &k->funcs[funcs[i].v].summary);
    for (uint32_t i = 0; i < n; i++)
        k->is_busy[funcs[i].v] = false;
}

static struct locks *locks_new(const struct flow_facts *f)
{
    const struct program *p = f->program;
    struct locks *k = arena_new(f->arena, struct locks);
    struct held_lock unknown = {.states = STATES_ALL};

    k->arena = f->arena;
    k->flow = f;
    k->locs = flow_locs(f);
    k->stated = flow_stated(f);
    k->funcs = arena_array(f->arena, struct lock_flow, p->n_funcs + 1);
    k->is_busy = arena_array(f->arena, bool, p->n_funcs + 1);
    map_init(&k->index, f->arena);
    vec_push(k->arena, &k->sets, (struct lockset){0});
    k->vague = lockset_intern(k, &unknown, 1);
    lock_find_counting(k);
    for (uint32_t c = 0; c < p->n_sccs; c++)
        solve_component(k, p->scc_funcs + p->scc_first[c], p->scc_first[c + 1] - p->scc_first[c]);
    return k;
}

struct locks *flow_locks(const struct flow_facts *f)
{
    ASSERT(f->lazy);
    if (!f->lazy->locks)
        f->lazy->locks = locks_new(f);
    return f->lazy->locks;
}

/* ---- questions ---- */
lockset_id lockset_at(struct locks *k, gfunc_id func, op_id op)
{
    const struct lock_flow *f = &k->funcs[func.v];
    const struct unit_func *u = program_func(k->flow->program, func);
    ASSERT(f->is_done && op.v >= u->ops.first && op.v < u->ops.first + u->ops.n);
    return f->is_trivial ? (lockset_id){0} : f->at[op.v - u->ops.first];
}

lockset_id lockset_at_block(struct locks *k, gfunc_id func, block_id block)
{
    const struct lock_flow *f = &k->funcs[func.v];
    uint32_t first = program_func(k->flow->program, func)->blocks.first;
    ASSERT(f->is_done && block.v >= first);
    return f->is_trivial ? (lockset_id){0} : f->block_set[block.v - first];
}

bool lockset_reaches(struct locks *k, gfunc_id func, op_id op)
{
    const struct lock_flow *f = &k->funcs[func.v];
    ASSERT(f->is_done);
    return f->is_trivial || f->reached[shape_block_of(flow_shape(k->flow, func), op)];
}

const struct lock_summary *lock_summary(struct locks *k, gfunc_id func)
{
    ASSERT(func.v && func.v < k->flow->program->n_funcs);
    return &k->funcs[func.v].summary;
}

struct lock_events lock_events(struct locks *k, gfunc_id func)
{
    const struct lock_flow *f = &k->funcs[func.v];
    ASSERT(f->is_done);
    return (struct lock_events){.v = f->events, .n = f->n_events};
}
