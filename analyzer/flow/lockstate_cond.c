/*
 * Conditions that states are kept apart by: the result of a call that locks only on success, a flag
 * in a local, a test that stands before both the lock and the unlock. A condition is "this key is
 * not zero"; comparisons with a constant become that, or a key of their own.
 */
#include <string.h>

#include "flow/lockstate_table.h"

enum { MAX_KEYS = 48, MAX_JUMPS = 4 };

static bool same_key(struct cond_key a, struct cond_key b)
{
    return a.kind == b.kind && a.oper == b.oper && a.id == b.id && a.num == b.num;
}

uint32_t cond_index(const struct cond_table *t, struct cond_key key)
{
    for (uint32_t i = 0; key.kind && i < t->n; i++)
        if (same_key(t->keys[i], key))
            return i;
    return UINT32_MAX;
}

uint32_t cond_value(uint32_t values, uint32_t index)
{
    ASSERT(index < MAX_CONDS);
    return values >> (2 * index) & 3u;
}

uint32_t cond_with(uint32_t values, uint32_t index, uint32_t value)
{
    ASSERT(index < MAX_CONDS && value < 3);
    return (values & ~(3u << (2 * index))) | value << (2 * index);
}

/* ---- values to conditions ---- */
/* v is the value of a call or an atomic op. A compare-and-swap's key is its success: that the old
 * value was 0 where it gives the old value. */
static struct cond result_of(const struct cond_table *t, const struct unit_val *v)
{
    const struct unit *u = t->shape->unit;
    const struct unit_op *op = &u->ops[v->a];
    struct cond c = {.key = {.kind = COND_RESULT, .id = v->a}};

    if (op->kind == OP_ATOMIC && op->oper == OPER_CAS)
        c.negated = u->types[v->type.v].kind != TYPE_BOOL;
    return c;
}

static bool is_result(const struct unit *u, const struct unit_val *v)
{
    if (v->kind == VAL_LOAD)
        return u->ops[v->a].kind == OP_ATOMIC && (u->ops[v->a].flags & OPF_STORES);
    return v->kind == VAL_CALL;
}

static struct cond loaded(const struct cond_table *t, const struct unit_val *val)
{
    const struct unit *u = t->shape->unit;
    op_id load = {val->a};
    const struct unit_op *op = &u->ops[load.v];
    uint32_t local = shape_local(t->shape, &u->paths[op->path.v]);

    if (is_result(u, val))
        return result_of(t, val);
    if (local == UINT32_MAX) {
        loc_id place = loc_of_path(t->locks->locs, t->func, op->path, load);
        if (loc_get(t->locks->locs, place)->kind == LOC_UNKNOWN)
            return (struct cond){0};
        return (struct cond){.key = {.kind = COND_PLACE, .id = place.v}};
    }
    op_id store = shape_reaching_store(t->shape, load);
    if (store.v) {
        const struct unit_val *v = &u->vals[u->ops[store.v].val.v];
        if (is_result(u, v))
            return result_of(t, v);
    }
    return (struct cond){.key = {.kind = COND_LOCAL, .id = local}};
}

/* x < 0, x >= 0, x == 3: what they say of x being zero, as good as results of calls need it. */
static struct cond compared(const struct cond_table *t, const struct unit_val *v)
{
    const struct unit *u = t->shape->unit;
    const struct unit_val *right = &u->vals[v->b];
    struct cond c = cond_of(t, (val_id){v->a});

    if (right->kind != VAL_INT || !c.key.kind)
        return (struct cond){0};
    if (right->num == 0 || c.key.kind == COND_RESULT) {
        bool says_zero = v->oper == OPER_EQ || v->oper == OPER_GE || v->oper == OPER_LE;
        if (right->num != 0 && (v->oper == OPER_EQ || v->oper == OPER_NE))
            says_zero = v->oper == OPER_NE;
        c.negated ^= says_zero;
        return c;
    }
    if (v->oper != OPER_EQ && v->oper != OPER_NE)
        return (struct cond){0};
    if (c.key.oper != OPER_NONE || c.negated)
        return (struct cond){0};
    c.key.oper = OPER_EQ;
    c.key.num = right->num;
    c.negated = v->oper == OPER_NE;
    return c;
}

struct cond cond_of(const struct cond_table *t, val_id val)
{
    const struct unit *u = t->shape->unit;
    const struct unit_val *v = &u->vals[val.v];
    struct cond c = {0};

