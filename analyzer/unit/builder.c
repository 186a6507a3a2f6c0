/*
 * The tables of a unit and their deduplication.
 *
 * Records have no padding, so equal means equal bytes. A map goes from a hash to one id; on a
 * collision the hash is mixed again until a free key or an equal entry is found. Values and paths
 * that mention ops need no map of their own for each function: op ids of different functions
 * differ, and an entry that was rewritten at the end of its function can no longer be equal to a
 * new one.
 */
#include "unit/build.h"

#include <string.h>

struct unit_builder *builder_new(struct arena *a)
{
    struct unit_builder *b = arena_new(a, struct unit_builder);
    b->arena = a;
    strtab_init(&b->strs, a);
    map_init(&b->file_map, a);
    map_init(&b->place_map, a);
    map_init(&b->type_map, a);
    map_init(&b->path_map, a);
    map_init(&b->val_map, a);
#define X(name, T)                                                                                 \
    vec_reserve(a, &b->name, 1u);                                                                  \
    memset(b->name.v, 0, sizeof(T));                                                               \
    b->name.n = 1;
    UNIT_TABLES(X)
#undef X
    b->str_ends.n = 0; /* strings are laid out at the end */
    vec_push(a, &b->val_depths, 1);
    vec_push(a, &b->path_depths, 1);
    return b;
}

/* ---- strings, files, places ---- */

str_id builder_strn(struct unit_builder *b, const char *s, size_t n)
{
    uint32_t id = strtab_add(&b->strs, s, n);
    return (str_id){id};
}

str_id builder_str(struct unit_builder *b, const char *s)
{
    return builder_strn(b, s, strlen(s));
}

const char *builder_str_get(const struct unit_builder *b, str_id s)
{
    return strtab_get(&b->strs, s.v);
}

file_id builder_file(struct unit_builder *b, const struct unit_file *f)
{
    uint32_t id;
    if (map_get(&b->file_map, f->name.v, &id))
        return (file_id){id};
    id = b->files.n;
    vec_push(b->arena, &b->files, *f);
    map_set(&b->file_map, f->name.v, id);
    return (file_id){id};
}

place_id builder_place(struct unit_builder *b, file_id file, uint32_t line, uint32_t col,
                       place_id macro)
{
    ASSERT(file.v < b->files.n && macro.v < b->places.n);
    ASSERT(b->places.v[macro.v].macro.v == 0);
    struct unit_place p = {file, line, col, macro};
    uint64_t key = hash64(&p, sizeof p);
    uint32_t id;
    for (; map_get(&b->place_map, key, &id); key = hash_mix(key, 1))
        if (memcmp(&b->places.v[id], &p, sizeof p) == 0)
            return (place_id){id};
    id = b->places.n;
    vec_push(b->arena, &b->places, p);
    map_set(&b->place_map, key, id);
    return (place_id){id};
}

/* ---- types and records ---- */

static bool type_is(const struct unit_builder *b, uint32_t id, const struct unit_type *t,
                    const type_id *params)
{
    struct unit_type old = b->types.v[id];
    const struct unit_type_param *old_params = &b->type_params.v[old.params.first];
    old.params.first = t->params.first;
    return memcmp(&old, t, sizeof old) == 0 &&
           (t->params.n == 0 || memcmp(old_params, params, t->params.n * sizeof *params) == 0);
}

type_id builder_type(struct unit_builder *b, const struct unit_type *t, const type_id *params,
                     uint32_t n_params)
{
    struct unit_type new = *t;
    new.params = (struct range){0, n_params};
    uint64_t key = hash64(&new, sizeof new);
    if (n_params > 0)
        key = hash_mix(key, hash64(params, n_params * sizeof *params));
    uint32_t id;
    for (; map_get(&b->type_map, key, &id); key = hash_mix(key, 1))
        if (type_is(b, id, &new, params))
            return (type_id){id};
    ASSERT(new.elem.v < b->types.n && new.record.v < b->records.n);
    new.params.first = n_params > 0 ? b->type_params.n : 0;
    for (uint32_t i = 0; i < n_params; i++) {
        struct unit_type_param p = {params[i]};
        vec_push(b->arena, &b->type_params, p);
    }
    id = b->types.n;
    vec_push(b->arena, &b->types, new);
    map_set(&b->type_map, key, id);
    return (type_id){id};
}

struct unit_type builder_type_get(const struct unit_builder *b, type_id t)
{
    ASSERT(t.v < b->types.n);
    return b->types.v[t.v];
}

record_id builder_record(struct unit_builder *b, const struct unit_record *r)
{
    record_id id = {b->records.n};
    vec_push(b->arena, &b->records, *r);
    b->records.v[id.v].fields = (struct range){0, 0};
    return id;
}

void builder_record_fields(struct unit_builder *b, record_id r, const struct unit_field *fields,
                           uint32_t n)
{
    ASSERT(r.v > 0 && r.v < b->records.n && b->records.v[r.v].fields.n == 0);
    if (n == 0)
        return;
    b->records.v[r.v].fields = (struct range){b->fields.n, n};
    for (uint32_t i = 0; i < n; i++) {
        vec_push(b->arena, &b->fields, fields[i]);
        vec_last(&b->fields).record = r;
    }
}

