/*
 * One symbol for all units. First every definition gets a program symbol; the same definition seen
 * by several units (a header's inline function, a file compiled twice) is one, by name and place.
 * Then every use is bound: to the only definition, else to one of its own directory, else it is
 * ambiguous.
 *
 * C's tentative definitions: an external variable that is initialised at one place at most is one
 * variable. Strong definitions hide weak ones. An alias is a definition that shares its target's
 * body.
 */
#include "base/file.h"
#include "link/internal.h"

#include <stdlib.h>
#include <string.h>

struct body {
    uint32_t unit, func; /* func 0: none */
};
struct group { /* the external definitions of one name, in unit order */
    VEC(uint32_t) defs;
};
struct alias {
    uint32_t gsym, unit, sym;
};
struct symbols {
    struct program *p;
    struct arena *a; /* scratch */
    struct strtab keys;
    struct map sym_of_key, group_of_name, init_place;
    VEC(struct prog_sym) syms;
    VEC(struct body) bodies; /* by gsym */
    VEC(struct alternatives) alts; /* by gsym */
    VEC(uint32_t) alt_syms;
    VEC(struct group) groups;
    VEC(struct alias) aliases;
    bool **has_init;    /* [unit][sym] */
    uint32_t *unit_dir; /* [unit] key of its main file's directory */
    struct buf key;
};

enum { MANY_INITS = 0 }; /* in init_place: initialised at several places */

static const char *place_text(struct symbols *s, const struct unit *u, place_id place)
{
    return link_place_key(s->a, u, place);
}

static uint32_t key_of(struct symbols *s, const char *kind, const char *x, const char *y,
                       const char *z)
{
    buf_reset(&s->key);
    buf_addf(&s->key, "%s\n%s\n%s\n%s", kind, x, y, z);
    return strtab_add(&s->keys, buf_str(&s->key), s->key.n);
}

static bool is_definition(const struct unit_sym *sym)
{
    return (sym->flags & SYM_DEFINED) || sym->alias.v != 0 ||
           (sym->kind == SYM_FUNC && sym->func.v != 0);
}

/* ---- which variables have initialisers, and at how many places ---- */

static void note_init(struct symbols *s, uint32_t unit, uint32_t id)
{
    const struct unit *u = s->p->units[unit];
    const struct unit_sym *sym = &u->syms[id];
    uint32_t name, place, old;

    if (s->has_init[unit][id] || sym->linkage != LINK_EXTERNAL) {
        return;
    }
    s->has_init[unit][id] = true;
    name = key_of(s, "init", unit_str(u, sym->name), "", "");
    place = key_of(s, "at", place_text(s, u, sym->place), "", "");
    if (map_get(&s->init_place, name, &old) && old != place) {
        map_set(&s->init_place, name, MANY_INITS);
    } else {
        map_set(&s->init_place, name, place);
    }
}

static void find_inits(struct symbols *s)
{
    s->has_init = arena_array(s->a, bool *, s->p->n_units);
    for (uint32_t i = 0; i < s->p->n_units; i++) {
        const struct unit *u = s->p->units[i];

        s->has_init[i] = arena_array(s->a, bool, u->n_syms);
        for (uint32_t k = 1; k < u->n_inits; k++) {
            const struct unit_path *path = &u->paths[u->inits[k].path.v];

            if (path->root == ROOT_SYM) {
                note_init(s, i, path->id);
            }
        }
    }
}

static bool is_one_variable(struct symbols *s, const char *name)
{
    uint32_t place;

    return !map_get(&s->init_place, key_of(s, "init", name, "", ""), &place) ||
           place != MANY_INITS;
}

/* ---- definitions ---- */

static uint32_t definition_key(struct symbols *s, const struct unit *u, const struct unit_sym *sym)
{
    const char *name = unit_str(u, sym->name);
    place_id at = sym->kind == SYM_FUNC && sym->func.v ? u->funcs[sym->func.v].place : sym->place;

    if (sym->kind == SYM_FUNC || sym->linkage == LINK_LOCAL_STATIC) {
        return key_of(s, sym->alias.v ? "alias" : "fixed", name, place_text(s, u, at), "");
    }
    if (sym->linkage == LINK_INTERNAL) {
        return key_of(s, "static", name, place_text(s, u, at),
                      unit_str(u, u->files[unit_info(u)->main_file.v].name));
    }
    return key_of(s, "var", name, is_one_variable(s, name) ? "" : place_text(s, u, at), "");
}