    switch ((enum val_kind)v->kind) {
    case VAL_CALL:
        return result_of(t, v);
    case VAL_LOAD:
        return loaded(t, v);
    case VAL_UN:
        if (v->oper == OPER_NOT) {
            c = cond_of(t, (val_id){v->a});
            c.negated = !c.negated;
        }
        return c;
    case VAL_BIN:
        if (v->oper >= OPER_EQ && v->oper <= OPER_GE)
            return compared(t, v);
        if (v->oper == OPER_AND && u->vals[v->b].kind == VAL_INT) {
            c = cond_of(t, (val_id){v->a});
            if (c.negated || c.key.oper != OPER_NONE)
                return (struct cond){0};
            c.key.oper = OPER_AND;
            c.key.num = u->vals[v->b].num;
        }
        return c;
    default:
        return c;
    }
}

uint32_t cond_evaluate(const struct cond_table *t, uint32_t values, val_id val)
{
    const struct unit *u = t->shape->unit;
    const struct unit_val *v = &u->vals[val.v];

    if (v->kind == VAL_INT)
        return v->num ? VALUE_NONZERO : VALUE_ZERO;
    if (v->kind == VAL_ADDR || v->kind == VAL_STR || v->kind == VAL_FUNC)
        return VALUE_NONZERO;
    if (v->kind == VAL_PHI) {
        uint32_t a = cond_evaluate(t, values, (val_id){v->a});
        uint32_t b = cond_evaluate(t, values, (val_id){v->b});
        uint32_t which = v->num ? cond_evaluate(t, values, (val_id){(uint32_t)v->num}) : 0;
        return a == b || which == VALUE_NONZERO ? a : which == VALUE_ZERO ? b : VALUE_UNKNOWN;
    }
    struct cond c = cond_of(t, val);
    uint32_t i = cond_index(t, c.key);
    uint32_t value = i == UINT32_MAX ? VALUE_UNKNOWN : cond_value(values, i);
    if (value == VALUE_UNKNOWN || !c.negated)
        return value;
    return value == VALUE_ZERO ? VALUE_NONZERO : VALUE_ZERO;
}

bool cond_assume(const struct cond_table *t, uint32_t *values, val_id val, bool nonzero)
{
    uint32_t known = cond_evaluate(t, *values, val);
    if (known != VALUE_UNKNOWN)
        return (known == VALUE_NONZERO) == nonzero;
    struct cond c = cond_of(t, val);
    uint32_t i = cond_index(t, c.key);
    if (i != UINT32_MAX)
        *values = cond_with(*values, i, nonzero != c.negated ? VALUE_NONZERO : VALUE_ZERO);
    return true;
}

/* ---- stores ---- */
/* The value of a local that is used as a pointer before: not null. */
static bool was_dereferenced(const struct cond_table *t, const struct unit_val *v)
{
    const struct unit *u = t->shape->unit;
    if (v->kind != VAL_LOAD || u->types[v->type.v].kind != TYPE_POINTER)
        return false;
    const struct unit_path *local = &u->paths[u->ops[v->a].path.v];
    if (local->sels.n || (local->root != ROOT_LOCAL && local->root != ROOT_PARAM))
        return false;
    for (uint32_t i = v->a, steps = 0; i-- > t->shape->func->ops.first && steps < 200; steps++) {
        const struct unit_path *path = &u->paths[u->ops[i].path.v];
        if (path->root == local->root && path->id == local->id && path->sels.n &&
            u->sels[path->sels.first].kind == SEL_DEREF)
            return true;
    }
    return false;
}

static uint32_t stored_value(const struct cond_table *t, uint32_t values, struct cond_key key,
                             val_id val)
{
    const struct unit_val *v = &t->shape->unit->vals[val.v];
    if (key.oper == OPER_NONE) {
        uint32_t known = cond_evaluate(t, values, val);
        return known == VALUE_UNKNOWN && was_dereferenced(t, v) ? VALUE_NONZERO : known;
    }
    if (v->kind != VAL_INT)
        return VALUE_UNKNOWN;
    bool holds = key.oper == OPER_AND ? (v->num & key.num) != 0 : v->num == key.num;
    return holds ? VALUE_NONZERO : VALUE_ZERO;
}

uint32_t cond_store(const struct cond_table *t, uint32_t values, op_id store)
{
    const struct unit *u = t->shape->unit;
    const struct unit_op *op = &u->ops[store.v];
    uint32_t local = shape_local(t->shape, &u->paths[op->path.v]);
    uint32_t out = values;
    loc_id place = {0};

    for (uint32_t i = 0; i < t->n; i++) {
        const struct cond_key *key = &t->keys[i];
        bool hit = key->kind == COND_LOCAL && key->id == local;
        if (key->kind == COND_PLACE && local == UINT32_MAX) {
            if (!place.v)
                place = loc_of_path(t->locks->locs, t->func, op->path, store);
            hit = key->id == place.v;
        }
        if (hit)
            out = cond_with(out, i, op->flags & OPF_COMPOUND
                                        ? VALUE_UNKNOWN
                                        : stored_value(t, values, *key, op->val));
    }
    return out;
}