field_id builder_field_at(const struct unit_builder *b, record_id r, uint32_t index)
{
    ASSERT(r.v < b->records.n && index < b->records.v[r.v].fields.n);
    return (field_id){b->records.v[r.v].fields.first + index};
}

struct unit_field builder_field_get(const struct unit_builder *b, field_id f)
{
    ASSERT(f.v < b->fields.n);
    return b->fields.v[f.v];
}

struct unit_record *builder_record_at(struct unit_builder *b, record_id r)
{
    ASSERT(r.v > 0 && r.v < b->records.n);
    return &b->records.v[r.v];
}

/* ---- symbols and the plain lists ---- */

sym_id builder_sym(struct unit_builder *b, const struct unit_sym *s)
{
    vec_push(b->arena, &b->syms, *s);
    return (sym_id){b->syms.n - 1};
}

struct unit_sym *builder_sym_at(struct unit_builder *b, sym_id s)
{
    ASSERT(s.v > 0 && s.v < b->syms.n);
    return &b->syms.v[s.v];
}

void builder_attr(struct unit_builder *b, const struct unit_attr *a)
{
    vec_push(b->arena, &b->attrs, *a);
}

void builder_init_value(struct unit_builder *b, path_id path, val_id val, place_id place)
{
    ASSERT(path.v < b->paths.n && val.v < b->vals.n);
    struct unit_init init = {path, val, place};
    vec_push(b->arena, &b->inits, init);
}

void builder_comment(struct unit_builder *b, const struct unit_comment *c)
{
    vec_push(b->arena, &b->comments, *c);
}

void builder_diag(struct unit_builder *b, const struct unit_diag *d)
{
    vec_push(b->arena, &b->diags, *d);
}

/* ---- values and paths ---- */

static uint32_t max_u32(uint32_t a, uint32_t b)
{
    return a > b ? a : b;
}

uint32_t builder_val_depth(const struct unit_builder *b, val_id v)
{
    ASSERT(v.v < b->vals.n);
    return b->val_depths.v[v.v];
}

static uint32_t op_depth(const struct unit_builder *b, uint32_t op)
{
    ASSERT(b->f.id.v != 0 && op >= b->f.first_op && op - b->f.first_op < b->f.ops.n);
    return b->f.ops.v[op - b->f.first_op].depth;
}

static uint32_t depth_of(const struct unit_builder *b, const struct unit_val *v)
{
    switch ((enum val_kind)v->kind) {
    case VAL_ADDR:
        ASSERT(v->a < b->paths.n);
        return 1 + b->path_depths.v[v->a];
    case VAL_LOAD:
    case VAL_CALL:
        return 1 + op_depth(b, v->a);
    case VAL_PHI:
        return 1 + max_u32(builder_val_depth(b, (val_id){(uint32_t)v->num}),
                           max_u32(builder_val_depth(b, (val_id){v->a}),
                                   builder_val_depth(b, (val_id){v->b})));
    case VAL_BIN:
        return 1 + max_u32(builder_val_depth(b, (val_id){v->a}),
                           builder_val_depth(b, (val_id){v->b}));
    case VAL_UN:
        return 1 + builder_val_depth(b, (val_id){v->a});
    default:
        return 1;
    }
}

val_id builder_val(struct unit_builder *b, const struct unit_val *v)
{
    struct unit_val new = *v;
    uint32_t depth = depth_of(b, &new), id;
    if (depth > UNIT_MAX_DEPTH) {
        new = (struct unit_val){.kind = VAL_UNKNOWN, .type = v->type};
        depth = 1;
    }
    uint64_t key = hash64(&new, sizeof new);
    for (; map_get(&b->val_map, key, &id); key = hash_mix(key, 1))
        if (memcmp(&b->vals.v[id], &new, sizeof new) == 0)
            return (val_id){id};
    id = b->vals.n;
    vec_push(b->arena, &b->vals, new);
    vec_push(b->arena, &b->val_depths, (uint8_t)depth);
    map_set(&b->val_map, key, id);
    return (val_id){id};
}

val_id builder_int(struct unit_builder *b, int64_t num, type_id type)
{
    struct unit_val v = {.kind = VAL_INT, .type = type, .num = num};
    return builder_val(b, &v);
}

struct unit_val builder_val_get(const struct unit_builder *b, val_id v)
{
    ASSERT(v.v < b->vals.n);
    return b->vals.v[v.v];
}

static uint32_t path_depth(const struct unit_builder *b, const struct unit_path *p,
                           const struct unit_sel *sels)
{
    uint32_t depth = 0;
    if (p->root == ROOT_VAL)
        depth = builder_val_depth(b, (val_id){p->id});
    else if (p->root == ROOT_CALL)
        depth = op_depth(b, p->id);
    for (uint32_t i = 0; i < p->sels.n; i++)
        if (sels[i].kind == SEL_INDEX_VAL)
            depth = max_u32(depth, builder_val_depth(b, (val_id){sels[i].id}));
    return depth + 1;
}

