/*
 * Several programs in one tree. A program is what a linker would make of one main(): its unit, the
 * units that define what it uses, what those use, and so on. Code that no main() needs (a library
 * that the tree only offers, what is loaded while it runs) can be part of any program.
 *
 * A name with several definitions is taken from where a build takes it: from the objects of the
 * same make directory, else from the same source directory, else from what is part of the program
 * anyway, else any may be meant.
 */
#include "domains/parallel_internal.h"

#include "base/file.h"

#include <string.h>

enum { MAX_PROGRAMS = 63 }; /* with a bit of their own; more share the last one */

struct definers {
    VEC(uint32_t) strong, weak; /* units */
};
struct use {
    uint32_t unit, name;
};
struct linking {
    struct making *m;
    const struct program *p;
    struct arena *a; /* scratch */
    struct strtab names;
    VEC(struct definers) of_name;
    uint32_t *made_in, *lies_in; /* [unit] names of directories */
    uint64_t *units;             /* [unit] the programs that it is part of */
    uint32_t *stack, top;
    uint32_t *found;             /* scratch, [unit] */
    VEC(struct use) open;        /* of names that several may define */
};

static uint32_t name_id(struct linking *k, const char *name)
{
    uint32_t id = strtab_add(&k->names, name, strlen(name));
    while (k->of_name.n <= id)
        vec_push(k->a, &k->of_name, ((struct definers){0}));
    return id;
}

static bool is_defined(const struct unit_sym *s)
{
    return (s->flags & SYM_DEFINED) || s->alias.v || (s->kind == SYM_FUNC && s->func.v);
}

static void index_definitions(struct linking *k)
{
    const struct program *p = k->p;
    for (uint32_t i = 0; i < p->n_units; i++) {
        const struct unit *u = p->units[i];
        const char *file = unit_str(u, u->files[unit_info(u)->main_file.v].name);
        k->made_in[i] = name_id(k, unit_str(u, unit_info(u)->directory));
        k->lies_in[i] = name_id(k, path_dir(k->a, file));
        for (uint32_t s = 1; s < u->n_syms; s++) {
            if (u->syms[s].linkage != LINK_EXTERNAL || !is_defined(&u->syms[s]))
                continue;
            uint32_t name = name_id(k, unit_str(u, u->syms[s].name));
            struct definers *d = &k->of_name.v[name];
            if (u->syms[s].flags & SYM_WEAK)
                vec_push(k->a, &d->weak, i);
            else
                vec_push(k->a, &d->strong, i);
        }
    }
}

/* Keeps the units of list that agree with unit, if there are any; returns how many are left. */
static uint32_t keep_near(uint32_t *list, uint32_t n, const uint32_t *place, uint32_t unit)
{
    uint32_t kept = 0;
    for (uint32_t i = 0; i < n; i++)
        kept += place[list[i]] == place[unit];
    if (!kept)
        return n;
    kept = 0;
    for (uint32_t i = 0; i < n; i++)
        if (place[list[i]] == place[unit])
            list[kept++] = list[i];
    return kept;
}

/* The units that a use of the name in unit may take in, into k->found; how many. */
static uint32_t candidates(struct linking *k, struct use use)
{
    const struct definers *d = &k->of_name.v[use.name];
    const uint32_t *from = d->strong.n ? d->strong.v : d->weak.v;
    uint32_t n = d->strong.n ? d->strong.n : d->weak.n;

    ASSERT(n <= k->p->n_units);
    if (!n)
        return 0;
    memcpy(k->found, from, n * sizeof *k->found);
    n = keep_near(k->found, n, k->made_in, use.unit);
    return keep_near(k->found, n, k->lies_in, use.unit);
}

static void take_found(struct linking *k, uint32_t n, uint64_t bit)
{
    for (uint32_t i = 0; i < n; i++) {
        if (k->units[k->found[i]] & bit)
            continue;
        k->units[k->found[i]] |= bit;
        k->stack[k->top++] = k->found[i];
    }
}

