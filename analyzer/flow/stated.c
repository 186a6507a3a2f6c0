/*
 * Attribute arguments are text: "lock", "&c->mu", "$0->table->lock", "*m". A small reader turns one
 * into a location with the types of the unit that it stands in. A capability that is a record
 * around one lock (struct mutex { pthread_mutex_t m; }) is that lock, so that a body which takes
 * the inner one and a statement about the outer one mean the same.
 *
 * The lock of a field is kept relative to the record: a selector on an unknown object, which is
 * replaced by the record that is accessed.
 */
#include "flow/stated.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "flow/lockstate.h"

enum { MAX_DESCENT = 4 };
struct func_stated {
    VEC(struct stated_lock) list;
    bool is_exempt;
};
struct guards { /* of one variable or field */
    loc_id value, pointee;
};
struct stated {
    struct arena *arena;
    const struct program *program;
    struct locs *locs;
    struct map index; /* gsym to funcs */
    VEC(struct func_stated) funcs;
    struct guards *of_field; /* [gfield] */
    struct guards *of_sym;   /* [gsym] */
    bool has_guards;
    struct map externs;      /* hash of the name to gsym; made on first use */
    bool has_externs;
};
struct reading { /* one expression */
    struct stated *s;
    uint32_t unit;
    record_id record; /* whose field the attribute is on; 0: none */
    type_id func;     /* type of the function that it is on; 0: none */
    const char *at, *end;
    loc_id loc;
    type_id type;
};

static const struct unit *unit_of(const struct reading *r)
{
    return r->s->program->units[r->unit];
}

/* ---- names ---- */
static gsym_id extern_named(struct stated *s, const char *name, size_t n)
{
    uint32_t at = 0;

    for (uint32_t i = 1; i < s->program->n_syms && !s->has_externs; i++)
        if (s->program->syms[i].kind == SYM_VAR && s->program->syms[i].linkage == LINK_EXTERNAL)
            (void)map_put_new(&s->externs, hash64(s->program->syms[i].name,
                                                  strlen(s->program->syms[i].name)), i);
    s->has_externs = true;
    (void)map_get(&s->externs, hash64(name, n), &at);
    return (gsym_id){at};
}

/* The type of a variable in the unit that reads it; 0: it is not mentioned there. */
static bool find_variable(struct reading *r, const char *name, size_t n)
{
    const struct unit *u = unit_of(r);
    gsym_id sym = {0};

    for (uint32_t i = 1; i < u->n_syms && !sym.v; i++) {
        const char *text = unit_str(u, u->syms[i].name);
        if (u->syms[i].kind == SYM_VAR && u->syms[i].linkage != LINK_LOCAL_STATIC &&
            strlen(text) == n && !memcmp(text, name, n)) {
            sym = r->s->program->unit_syms[r->unit][i];
            r->type = u->syms[i].type;
        }
    }
    if (!sym.v) { /* its own unit has its type */
        sym = extern_named(r->s, name, n);
        if (!sym.v)
            return false;
        r->unit = r->s->program->syms[sym.v].unit;
        r->type = unit_of(r)->syms[r->s->program->syms[sym.v].sym.v].type;
    }
    r->loc = loc_root_of(r->s->locs, LOC_GLOBAL, (gfunc_id){0}, sym.v);
    return true;
}

static bool find_param(struct reading *r, unsigned long number)
{
    const struct unit *u = unit_of(r);
    const struct unit_type *t = &u->types[r->func.v];

    if (!r->func.v || t->kind != TYPE_FUNCTION || number >= t->params.n)
        return false;
    r->type = u->type_params[t->params.first + number].type;
    r->loc = loc_root_of(r->s->locs, LOC_PARAM, (gfunc_id){0}, (uint32_t)number);
    return true;
}

/* ---- selectors ---- */
static void follow(struct reading *r)
{
    r->loc = loc_select(r->s->locs, r->loc, LOC_DEREF, 0, 0);
    r->type = unit_of(r)->types[r->type.v].elem;
}

static void choose_field(struct reading *r, uint32_t field)
{
    ASSERT(field < unit_of(r)->n_fields);
    r->loc = loc_select(r->s->locs, r->loc, LOC_FIELD,
                        r->s->program->unit_fields[r->unit][field].v, 0);
    r->type = unit_of(r)->fields[field].type;
}

static bool find_field(struct reading *r, record_id record, const char *name, size_t n)
{
    const struct unit *u = unit_of(r);
    const struct range fields = u->records[record.v].fields;

    for (uint32_t i = fields.first; i < fields.first + fields.n; i++) {
        const char *text = unit_str(u, u->fields[i].name);
        if (strlen(text) == n && !memcmp(text, name, n)) {
            choose_field(r, i);
            return true;
        }
    }
    return false;
}

static void skip_space(struct reading *r)
{
    while (r->at < r->end && isspace((unsigned char)*r->at))
        r->at++;
}

static size_t word_length(const struct reading *r)
{
    size_t n = 0;
    while (r->at + n < r->end && (isalnum((unsigned char)r->at[n]) || r->at[n] == '_'))
        n++;
    return n;
}