static uint32_t new_sym(struct symbols *s, uint32_t unit, uint32_t id)
{
    const struct unit *u = s->p->units[unit];
    const struct unit_sym *sym = &u->syms[id];

    vec_push(s->a, &s->syms, ((struct prog_sym){.name = unit_str(u, sym->name),
                                                .kind = sym->kind,
                                                .linkage = sym->linkage,
                                                .unit = unit,
                                                .sym = {id}}));
    vec_push(s->a, &s->bodies, ((struct body){0}));
    vec_push(s->a, &s->alts, ((struct alternatives){0}));
    ASSERT(s->syms.n == s->bodies.n && s->syms.n == s->alts.n);
    return s->syms.n - 1;
}

static struct group *group_of(struct symbols *s, const struct unit *u, const struct unit_sym *sym)
{
    uint32_t key = key_of(s, sym->kind == SYM_FUNC ? "gf" : "gv", unit_str(u, sym->name), "", "");
    uint32_t at;

    if (!map_get(&s->group_of_name, key, &at)) {
        at = s->groups.n;
        vec_push(s->a, &s->groups, ((struct group){0}));
        map_set(&s->group_of_name, key, at);
    }
    return &s->groups.v[at];
}

/* The first unit's body is used, unless a later one could be read better. */
static void offer_body(struct symbols *s, uint32_t gsym, uint32_t unit, uint32_t func)
{
    struct body *b = &s->bodies.v[gsym];

    if (func != 0 && (b->func == 0 || s->p->units[unit]->funcs[func].quality <
                                          s->p->units[b->unit]->funcs[b->func].quality)) {
        *b = (struct body){.unit = unit, .func = func};
    }
}

static void define(struct symbols *s, uint32_t unit, uint32_t id)
{
    const struct unit *u = s->p->units[unit];
    const struct unit_sym *sym = &u->syms[id];
    uint32_t key = definition_key(s, u, sym), gsym;

    if (!map_get(&s->sym_of_key, key, &gsym)) {
        gsym = new_sym(s, unit, id);
        map_set(&s->sym_of_key, key, gsym);
        if (sym->linkage == LINK_EXTERNAL) {
            struct group *g = group_of(s, u, sym);

            vec_push(s->a, &g->defs, gsym);
        }
    } else if (s->has_init[unit][id] &&
               !s->has_init[s->syms.v[gsym].unit][s->syms.v[gsym].sym.v]) {
        s->syms.v[gsym].unit = unit;
        s->syms.v[gsym].sym.v = id;
    }
    s->syms.v[gsym].flags |= sym->flags;
    if (sym->kind == SYM_FUNC && sym->alias.v == 0) {
        offer_body(s, gsym, unit, sym->func.v);
    }
    if (sym->alias.v != 0) {
        vec_push(s->a, &s->aliases, ((struct alias){.gsym = gsym, .unit = unit, .sym = id}));
    }
    s->p->unit_syms[unit][id].v = gsym;
}

static void define_all(struct symbols *s)
{
    struct program *p = s->p;

    for (uint32_t i = 0; i < p->n_units; i++) {
        for (uint32_t k = 1; k < p->units[i]->n_syms; k++) {
            if (is_definition(&p->units[i]->syms[k])) {
                define(s, i, k);
            }
        }
    }
}

/* ---- uses ---- */

static uint32_t undefined(struct symbols *s, uint32_t unit, uint32_t id)
{
    const struct unit *u = s->p->units[unit];
    const struct unit_sym *sym = &u->syms[id];
    bool is_own = sym->linkage != LINK_EXTERNAL;
    uint32_t gsym, key;

    key = key_of(s, sym->kind == SYM_FUNC ? "uf" : "uv", unit_str(u, sym->name),
                 is_own ? unit_str(u, u->files[unit_info(u)->main_file.v].name) : "", "");
    if (!map_get(&s->sym_of_key, key, &gsym)) {
        gsym = new_sym(s, unit, id);
        map_set(&s->sym_of_key, key, gsym);
    }
    s->syms.v[gsym].flags |= sym->flags;
    return gsym;
}

/* Keeps the definitions that are (not) weak, or that are in unit's directory. */
static void add_matching(struct symbols *s, const struct group *g, bool is_weak,
                         struct group *out)
{
    for (uint32_t i = 0; i < g->defs.n; i++) {
        if (((s->syms.v[g->defs.v[i]].flags & SYM_WEAK) != 0) == is_weak) {
            vec_push(s->a, &out->defs, g->defs.v[i]);
        }
    }
}

