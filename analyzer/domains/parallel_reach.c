/*
 * Which functions each strand can run, and which strand runs each loop's callbacks: the one that
 * runs a loop of this library. When several do, the loop object decides: what the registration and
 * the dispatching call are given can be the same object. Code that registers may hand the loop to
 * another thread, so where it stands is asked last.
 *
 * A tree may hold several programs that share a library, with one file compiled for each. What
 * lies beside another main() is not part of a program: names bind to it only because the tree was
 * read as a whole.
 */
#include "domains/parallel_internal.h"
#include "flow/context.h"

#include <string.h>

enum { MAX_ROUNDS = 8, MAX_OBJECTS = 64, MAX_TELLING = 64 };

struct dispatch { /* a call that runs a loop to its end, or one turn of it */
    site_id site;
    const char *library;
};
struct site_list {
    VEC(site_id) v;
};
struct reaching {
    struct making *m;
    VEC(struct dispatch) dispatches;
    gfunc_id *stack; /* scratch, [n_funcs + 1] */
    bool *seen;      /* scratch, [gfunc] */
};

static void enter(struct reaching *k, uint32_t strand, uint32_t *top, gfunc_id func)
{
    if (k->seen[func.v] || !is_in_program(k->m, strand, func))
        return;
    k->seen[func.v] = true;
    k->stack[(*top)++] = func;
}

/* Marks in k->seen what the strand reaches. Calls that only the signature explains are left out. */
static void reach(struct reaching *k, uint32_t strand, bool with_once)
{
    const struct making *m = k->m;
    const gfunc_id *roots = m->strands.v[strand].roots;
    uint32_t n_roots = m->strands.v[strand].n_roots;
    const struct program *p = m->flow->program;
    uint32_t top = 0;

    memset(k->seen, 0, (p->n_funcs + 1) * sizeof *k->seen);
    for (uint32_t i = 0; i < n_roots; i++)
        enter(k, strand, &top, roots[i]);
    while (top) {
        const struct prog_func *pf = &p->funcs[k->stack[--top].v];
        for (uint32_t i = pf->first_site; i < pf->first_site + pf->n_sites; i++) {
            const struct site *s = &p->sites[i];
            for (uint32_t e = s->first_edge; e < s->first_edge + s->n_edges; e++)
                if (p->edges[e].kind == EDGE_DIRECT || p->edges[e].kind == EDGE_POINTER)
                    enter(k, strand, &top, p->edges[e].to);
            for (uint32_t c = m->called_back_first[i]; c < m->called_back_first[i + 1]; c++)
                if (with_once || !m->called_back.v[c].once)
                    enter(k, strand, &top, m->called_back.v[c].func);
        }
    }
}

static bool run_by(const struct making *m, gfunc_id func, uint32_t strand)
{
    return set_has(&m->p->of_func[(size_t)func.v * m->p->words], strand);
}

/* ---- whose loop is it ---- */
static void find_dispatches(struct reaching *k)
{
    const struct making *m = k->m;
    for (uint32_t i = 1; i < m->flow->program->n_sites; i++) {
        const struct cat_func *cat = m->flow->site_cat[i];
        if (cat && cat->waits && cat->waits->kind == WAIT_RUN)
            vec_push(m->arena, &k->dispatches,
                     ((struct dispatch){.site = {i}, .library = cat->library}));
    }
}

static bool same_library(const char *a, const char *b)
{
    return a == b || (a && b && !strcmp(a, b));
}

/* Can an argument of site a be the same object as one of site b? Small integers are none. */
static bool share_object(const struct making *m, site_id a, site_id b)
{
    const struct program *p = m->flow->program;
    const struct unit_op *op_a = call_op(p, a), *op_b = call_op(p, b);
    obj_id objects[MAX_OBJECTS];
    uint32_t n = 0;

    for (uint32_t i = 0; i < op_b->args.n; i++) {
        struct obj_set set = flow_value(p, p->sites[b.v].caller, site_arg(p, b, (int)i));
        for (uint32_t o = 0; o < set.n && n < MAX_OBJECTS; o++) {
            uint8_t kind = flow_object(p, set.v[o])->kind;
            if (kind == OBJ_ADDR || kind == OBJ_RESULT || kind == OBJ_OUT)
                objects[n++] = set.v[o];
        }
    }
    for (uint32_t i = 0; n && i < op_a->args.n; i++) {
        struct obj_set set = flow_value(p, p->sites[a.v].caller, site_arg(p, a, (int)i));
        for (uint32_t o = 0; o < set.n; o++)
            for (uint32_t j = 0; j < n; j++)
                if (objects[j].v == set.v[o].v)
                    return true;
    }
    return false;
}

