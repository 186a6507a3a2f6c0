/*
 * Which functions each strand can run, and which strand runs each loop's callbacks: the one that
 * runs a loop of this library. When several do, the loop object decides: what the registration and
 * the dispatching call are given can be the same object. Code that registers may hand the loop to
 * another thread, so where it stands is asked last.
 *
 * The framework's own source may be in the tree. Its code calls the callbacks of all its users
 * through one field, whatever loop they are on; so what its users gave it is not reached by way of
 * its code, but given to the loops' owners like those of a framework that nobody can see into.
 */
#include "domains/parallel_internal.h"
#include "flow/context.h"

#include <string.h>

enum { MAX_ROUNDS = 8, MAX_TELLING = 64 };

struct dispatch { /* a call that runs a loop to its end, or one turn of it */
    site_id site;
    const char *library;
};
struct reaching {
    struct making *m;
    VEC(struct dispatch) dispatches;
    struct map loops; /* hash of (library, object) to an index into loop_sets */
    VEC(uint64_t *) loop_sets; /* the strands that dispatch it */
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
                if (is_entered(m, strand, s, &p->edges[e]))
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
static uint32_t count(const uint64_t *set, uint32_t words)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < words; i++)
        n += (uint32_t)__builtin_popcountll(set[i]);
    return n;
}

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

/* Small integers are no objects. */
static bool is_thing(const struct program *p, obj_id obj)
{
    uint8_t kind = flow_object(p, obj)->kind;
    return kind == OBJ_ADDR || kind == OBJ_RESULT || kind == OBJ_OUT;
}

/* Can two values be the same object? */
static bool share(const struct making *m, gfunc_id f, val_id v, gfunc_id g, val_id w)
{
    const struct program *p = m->flow->program;
    struct obj_set a = flow_value(p, f, v), b = flow_value(p, g, w);

    for (uint32_t i = 0, j = 0; i < a.n && j < b.n;) { /* both are sorted */
        if (a.v[i].v == b.v[j].v && is_thing(p, a.v[i]))
            return true;
        if (a.v[i].v < b.v[j].v)
            i++;
        else
            j++;
    }
    return false;
}

static bool share_object(const struct making *m, site_id a, site_id b)
{
    const struct program *p = m->flow->program;
    for (uint32_t i = 0; i < call_op(p, a)->args.n; i++)
        for (uint32_t j = 0; j < call_op(p, b)->args.n; j++)
            if (share(m, p->sites[a.v].caller, site_arg(p, a, (int)i), p->sites[b.v].caller,
                      site_arg(p, b, (int)j)))
                return true;
    return false;
}

/* What v of func is; of a parameter, what each caller passes. */
static void add_tellings(const struct making *m, gfunc_id func, val_id v, uint32_t depth,
                         struct loop_callback *out)
{
    const struct program *p = m->flow->program;
    int param = depth < MAX_WRAPPERS ? strand_param(p, func, v) : -1;
    bool found = false;

    for (uint32_t i = m->caller_first[func.v]; param >= 0 && i < m->caller_first[func.v + 1]; i++) {
        val_id arg = site_arg(p, m->callers[i], param);
        if (arg.v)
            add_tellings(m, p->sites[m->callers[i].v].caller, arg, depth + 1, out);
        found |= arg.v != 0;
    }
    for (uint32_t i = 0; i < out->tell.n; i++)
        found |= out->tell.v[i].func.v == func.v && out->tell.v[i].val.v == v.v;
    if (!found && out->tell.n < MAX_TELLING)
        vec_push(m->arena, &out->tell, ((struct telling){.func = func, .val = v}));
}

/* What tells on which loop a watcher is: the arguments of its registration, and of other calls of
 * the same function on the same watcher (event_base_set(base, &ev)). */
static void find_tellings(const struct making *m, site_id at, struct loop_callback *out)
{
    const struct program *p = m->flow->program;
    const struct prog_func *pf = at.v ? &p->funcs[p->sites[at.v].caller.v] : NULL;

    for (uint32_t c = 0; pf && c < pf->n_sites; c++) {
        site_id site = {pf->first_site + c};
        const struct site *s = &p->sites[site.v];
        if (site.v != at.v && (!s->callee.v || (s->n_edges && !m->flow->site_cat[site.v]) ||
                               !share_object(m, site, at)))
            continue;
        for (uint32_t i = 0; i < call_op(p, site)->args.n; i++)
            add_tellings(m, s->caller, site_arg(p, site, (int)i), 0, out);
    }
}