static void add_near(struct symbols *s, const struct group *g, uint32_t unit, struct group *out)
{
    for (uint32_t i = 0; i < g->defs.n; i++) {
        if (s->unit_dir[s->syms.v[g->defs.v[i]].unit] == s->unit_dir[unit]) {
            vec_push(s->a, &out->defs, g->defs.v[i]);
        }
    }
}

static uint32_t ambiguous(struct symbols *s, uint32_t unit, uint32_t id, const struct group *g,
                          const char *dir)
{
    const struct unit *u = s->p->units[unit];
    const struct unit_sym *sym = &u->syms[id];
    uint32_t key, gsym;

    key = key_of(s, sym->kind == SYM_FUNC ? "mf" : "mv", unit_str(u, sym->name), dir, "");
    if (!map_get(&s->sym_of_key, key, &gsym)) {
        gsym = new_sym(s, unit, id);
        map_set(&s->sym_of_key, key, gsym);
        s->syms.v[gsym].flags = sym->flags;
        s->alts.v[gsym] = (struct alternatives){.first = s->alt_syms.n, .n = g->defs.n};
        for (uint32_t i = 0; i < g->defs.n; i++) {
            vec_push(s->a, &s->alt_syms, g->defs.v[i]);
        }
    }
    return gsym;
}

static uint32_t bind(struct symbols *s, uint32_t unit, uint32_t id, const struct group *all)
{
    struct group best = {0}, near = {0};

    add_matching(s, all, false, &best);
    if (best.defs.n == 0) {
        add_matching(s, all, true, &best);
    }
    if (best.defs.n > 1) {
        add_near(s, &best, unit, &near);
    }
    if (best.defs.n == 0) {
        return undefined(s, unit, id);
    }
    if (best.defs.n == 1 || near.defs.n == 1) {
        return best.defs.n == 1 ? best.defs.v[0] : near.defs.v[0];
    }
    return near.defs.n > 0
               ? ambiguous(s, unit, id, &near, strtab_get(&s->keys, s->unit_dir[unit]))
               : ambiguous(s, unit, id, &best, "");
}

/* A weak definition is hidden by a strong one also where it stands. */
static bool is_bound_elsewhere(const struct symbols *s, uint32_t gsym, const struct group *g)
{
    bool has_strong = false;

    if (!(s->syms.v[gsym].flags & SYM_WEAK)) {
        return false;
    }
    for (uint32_t i = 0; i < g->defs.n; i++) {
        has_strong |= !(s->syms.v[g->defs.v[i]].flags & SYM_WEAK);
    }
    return has_strong;
}

static void bind_all(struct symbols *s)
{
    struct program *p = s->p;

    for (uint32_t i = 0; i < p->n_units; i++) {
        const struct unit *u = p->units[i];

        for (uint32_t k = 1; k < u->n_syms; k++) {
            gsym_id *to = &p->unit_syms[i][k];

            if (u->syms[k].linkage != LINK_EXTERNAL) {
                to->v = to->v ? to->v : undefined(s, i, k);
            } else if (to->v == 0 ||
                       is_bound_elsewhere(s, to->v, group_of(s, u, &u->syms[k]))) {
                struct group g = *group_of(s, u, &u->syms[k]);

                to->v = bind(s, i, k, &g);
            }
        }
    }
}

/* ---- aliases ---- */

static uint32_t alias_target(struct symbols *s, const struct alias *al)
{
    const struct unit *u = s->p->units[al->unit];
    const char *want = unit_str(u, u->syms[al->sym].alias);

    for (uint32_t k = 1; k < u->n_syms; k++) {
        if (k != al->sym && strcmp(unit_str(u, u->syms[k].name), want) == 0) {
            return s->p->unit_syms[al->unit][k].v;
        }
    }
    return 0;
}

static void resolve_aliases(struct symbols *s)
{
    struct value_flow *fl = s->p->flow;

    for (uint32_t round = 0; round < 2; round++) { /* an alias of an alias */
        for (uint32_t i = 0; i < s->aliases.n; i++) {
            uint32_t gsym = s->aliases.v[i].gsym, target = alias_target(s, &s->aliases.v[i]);

            if (target == 0 || target == gsym) {
                continue;
            }
            if (s->syms.v[gsym].kind == SYM_FUNC) {
                s->syms.v[gsym].func = s->syms.v[target].func;
            } else if (round == 0) {
                vec_push(s->p->arena, &fl->alias_of, (gsym_id){gsym});
                vec_push(s->p->arena, &fl->alias_of, (gsym_id){target});
            }
        }
    }
}