static bool read_member(struct reading *r)
{
    size_t n;

    while (unit_of(r)->types[r->type.v].kind == TYPE_POINTER)
        follow(r);
    skip_space(r);
    n = word_length(r);
    record_id record = unit_of(r)->types[r->type.v].record;
    if (!n || unit_of(r)->types[r->type.v].kind != TYPE_RECORD ||
        !find_field(r, record, r->at, n))
        return false;
    r->at += n;
    return true;
}

static bool read_index(struct reading *r)
{
    const char *close = memchr(r->at, ']', (size_t)(r->end - r->at));
    char *end = NULL;

    if (!close)
        return false;
    long long num = strtoll(r->at, &end, 0);
    while (end < close && isspace((unsigned char)*end))
        end++;
    if (unit_of(r)->types[r->type.v].kind == TYPE_POINTER)
        follow(r);
    else
        r->type = unit_of(r)->types[r->type.v].elem;
    r->loc = loc_select(r->s->locs, r->loc, end == close ? LOC_INDEX : LOC_ANY, 0,
                        end == close ? num : 0);
    r->at = close + 1;
    return true;
}

/* ---- what is a lock ---- */
bool stated_is_lock_type(const struct unit *u, type_id type, uint8_t *kind)
{
    const char *name = unit_str(u, u->types[type.v].name);
    *kind = LK_MUTEX;
    if (!strcmp(name, "pthread_rwlock_t"))
        *kind = LK_RWLOCK;
    else if (!strcmp(name, "pthread_spinlock_t"))
        *kind = LK_SPIN;
    else if (!strcmp(name, "sem_t"))
        *kind = LK_SEM;
    else
        return !strcmp(name, "pthread_mutex_t") || !strcmp(name, "mtx_t");
    return true;
}

/* From a record around a lock to the lock. */
static uint8_t descend(struct reading *r)
{
    uint8_t kind = LK_MUTEX;

    for (uint32_t i = 0; i < MAX_DESCENT; i++) {
        const struct unit *u = unit_of(r);
        const struct unit_type *t = &u->types[r->type.v];
        uint32_t n_locks = 0, lock = 0;
        if (stated_is_lock_type(u, r->type, &kind) || t->kind != TYPE_RECORD)
            return kind;
        const struct range fields = u->records[t->record.v].fields;
        if (u->records[t->record.v].flags & RECORD_SYSTEM)
            return kind;
        for (uint32_t k = fields.first; k < fields.first + fields.n; k++)
            if (fields.n == 1 || stated_is_lock_type(u, u->fields[k].type, &kind)) {
                n_locks++;
                lock = k;
            }
        if (n_locks != 1)
            return LK_MUTEX;
        choose_field(r, lock);
    }
    return kind;
}

/* ---- one expression ---- */
/* Reads up to the comma or the end; false when it is not understood. Addresses and dereferences of
 * the whole change nothing: it is the object that is meant. */
static bool read_lock(struct reading *r, uint8_t *kind)
{
    while (r->at < r->end && strchr("&*( \t\n", *r->at))
        r->at++;
    size_t n = 0;
    bool ok;
    if (r->at < r->end && *r->at == '$') {
        char *end = NULL;
        ok = find_param(r, strtoul(r->at + 1, &end, 10));
        r->at = end;
    } else {
        n = word_length(r);
        r->loc = loc_root_of(r->s->locs, LOC_UNKNOWN, (gfunc_id){0}, 0);
        ok = n && ((r->record.v && find_field(r, r->record, r->at, n)) ||
                   find_variable(r, r->at, n));
        r->at += n;
    }
    while (ok && r->at < r->end && *r->at != ',') {
        char c = *r->at++;
        if (c == '.')
            ok = read_member(r);
        else if (c == '-' && r->at < r->end && *r->at == '>')
            r->at++, ok = read_member(r);
        else if (c == '[')
            ok = read_index(r);
        else
            ok = c == ')' || isspace((unsigned char)c);
    }
    if (!ok)
        return false;
    while (unit_of(r)->types[r->type.v].kind == TYPE_POINTER)
        follow(r);
    *kind = descend(r);
    return true;
}

static const char *end_of_argument(const char *s)
{
    uint32_t depth = 0;
    for (; *s && (depth || *s != ','); s++) {
        depth += *s == '(' || *s == '[';
        depth -= depth && (*s == ')' || *s == ']');
    }
    return s;
}

/* ---- one attribute ---- */
static struct func_stated *entry_of(struct stated *s, gsym_id sym)
{
    uint32_t at = s->funcs.n;
    if (map_put_new(&s->index, sym.v, at))
        vec_push(s->arena, &s->funcs, (struct func_stated){.is_exempt = false});
    (void)map_get(&s->index, sym.v, &at);
    return &s->funcs.v[at];
}

static void add_lock(struct stated *s, gsym_id sym, const struct stated_lock *lock)
{
    ASSERT(sym.v && lock->lock.v);
    struct func_stated *f = entry_of(s, sym);
    for (uint32_t i = 0; i < f->list.n; i++)
        if (f->list.v[i].attr == lock->attr && f->list.v[i].lock.v == lock->lock.v)
            return;
    vec_push(s->arena, &f->list, *lock);
}