static void take_uses(struct linking *k, uint32_t unit, uint64_t bit)
{
    const struct unit *u = k->p->units[unit];
    for (uint32_t s = 1; s < u->n_syms; s++) {
        if (u->syms[s].linkage != LINK_EXTERNAL || is_defined(&u->syms[s]))
            continue;
        struct use use = {.unit = unit, .name = name_id(k, unit_str(u, u->syms[s].name))};
        uint32_t n = candidates(k, use);
        if (n > 1)
            vec_push(k->a, &k->open, use);
        else
            take_found(k, n, bit);
    }
}

static void take_open(struct linking *k, struct use use, uint64_t bit)
{
    uint32_t n = candidates(k, use);
    for (uint32_t i = 0; i < n; i++)
        if (k->units[k->found[i]] & bit)
            return;
    take_found(k, n, bit);
}

/* Marks all that the program with the bit takes in, from unit on. */
static void take_in(struct linking *k, uint32_t unit, uint64_t bit)
{
    k->open.n = 0;
    k->units[unit] |= bit;
    k->stack[k->top++] = unit;
    for (uint32_t next = 0; k->top || next < k->open.n;) {
        if (k->top)
            take_uses(k, k->stack[--k->top], bit);
        else
            take_open(k, k->open.v[next++], bit);
    }
}

/* What is defined in several units (a file compiled twice, a header's inline function) is part of
 * the programs of all of them. */
static void spread_to_symbols(struct linking *k)
{
    const struct program *p = k->p;
    struct making *m = k->m;
    bool *anywhere = arena_array(k->a, bool, p->n_syms + 1);

    for (uint32_t i = 0; i < p->n_units; i++) {
        const struct unit *u = p->units[i];
        for (uint32_t s = 1; s < u->n_syms; s++) {
            uint32_t sym = p->unit_syms[i][s].v;
            if (!is_defined(&u->syms[s]))
                continue;
            m->sym_programs[sym] |= k->units[i];
            anywhere[sym] |= !k->units[i];
        }
    }
    for (uint32_t s = 1; s < p->n_syms; s++)
        if (anywhere[s])
            m->sym_programs[s] = 0;
    for (uint32_t f = 1; f < p->n_funcs; f++)
        m->func_programs[f] = m->sym_programs[p->funcs[f].sym.v];
}

void programs_find(struct making *m)
{
    const struct program *p = m->flow->program;
    struct arena scratch;
    struct linking k = {.m = m, .p = p, .a = &scratch};
    uint32_t n = 0;

    m->func_programs = arena_array(m->arena, uint64_t, p->n_funcs + 1);
    m->sym_programs = arena_array(m->arena, uint64_t, p->n_syms + 1);
    m->programs = arena_array(m->arena, uint64_t, m->strands.n + 1);
    while (n < m->strands.n && m->strands.v[n].kind == STRAND_MAIN)
        n++;
    if (n < 2)
        return;
    arena_init(&scratch);
    strtab_init(&k.names, &scratch);
    k.made_in = arena_array(&scratch, uint32_t, p->n_units + 1);
    k.lies_in = arena_array(&scratch, uint32_t, p->n_units + 1);
    k.units = arena_array(&scratch, uint64_t, p->n_units + 1);
    k.stack = arena_array(&scratch, uint32_t, p->n_units + 1);
    k.found = arena_array(&scratch, uint32_t, p->n_units + 1);
    index_definitions(&k);
    for (uint32_t s = 0; s < n; s++) {
        m->programs[s] = (uint64_t)1 << (s < MAX_PROGRAMS ? s : MAX_PROGRAMS);
        take_in(&k, p->funcs[m->strands.v[s].roots[0].v].unit, m->programs[s]);
    }
    spread_to_symbols(&k);
    arena_release(&scratch);
}
