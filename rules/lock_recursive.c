/*
 * For CA206: which locks may be taken twice. By the kind that the lock call names, by the attribute
 * or flag of the call that makes it, by its static initialiser. A program that makes recursive
 * mutexes somewhere gets the benefit of the doubt for every lock whose making is not seen. Locks
 * that the program makes of atomic variables have rules of their own, and count as recursive too.
 */
#include <string.h>

#include "flow/context.h"
#include "rules/lock_misuse.h"

enum { PTHREAD_RECURSIVE = 1, C11_RECURSIVE = 1 };

enum making { MADE_UNSEEN, MADE_PLAIN, MADE_RECURSIVE };

static const struct context nothing_known;

static bool is_int(struct misuse *m, gfunc_id func, val_id v, int64_t *num)
{
    struct absval a = context_eval(m->ctx->flow, func, &nothing_known, v);
    *num = a.num;
    return a.kind == ABS_INT;
}

/* Does any code of the program ask for recursive mutexes? */
static bool asks_for_recursive(struct misuse *m)
{
    const struct program *p = m->ctx->program;
    for (uint32_t i = 1; i < p->n_sites; i++) {
        const struct site *s = &p->sites[i];
        int64_t kind;
        const struct cat_func *cat = m->ctx->flow->site_cat[i];
        if (cat && cat->lock && cat->lock->op == LOCK_INIT && cat->lock->kind == LK_RECURSIVE)
            return true;
        if (!s->callee.v || strncmp(p->syms[s->callee.v].name, "pthread_mutexattr_settype", 25))
            continue;
        val_id v = site_arg(p, (site_id){i}, 1);
        if (!v.v || !is_int(m, s->caller, v, &kind) || kind == PTHREAD_RECURSIVE)
            return true;
    }
    return false;
}

static enum making made_by(struct misuse *m, site_id site, const struct cat_func *cat, bool asks)
{
    gfunc_id func = m->ctx->program->sites[site.v].caller;
    val_id arg = site_arg(m->ctx->program, site, 1);
    int64_t num;

    if (cat->lock->kind == LK_RECURSIVE)
        return MADE_RECURSIVE;
    if (!arg.v)
        return MADE_PLAIN;
    if (!strcmp(cat->name, "mtx_init"))
        return is_int(m, func, arg, &num) && !(num & C11_RECURSIVE) ? MADE_PLAIN : MADE_RECURSIVE;
    if (is_int(m, func, arg, &num) && num == 0)
        return MADE_PLAIN;
    return asks ? MADE_RECURSIVE : MADE_PLAIN;
}

/* The initialiser of a recursive pthread mutex sets the field __kind. */
static bool starts_recursive(const struct unit *u, const struct unit_init *init)
{
    const struct unit_path *path = &u->paths[init->path.v];
    const struct unit_val *v = &u->vals[init->val.v];

    if (v->kind != VAL_INT || v->num != PTHREAD_RECURSIVE || !path->sels.n)
        return false;
    const struct unit_sel *last = &u->sels[path->sels.first + path->sels.n - 1];
    return last->kind == SEL_FIELD && !strcmp(unit_str(u, u->fields[last->id].name), "__kind");
}

static void mark(struct misuse *m, uint8_t *made, uint32_t class, enum making how)
{
    if (class && class < m->n_recursive && how > made[class])
        made[class] = (uint8_t)how;
}

static void find_made_by_calls(struct misuse *m, uint8_t *made, bool asks)
{
    const struct program *p = m->ctx->program;
    for (uint32_t i = 1; i < p->n_sites; i++) {
        const struct cat_func *cat = m->ctx->flow->site_cat[i];
        if (!cat || !cat->lock || cat->lock->op != LOCK_INIT || cat->lock->lock < 0)
            continue;
        val_id arg = site_arg(p, (site_id){i}, cat->lock->lock);
        struct loc_val v = loc_of_val(m->locs, p->sites[i].caller, arg, p->sites[i].op);
        loc_id lock = loc_pointee(m->locs, v);
        mark(m, made, lock_class(m->uses, lock), made_by(m, (site_id){i}, cat, asks));
    }
}

/* All locks in a variable that has such an initialiser count. */
static void find_made_by_initialisers(struct misuse *m, bool *symbols)
{
    const struct program *p = m->ctx->program;
    for (uint32_t unit = 0; unit < p->n_units; unit++) {
        const struct unit *u = p->units[unit];
        for (uint32_t i = 1; i < u->n_inits; i++) {
            const struct unit_path *path = &u->paths[u->inits[i].path.v];
            if (path->root == ROOT_SYM && starts_recursive(u, &u->inits[i]))
                symbols[p->unit_syms[unit][path->id].v] = true;
        }
    }
}

static void mark_atomic_locks(struct misuse *m, uint8_t *made)
{
    for (uint32_t f = 1; f < m->ctx->program->n_funcs; f++) {
        struct lock_events events = lock_events(m->locks, (gfunc_id){f});
        for (uint32_t i = 0; i < events.n; i++)
            if (!events.v[i].site.v)
                mark(m, made, lock_class(m->uses, events.v[i].lock), MADE_RECURSIVE);
    }
}

void misuse_find_recursive(struct misuse *m)
{
    struct arena *a = m->ctx->arena;
    const struct program *p = m->ctx->program;
    bool asks = asks_for_recursive(m);
    bool *symbols = arena_array(a, bool, p->n_syms + 1);

    for (uint32_t f = 1; f < p->n_funcs; f++) { /* gives every lock its class */
        struct lock_events events = lock_events(m->locks, (gfunc_id){f});
        for (uint32_t i = 0; i < events.n; i++)
            lock_class(m->uses, events.v[i].lock);
    }
    m->n_recursive = lock_class_count(m->uses);
    uint8_t *made = arena_array(a, uint8_t, m->n_recursive + 1);
    m->recursive = arena_array(a, bool, m->n_recursive + 1);
    find_made_by_calls(m, made, asks);
    find_made_by_initialisers(m, symbols);
    mark_atomic_locks(m, made);
    for (uint32_t c = 0; c < m->n_recursive; c++)
        m->recursive[c] = made[c] == MADE_RECURSIVE || (asks && made[c] == MADE_UNSEEN);
    m->recursive_symbols = symbols;
}

bool misuse_is_recursive(struct misuse *m, loc_id lock, uint8_t kind)
{
    uint32_t class = lock_class(m->uses, lock);

    if (kind == LK_RECURSIVE || kind == LK_SEM)
        return true;
    gsym_id sym = loc_global(m->locs, lock);
    if (sym.v && m->recursive_symbols[sym.v])
        return true;
    return class >= m->n_recursive || m->recursive[class]; /* 0: not known, as all unseen */
}