/* ---- functions with a body, in the order of the source ---- */

struct order_key {
    const char *file, *name;
    uint32_t line, col, gsym;
};

static int compare_keys(const void *x, const void *y)
{
    const struct order_key *a = x, *b = y;
    int c = strcmp(a->file, b->file);

    if (c == 0) {
        c = (a->line > b->line) - (a->line < b->line);
    }
    if (c == 0) {
        c = (a->col > b->col) - (a->col < b->col);
    }
    if (c == 0) {
        c = strcmp(a->name, b->name);
    }
    return c ? c : (a->gsym > b->gsym) - (a->gsym < b->gsym);
}

static void number_functions(struct symbols *s)
{
    struct program *p = s->p;
    struct order_key *keys = arena_array(s->a, struct order_key, s->syms.n);
    uint32_t n = 0;

    for (uint32_t i = 1; i < s->syms.n; i++) {
        const struct body *b = &s->bodies.v[i];

        if (b->func != 0) {
            const struct unit *u = p->units[b->unit];
            const struct unit_place *pl = &u->places[u->funcs[b->func].place.v];

            keys[n++] = (struct order_key){.file = unit_str(u, u->files[pl->file.v].name),
                                           .name = s->syms.v[i].name,
                                           .line = pl->line,
                                           .col = pl->col,
                                           .gsym = i};
        }
    }
    qsort(keys, n, sizeof *keys, compare_keys);
    p->n_funcs = n + 1;
    p->funcs = arena_array(p->arena, struct prog_func, p->n_funcs);
    for (uint32_t i = 0; i < n; i++) {
        const struct body *b = &s->bodies.v[keys[i].gsym];
        struct prog_sym *sym = &s->syms.v[keys[i].gsym];

        sym->func.v = i + 1;
        p->funcs[i + 1] = (struct prog_func){.sym = {keys[i].gsym},
                                             .name = sym->name,
                                             .unit = b->unit,
                                             .func = {b->func}};
        p->flow->unit_funcs[b->unit][b->func].v = i + 1;
    }
}

static void copy_out(struct symbols *s)
{
    struct program *p = s->p;
    struct value_flow *fl = p->flow;

    p->n_syms = s->syms.n;
    p->syms = arena_array(p->arena, struct prog_sym, p->n_syms);
    fl->alts = arena_array(p->arena, struct alternatives, p->n_syms);
    memcpy(p->syms, s->syms.v, arena_size(p->n_syms, sizeof *p->syms));
    memcpy(fl->alts, s->alts.v, arena_size(p->n_syms, sizeof *fl->alts));
    for (uint32_t i = 0; i < s->alt_syms.n; i++) {
        vec_push(p->arena, &fl->alt_syms, (gsym_id){s->alt_syms.v[i]});
    }
}

static void prepare(struct symbols *s)
{
    struct program *p = s->p;

    p->unit_syms = arena_array(p->arena, gsym_id *, p->n_units);
    p->flow->unit_funcs = arena_array(p->arena, gfunc_id *, p->n_units);
    s->unit_dir = arena_array(s->a, uint32_t, p->n_units);
    for (uint32_t i = 0; i < p->n_units; i++) {
        const struct unit *u = p->units[i];
        const char *dir =
            path_dir(s->a, unit_str(u, u->files[unit_info(u)->main_file.v].name));

        p->unit_syms[i] = arena_array(p->arena, gsym_id, u->n_syms);
        p->flow->unit_funcs[i] = arena_array(p->arena, gfunc_id, u->n_funcs);
        s->unit_dir[i] = strtab_add(&s->keys, dir, strlen(dir));
    }
    vec_push(s->a, &s->syms, ((struct prog_sym){.name = ""}));
    vec_push(s->a, &s->bodies, ((struct body){0}));
    vec_push(s->a, &s->alts, ((struct alternatives){0}));
}

void link_symbols(struct program *p)
{
    struct arena scratch;
    struct symbols s = {.p = p, .a = &scratch};

    arena_init(&scratch);
    strtab_init(&s.keys, &scratch);
    map_init(&s.sym_of_key, &scratch);
    map_init(&s.group_of_name, &scratch);
    map_init(&s.init_place, &scratch);
    prepare(&s);
    find_inits(&s);
    define_all(&s);
    bind_all(&s);
    number_functions(&s);
    resolve_aliases(&s);
    copy_out(&s);
    buf_release(&s.key);
    arena_release(&scratch);
}