/* ---- which strands dispatch the loop that an object is ---- */
static uint64_t *dispatchers(struct reaching *k, const char *library, obj_id obj, bool create)
{
    uint64_t key = hash_mix(library ? hash64(library, strlen(library)) : 0, obj.v);
    uint32_t at;

    if (map_get(&k->loops, key, &at))
        return k->loop_sets.v[at];
    if (!create)
        return NULL;
    map_set(&k->loops, key, k->loop_sets.n);
    vec_push(k->m->arena, &k->loop_sets, arena_array(k->m->arena, uint64_t, k->m->p->words));
    return vec_last(&k->loop_sets);
}

/* A loop that is a parameter is what those callers pass that the strand runs. */
static void note_loop(struct reaching *k, const char *library, uint32_t strand, gfunc_id func,
                      val_id v, uint32_t depth)
{
    const struct making *m = k->m;
    const struct program *p = m->flow->program;
    int param = depth < MAX_WRAPPERS ? strand_param(p, func, v) : -1;
    bool found = false;

    for (uint32_t i = m->caller_first[func.v]; param >= 0 && i < m->caller_first[func.v + 1]; i++) {
        gfunc_id caller = p->sites[m->callers[i].v].caller;
        val_id arg = site_arg(p, m->callers[i], param);
        if (!arg.v || !run_by(m, caller, strand))
            continue;
        found = true;
        note_loop(k, library, strand, caller, arg, depth + 1);
    }
    struct obj_set set = flow_value(p, func, v);
    for (uint32_t i = 0; !found && i < set.n; i++)
        if (is_thing(p, set.v[i]))
            set_add(dispatchers(k, library, set.v[i], true), strand);
}

static void find_loops(struct reaching *k)
{
    const struct program *p = k->m->flow->program;

    map_init(&k->loops, k->m->arena);
    k->loop_sets.n = 0;
    for (uint32_t d = 0; d < k->dispatches.n; d++) {
        site_id site = k->dispatches.v[d].site;
        for (uint32_t s = 0; s < k->m->strands.n; s++)
            for (uint32_t i = 0; run_by(k->m, p->sites[site.v].caller, s) &&
                                 i < call_op(p, site)->args.n; i++)
                note_loop(k, k->dispatches.v[d].library, s, p->sites[site.v].caller,
                          site_arg(p, site, (int)i), 0);
    }
}

/* One loop is run by one thread. Where main() runs it and others seem to (a turn of the loop deep
 * in what handlers call), it is main()'s. */
static void leave_to_main(const struct making *m, uint64_t *owners)
{
    uint64_t mains[ORDER_WORDS] = {0};

    for (uint32_t s = 0; s < m->strands.n && m->strands.v[s].kind == STRAND_MAIN; s++)
        if (set_has(owners, s))
            set_add(mains, s);
    if (count(mains, m->p->words))
        memcpy(owners, mains, m->p->words * sizeof *owners);
}

/* Strands that dispatch a loop which the callback may be registered on, into out. When each value
 * that tells names one loop, the loops are known. */