/* Calls that tell on which loop a watcher is: its registrations, and other calls of the same
 * function on the same watcher (event_base_set(base, &ev)). */
static void find_telling(const struct making *m, const struct loop_callback *cb,
                         struct site_list *out)
{
    const struct program *p = m->flow->program;

    for (uint32_t i = 0; i < cb->at.v.n; i++) {
        site_id at = cb->at.v.v[i].inner;
        const struct prog_func *pf = at.v ? &p->funcs[p->sites[at.v].caller.v] : NULL;
        for (uint32_t c = 0; pf && c < pf->n_sites && out->v.n < MAX_TELLING; c++) {
            site_id site = {pf->first_site + c};
            const struct site *s = &p->sites[site.v];
            if (site.v == at.v || (s->callee.v && !s->n_edges && share_object(m, site, at)))
                vec_push(m->arena, &out->v, site);
        }
    }
}

/* Strands that dispatch a loop which the callback may be registered on, into out. */
static void loop_owners(const struct reaching *k, const struct loop_callback *cb, uint64_t *out)
{
    const struct making *m = k->m;
    const struct program *p = m->flow->program;
    const char *library = m->domains->entries[cb->entry].library;
    struct site_list telling = {0};

    find_telling(m, cb, &telling);
    for (uint32_t d = 0; d < k->dispatches.n; d++) {
        site_id site = k->dispatches.v[d].site;
        bool shares = false;
        if (!same_library(k->dispatches.v[d].library, library))
            continue;
        for (uint32_t i = 0; i < telling.v.n && !shares; i++)
            shares = share_object(m, telling.v.v[i], site);
        if (shares)
            set_join(out, &m->p->of_func[(size_t)p->sites[site.v].caller.v * m->p->words],
                     m->p->words);
    }
}

static void all_dispatching(const struct reaching *k, const char *library, uint64_t *out)
{
    const struct making *m = k->m;
    const struct program *p = m->flow->program;
    for (uint32_t d = 0; d < k->dispatches.n; d++)
        if (same_library(k->dispatches.v[d].library, library))
            set_join(out, &m->p->of_func[(size_t)p->sites[k->dispatches.v[d].site.v].caller.v *
                                         m->p->words], m->p->words);
}

static void registering(const struct making *m, const struct loop_callback *cb, uint64_t *out)
{
    for (uint32_t i = 0; i < cb->at.v.n; i++)
        set_join(out, &m->p->of_func[(size_t)cb->at.v.v[i].func.v * m->p->words], m->p->words);
}

static uint32_t count(const uint64_t *set, uint32_t words)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < words; i++)
        n += (uint32_t)__builtin_popcountll(set[i]);
    return n;
}

static void owners_of(const struct reaching *k, const struct loop_callback *cb, uint64_t *out,
                      uint64_t *scratch)
{
    const struct making *m = k->m;
    uint32_t words = m->p->words;

    memset(out, 0, words * sizeof *out);
    all_dispatching(k, m->domains->entries[cb->entry].library, out);
    if (count(out, words) == 1)
        return;
    memset(scratch, 0, words * sizeof *scratch);
    if (count(out, words) > 1)
        loop_owners(k, cb, scratch);
    if (!count(scratch, words)) {
        registering(m, cb, scratch);
        for (uint32_t i = 0; count(out, words) && i < words; i++)
            scratch[i] &= out[i];
    }
    if (count(scratch, words))
        memcpy(out, scratch, words * sizeof *out);
    for (uint32_t i = 0; i < m->strands.n; i++) /* a handler runs no loop */
        if (m->strands.v[i].kind == STRAND_SIGNAL || m->strands.v[i].kind == STRAND_CRASH)
            out[i / 64] &= ~((uint64_t)1 << (i % 64));
    if (!count(out, words) && m->strands.n)
        set_add(out, 0); /* registered at file level or by code that nobody calls */
}

static bool add_root(struct making *m, struct strand *s, gfunc_id func)
{
    for (uint32_t i = 0; i < s->n_roots; i++)
        if (s->roots[i].v == func.v)
            return false;
    gfunc_id *roots = arena_array(m->arena, gfunc_id, s->n_roots + 1);
    memcpy(roots, s->roots, s->n_roots * sizeof *roots);
    roots[s->n_roots++] = func;
    s->roots = roots;
    return true;
}

static bool give_callbacks(struct reaching *k, uint64_t *owners, uint64_t *scratch)
{
    struct making *m = k->m;
    bool changed = false;

    for (uint32_t i = 0; i < m->callbacks.n; i++) {
        struct loop_callback *cb = &m->callbacks.v[i];
        owners_of(k, cb, owners, scratch);
        for (uint32_t s = 0; s < m->strands.n; s++)
            if (set_has(owners, s))
                changed |= add_root(m, &m->strands.v[s],
                                    m->domains->entries[cb->entry].func);
    }
    return changed;
}