/* ---- which to keep ---- */
struct key_use {
    struct cond_key key;
    uint32_t n_branches, score;
    bool guards, is_returned;
};
struct key_uses {
    struct key_use v[MAX_KEYS];
    uint32_t n;
};

static struct key_use *use_of(struct key_uses *uses, struct cond_key key)
{
    for (uint32_t i = 0; i < uses->n; i++)
        if (same_key(uses->v[i].key, key))
            return &uses->v[i];
    if (!key.kind || uses->n == MAX_KEYS)
        return NULL;
    uses->v[uses->n] = (struct key_use){.key = key};
    return &uses->v[uses->n++];
}

static bool leads_to_effect(const struct cond_table *t, const struct unit_block *b,
                            const bool *has_effect)
{
    const struct unit *u = t->shape->unit;
    for (uint32_t i = 0; i < b->succs.n; i++) {
        uint32_t at = u->succs[b->succs.first + i].to.v;
        for (uint32_t steps = 0; steps < MAX_JUMPS; steps++) {
            if (has_effect[at - t->shape->func->blocks.first])
                return true;
            if (u->blocks[at].term != TERM_JUMP)
                break;
            at = u->succs[u->blocks[at].succs.first].to.v;
        }
    }
    return false;
}

static bool splits(const struct cond_table *t, struct cond_key key)
{
    struct lock_effect e;
    return key.kind == COND_RESULT &&
           lock_effect_of(t->locks, t->func, (op_id){key.id}, &e) && e.is_split;
}

/* A flag that is set to constants, or to the result of a lock call. */
static bool is_flag(const struct cond_table *t, struct key_uses *uses, struct cond_key key)
{
    const struct func_shape *s = t->shape;
    bool found = false;
    if (key.kind != COND_LOCAL)
        return false;
    for (uint32_t i = s->store_first[key.id]; i < s->store_first[key.id + 1]; i++) {
        const struct unit_val *v = &s->unit->vals[s->unit->ops[s->stores[i].v].val.v];
        found |= v->kind == VAL_INT;
        if (v->kind == VAL_CALL) {
            struct cond_key result = result_of(t, v).key;
            if (splits(t, result)) {
                (void)use_of(uses, result);
                found = true;
            }
        }
    }
    return found;
}

static uint32_t score(const struct cond_table *t, struct key_uses *uses, struct key_use *use)
{
    if (use->key.kind == COND_RESULT)
        return splits(t, use->key) ? 100 : use->n_branches >= 2 && use->guards ? 20 : 0;
    if (use->n_branches >= 2 && use->guards)
        return 60 + use->n_branches;
    if (is_flag(t, uses, use->key) && (use->guards || use->is_returned))
        return use->guards ? 50 : 40;
    return 0;
}

static void gather(struct cond_table *t, const bool *has_effect, struct key_uses *uses)
{
    const struct unit *u = t->shape->unit;
    const struct range blocks = t->shape->func->blocks;

    for (uint32_t i = 0; i < blocks.n; i++) {
        const struct unit_block *b = &u->blocks[blocks.first + i];
        if (!b->val.v)
            continue;
        val_id val = b->val;
        if (b->term == TERM_RETURN && u->vals[val.v].kind == VAL_PHI && u->vals[val.v].num)
            val.v = (uint32_t)u->vals[val.v].num;
        struct key_use *use = use_of(uses, cond_of(t, val).key);
        if (!use)
            continue;
        use->is_returned |= b->term == TERM_RETURN;
        use->n_branches += b->term != TERM_RETURN;
        use->guards |= leads_to_effect(t, b, has_effect);
    }
}

void cond_table_make(struct locks *k, gfunc_id func, const bool *has_effect,
                     struct cond_table *out)
{
    struct key_uses uses = {.n = 0};

    *out = (struct cond_table){.locks = k, .func = func, .shape = flow_shape(k->flow, func)};
    gather(out, has_effect, &uses);
    for (uint32_t i = 0; i < uses.n; i++) /* may find further ones */
        uses.v[i].score = score(out, &uses, &uses.v[i]);
    while (out->n < MAX_CONDS) {
        struct key_use *best = NULL;
        for (uint32_t i = 0; i < uses.n; i++)
            if (uses.v[i].score && (!best || uses.v[i].score > best->score))
                best = &uses.v[i];
        if (!best)
            break;
        out->keys[out->n++] = best->key;
        best->score = 0;
    }
}