static void loop_owners(struct reaching *k, struct loop_callback *cb, uint64_t *out)
{
    struct making *m = k->m;
    const struct entry *e = &m->domains->entries[cb->entry];

    ASSERT(m->p->words <= ORDER_WORDS);
    for (uint32_t i = cb->tell.n ? cb->at.v.n : 0; i < cb->at.v.n; i++)
        find_tellings(m, cb->at.v.v[i].inner, cb);
    m->is_stray[e->func.v] = false;
    for (uint32_t i = 0; i < cb->tell.n; i++) {
        uint64_t owners[ORDER_WORDS] = {0};
        struct obj_set set = flow_value(m->flow->program, cb->tell.v[i].func, cb->tell.v[i].val);
        for (uint32_t o = 0; o < set.n; o++) {
            const uint64_t *by = dispatchers(k, e->library, set.v[o], false);
            uint64_t one[ORDER_WORDS] = {0};
            if (!by)
                continue;
            memcpy(one, by, m->p->words * sizeof *one);
            leave_to_main(m, one);
            set_join(owners, one, m->p->words);
        }
        m->is_stray[e->func.v] |= count(owners, m->p->words) > 1;
        set_join(out, owners, m->p->words);
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

static void owners_of(struct reaching *k, struct loop_callback *cb, uint64_t *out,
                      uint64_t *scratch)
{
    struct making *m = k->m;
    uint32_t words = m->p->words;

    memset(out, 0, words * sizeof *out);
    all_dispatching(k, m->domains->entries[cb->entry].library, out);
    if (count(out, words) == 1)
        return;
    memset(scratch, 0, words * sizeof *scratch);
    if (count(out, words) > 1)
        loop_owners(k, cb, scratch);
    if (!count(scratch, words)) {
        m->is_stray[m->domains->entries[cb->entry].func.v] |= count(out, words) > 1;
        registering(m, cb, scratch);
        for (uint32_t i = 0; count(out, words) && i < words; i++)
            scratch[i] &= out[i];
        leave_to_main(m, scratch); /* nothing says that there are two loops */
    }
    if (count(scratch, words))
        memcpy(out, scratch, words * sizeof *out);
    for (uint32_t i = 0; i < m->strands.n; i++) /* a handler runs no loop */
        if (m->strands.v[i].kind == STRAND_SIGNAL || m->strands.v[i].kind == STRAND_CRASH)
            out[i / 64] &= ~((uint64_t)1 << (i % 64));
    if (!count(out, words) && m->strands.n)
        set_add(out, 0); /* registered at file level or by code that nobody calls */
}

/* ---- frameworks whose source is in the tree ---- */
static bool is_framework(const struct cat_func *cat)
{
    if (cat->waits && cat->waits->kind == WAIT_RUN)
        return true;
    for (uint32_t i = 0; i < cat->n_registers; i++)
        if (cat->registers[i].domain == DOM_LOOP || cat->registers[i].domain == DOM_POOL)
            return true;
    return false;
}

/* The units of a framework: those that define what its catalog names, and what they call. */
static void spread_library(const struct making *m, bool *units)
{
    const struct program *p = m->flow->program;
    bool changed = true;

    while (changed) {
        changed = false;
        for (uint32_t i = 1; i < p->n_sites; i++) {
            const struct site *s = &p->sites[i];
            if (!s->callee.v || !units[p->funcs[s->caller.v].unit])
                continue;
            for (uint32_t e = s->first_edge; e < s->first_edge + s->n_edges; e++) {
                bool *unit = &units[p->funcs[p->edges[e].to.v].unit];
                changed |= !*unit;
                *unit = true;
            }
        }
    }
}

static void find_given(struct making *m)
{
    const struct program *p = m->flow->program;
    bool *defines = arena_array(m->arena, bool, p->n_units + 1);

    m->is_given = arena_array(m->arena, bool, p->n_funcs + 1);
    m->is_library = arena_array(m->arena, bool, p->n_funcs + 1);
    m->is_stray = arena_array(m->arena, bool, p->n_funcs + 1);
    for (uint32_t f = 1; f < p->n_funcs; f++) {
        const struct prog_sym *sym = &p->syms[p->funcs[f].sym.v];
        const struct cat_func *cat =
            sym->linkage == LINK_EXTERNAL ? catalog_find(m->flow->catalog, sym->name) : NULL;
        if (cat && is_framework(cat))
            defines[p->funcs[f].unit] = true;
    }
    spread_library(m, defines);
    for (uint32_t f = 1; f < p->n_funcs; f++)
        m->is_library[f] = defines[p->funcs[f].unit];
    for (uint32_t i = 0; i < m->domains->n; i++) {
        const struct entry *e = &m->domains->entries[i];
        if ((e->domain == DOM_LOOP || e->domain == DOM_POOL) && !e->region.v)
            m->is_given[e->func.v] = !m->is_library[e->func.v];
    }
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

    find_loops(k);
    for (uint32_t i = 0; i < m->callbacks.n; i++) {
        struct loop_callback *cb = &m->callbacks.v[i];
        owners_of(k, cb, owners, scratch);
        for (uint32_t s = 0; s < m->strands.n; s++)
            if (set_has(owners, s) &&
                is_in_program(m, s, m->domains->entries[cb->entry].func))
                changed |= add_root(m, &m->strands.v[s],
                                    m->domains->entries[cb->entry].func);
    }
    return changed;
}

/* ---- several programs ---- */
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

    for (uint32_t round = 0; (changed || round < 2) && round < MAX_ROUNDS; round++) {
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
    programs_find(m);
    find_given(m);
    find_dispatches(&k);
    reach_all(&k);
    for (uint32_t round = 0; round < MAX_ROUNDS; round++) {
        if (!give_callbacks(&k, owners, scratch))
            break;
        reach_all(&k);
    }
    find_once_only(&k);
}