static bool path_is(const struct unit_builder *b, uint32_t id, const struct unit_path *p,
                    const struct unit_sel *sels)
{
    struct unit_path old = b->paths.v[id];
    const struct unit_sel *old_sels = &b->sels.v[old.sels.first];
    old.sels.first = p->sels.first;
    return memcmp(&old, p, sizeof old) == 0 &&
           (p->sels.n == 0 || memcmp(old_sels, sels, p->sels.n * sizeof *sels) == 0);
}

static path_id path_make(struct unit_builder *b, struct unit_path *p, struct unit_sel *sels)
{
    uint32_t depth = path_depth(b, p, sels), id;
    if (depth > UNIT_MAX_DEPTH) { /* what it stands on is too deep to follow */
        for (uint32_t i = 0; i < p->sels.n; i++)
            if (sels[i].kind == SEL_INDEX_VAL)
                sels[i] = (struct unit_sel){.kind = SEL_INDEX_UNKNOWN};
        if (p->root == ROOT_VAL || p->root == ROOT_CALL) {
            struct unit_val unknown = {.kind = VAL_UNKNOWN};
            p->root = ROOT_VAL;
            p->id = builder_val(b, &unknown).v;
        }
        depth = 2;
    }
    p->sels.first = 0;
    uint64_t key = hash64(p, sizeof *p);
    if (p->sels.n > 0)
        key = hash_mix(key, hash64(sels, p->sels.n * sizeof *sels));
    for (; map_get(&b->path_map, key, &id); key = hash_mix(key, 1))
        if (path_is(b, id, p, sels))
            return (path_id){id};
    if (p->sels.n > 0)
        p->sels.first = b->sels.n;
    for (uint32_t i = 0; i < p->sels.n; i++)
        vec_push(b->arena, &b->sels, sels[i]);
    id = b->paths.n;
    vec_push(b->arena, &b->paths, *p);
    vec_push(b->arena, &b->path_depths, (uint8_t)depth);
    map_set(&b->path_map, key, id);
    return (path_id){id};
}

path_id builder_path(struct unit_builder *b, enum path_root root, uint32_t id, type_id type)
{
    struct unit_path p = {.root = (uint8_t)root, .id = id, .type = type};
    return path_make(b, &p, NULL);
}

path_id builder_path_add(struct unit_builder *b, path_id base, struct unit_sel sel, type_id type)
{
    ASSERT(base.v < b->paths.n);
    struct unit_path p = b->paths.v[base.v];
    struct unit_sel sels[PATH_MAX_SELECTORS];
    ASSERT(p.sels.n <= PATH_MAX_SELECTORS);
    if (p.sels.n > 0)
        memcpy(sels, &b->sels.v[p.sels.first], p.sels.n * sizeof *sels);
    p.type = type;
    if ((p.flags & PATH_REST) || p.sels.n == PATH_MAX_SELECTORS)
        p.flags |= PATH_REST;
    else
        sels[p.sels.n++] = sel;
    return path_make(b, &p, sels);
}

struct unit_path builder_path_get(const struct unit_builder *b, path_id p)
{
    ASSERT(p.v < b->paths.n);
    return b->paths.v[p.v];
}

struct unit_sel builder_sel_get(const struct unit_builder *b, path_id p, uint32_t index)
{
    ASSERT(p.v < b->paths.n && index < b->paths.v[p.v].sels.n);
    return b->sels.v[b->paths.v[p.v].sels.first + index];
}

/* ---- the finished unit ---- */

static void lay_out_strings(struct unit_builder *b, struct unit *u)
{
    uint64_t total = 0;
    for (uint32_t i = 0; i < b->strs.strs.n; i++)
        total += (uint64_t)b->strs.lens.v[i] + 1;
    ASSERT(total < UINT32_MAX);
    char *bytes = arena_alloc(b->arena, (size_t)total);
    uint32_t at = 0;
    for (uint32_t i = 0; i < b->strs.strs.n; i++) {
        memcpy(bytes + at, b->strs.strs.v[i], b->strs.lens.v[i]); /* the NUL is there: zeroed */
        at += b->strs.lens.v[i] + 1;
        vec_push(b->arena, &b->str_ends, at);
    }
    u->str_bytes = bytes;
    u->n_str_bytes = at;
}

const struct unit *builder_finish(struct unit_builder *b, const struct unit_info *info)
{
    ASSERT(b->f.id.v == 0);
    struct unit *u = arena_new(b->arena, struct unit);
    lay_out_strings(b, u);
    vec_push(b->arena, &b->info, *info);
#define X(name, T)                                                                                 \
    u->name = b->name.v;                                                                           \
    u->n_##name = b->name.n;
    UNIT_TABLES(X)
#undef X
    arena_release(&b->scratch);
    return u;
}

const char *unit_str(const struct unit *u, str_id s)
{
    ASSERT(s.v < u->n_str_ends);
    return u->str_bytes + (s.v == 0 ? 0 : u->str_ends[s.v - 1]);
}