static void on_function(struct stated *s, uint32_t unit, const struct unit_attr *a)
{
    const struct unit *u = s->program->units[unit];
    gsym_id sym = s->program->unit_syms[unit][a->target];
    const char *text = unit_str(u, a->args);
    struct stated_lock lock = {.attr = a->kind};

    if (a->kind == ATTR_NO_THREAD_SAFETY_ANALYSIS)
        entry_of(s, sym)->is_exempt = true;
    if (a->kind < ATTR_ACQUIRE || a->kind > ATTR_EXCLUDES)
        return;
    if (a->kind == ATTR_TRY_ACQUIRE || a->kind == ATTR_TRY_ACQUIRE_SHARED) {
        const char *end = end_of_argument(text);
        lock.on_zero = !strncmp(text, "0", 1) || !strncmp(text, "false", 5);
        text = *end ? end + 1 : end;
    }
    while (*text) {
        struct reading r = {.s = s, .unit = unit, .func = u->syms[a->target].type, .at = text};
        r.end = end_of_argument(text);
        text = *r.end ? r.end + 1 : r.end;
        if (!read_lock(&r, &lock.kind))
            continue;
        lock.lock = r.loc;
        add_lock(s, sym, &lock);
    }
}

static void on_variable(struct stated *s, uint32_t unit, const struct unit_attr *a)
{
    const struct unit *u = s->program->units[unit];
    struct reading r = {.s = s, .unit = unit, .at = unit_str(u, a->args)};
    struct guards *g;
    uint8_t kind;

    if (a->target_kind == ATTR_ON_FIELD) {
        r.record = u->fields[a->target].record;
        g = &s->of_field[s->program->unit_fields[unit][a->target].v];
    } else {
        g = &s->of_sym[s->program->unit_syms[unit][a->target].v];
    }
    r.end = end_of_argument(r.at);
    loc_id *to = a->kind == ATTR_GUARDED_BY ? &g->value : &g->pointee;
    if (to->v || !read_lock(&r, &kind))
        return;
    *to = r.loc;
    s->has_guards = true;
}

static struct stated *stated_new(const struct flow_facts *f)
{
    const struct program *p = f->program;
    struct stated *s = arena_new(f->arena, struct stated);

    *s = (struct stated){.arena = f->arena, .program = p, .locs = flow_locs(f)};
    map_init(&s->index, f->arena);
    map_init(&s->externs, f->arena);
    s->of_field = arena_array(f->arena, struct guards, p->n_fields + 1);
    s->of_sym = arena_array(f->arena, struct guards, p->n_syms + 1);
    for (uint32_t i = 0; i < p->n_units; i++) {
        for (uint32_t k = 1; k < p->units[i]->n_attrs; k++) {
            const struct unit_attr *a = &p->units[i]->attrs[k];
            bool is_guard = a->kind == ATTR_GUARDED_BY || a->kind == ATTR_PT_GUARDED_BY;
            if (is_guard && (a->target_kind == ATTR_ON_SYM || a->target_kind == ATTR_ON_FIELD))
                on_variable(s, i, a);
            else if (a->target_kind == ATTR_ON_SYM &&
                     p->units[i]->syms[a->target].kind == SYM_FUNC)
                on_function(s, i, a);
        }
    }
    return s;
}

struct stated *flow_stated(const struct flow_facts *f)
{
    ASSERT(f->lazy);
    if (!f->lazy->stated)
        f->lazy->stated = stated_new(f);
    return f->lazy->stated;
}

/* ---- questions ---- */
bool stated_has_guards(const struct stated *s)
{
    return s->has_guards;
}

struct stated_list stated_of(const struct stated *s, gsym_id func)
{
    uint32_t at;
    if (!map_get(&s->index, func.v, &at))
        return (struct stated_list){.n = 0};
    ASSERT(at < s->funcs.n);
    return (struct stated_list){.v = s->funcs.v[at].list.v, .n = s->funcs.v[at].list.n,
                                .is_exempt = s->funcs.v[at].is_exempt};
}

loc_id stated_guard(struct stated *s, loc_id place)
{
    loc_id unknown = loc_root_of(s->locs, LOC_UNKNOWN, (gfunc_id){0}, 0);
    uint32_t derefs = 0;

    if (!s->has_guards)
        return (loc_id){0};
    for (loc_id at = place; at.v && derefs < 2; at = loc_get(s->locs, at)->parent) {
        const struct loc *o = loc_get(s->locs, at);
        derefs += o->kind == LOC_DEREF;
        if (o->kind != LOC_FIELD && o->kind != LOC_GLOBAL)
            continue;
        const struct guards *g = o->kind == LOC_FIELD ? &s->of_field[o->id] : &s->of_sym[o->id];
        loc_id guard = derefs ? g->pointee : g->value;
        if (!guard.v)
            continue;
        bool is_relative = loc_has_prefix(s->locs, guard, unknown);
        return is_relative ? loc_rebase(s->locs, guard, unknown, o->parent) : guard;
    }
    return (loc_id){0};
}