/* ---- several programs ---- */
static uint64_t directory_of(const struct program *p, gfunc_id func)
{
    const struct unit *u = program_unit(p, func);
    file_id file = u->places[program_func(p, func)->place.v].file;
    const char *name = unit_str(u, u->files[file.v].name), *slash = strrchr(name, '/');
    return hash64(name, slash ? (size_t)(slash - name) : 0);
}

/* The first 63 mains have a bit of their own; more share the last one. */
static void find_programs(struct making *m)
{
    const struct program *p = m->flow->program;
    struct map mains; /* directory to index into bits */
    VEC(uint64_t) bits = {0};
    uint32_t at;

    map_init(&mains, m->arena);
    m->mains_near = arena_array(m->arena, uint64_t, p->n_funcs + 1);
    m->programs = arena_array(m->arena, uint64_t, m->strands.n + 1);
    for (uint32_t s = 0; s < m->strands.n && m->strands.v[s].kind == STRAND_MAIN; s++) {
        uint64_t key = directory_of(p, m->strands.v[s].roots[0]);
        if (!map_get(&mains, key, &at)) {
            at = bits.n;
            map_set(&mains, key, at);
            vec_push(m->arena, &bits, 0);
        }
        m->programs[s] = (uint64_t)1 << (s < 63 ? s : 63);
        bits.v[at] |= m->programs[s];
    }
    for (uint32_t f = 1; bits.n && f < p->n_funcs; f++)
        if (map_get(&mains, directory_of(p, (gfunc_id){f}), &at))
            m->mains_near[f] = bits.v[at];
}

static bool join_programs(struct making *m, uint32_t strand)
{
    const struct strand *s = &m->strands.v[strand];
    uint64_t before = m->programs[strand];

    for (uint32_t i = 0; i < s->n_creations; i++)
        for (uint32_t c = 0; c < m->strands.n; c++)
            if (run_by(m, s->creations[i].func, c))
                m->programs[strand] |= m->programs[c];
    return before != m->programs[strand];
}

/* ---- all strands ---- */
static bool reach_strand(struct reaching *k, uint32_t s)
{
    const struct making *m = k->m;
    bool changed = false;

    reach(k, s, true);
    for (uint32_t f = 1; f < m->flow->program->n_funcs; f++) {
        if (!k->seen[f] || run_by(m, (gfunc_id){f}, s))
            continue;
        set_add(&m->p->of_func[(size_t)f * m->p->words], s);
        changed = true;
    }
    return changed;
}

/* A strand is reached once it is known of which programs it is; one that nobody creates, of all. */
static void reach_all(struct reaching *k)
{
    struct making *m = k->m;
    bool changed = true;

    for (uint32_t round = 0; changed && round < MAX_ROUNDS; round++) {
        changed = false;
        for (uint32_t s = 0; s < m->strands.n; s++) {
            changed |= join_programs(m, s);
            if (m->programs[s] || round || m->strands.v[s].entry == UINT32_MAX)
                changed |= reach_strand(k, s);
        }
    }
}

static void find_once_only(struct reaching *k)
{
    struct making *m = k->m;
    uint32_t n_funcs = m->flow->program->n_funcs;
    bool *normal = arena_array(m->arena, bool, n_funcs + 1);

    for (uint32_t s = 0; s < m->strands.n; s++) {
        reach(k, s, false);
        for (uint32_t f = 1; f < n_funcs; f++)
            normal[f] |= k->seen[f];
    }
    for (uint32_t f = 1; f < n_funcs; f++)
        for (uint32_t s = 0; s < m->strands.n && !normal[f]; s++)
            m->once_only[f] |= run_by(m, (gfunc_id){f}, s);
}

void strands_reach(struct making *m)
{
    uint32_t n_funcs = m->flow->program->n_funcs, words = m->p->words;
    struct reaching k = {.m = m, .stack = arena_array(m->arena, gfunc_id, n_funcs + 1),
                         .seen = arena_array(m->arena, bool, n_funcs + 1)};
    uint64_t *owners = arena_array(m->arena, uint64_t, words);
    uint64_t *scratch = arena_array(m->arena, uint64_t, words);

    ASSERT(words > 0);
    m->p->of_func = arena_array(m->arena, uint64_t, ((size_t)n_funcs + 1) * words);
    m->once_only = arena_array(m->arena, bool, n_funcs + 1);
    find_programs(m);
    find_dispatches(&k);
    reach_all(&k);
    for (uint32_t round = 0; round < MAX_ROUNDS; round++) {
        if (!give_callbacks(&k, owners, scratch))
            break;
        reach_all(&k);
    }
    find_once_only(&k);
}
