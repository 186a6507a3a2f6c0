/*
 * Which strands there are, and where each is created. The catalogued call may lie in a wrapper that
 * gets the function as a parameter: then the wrapper's callers are the places, so that a wrapper
 * used for two threads does not make two of each.
 */
#include "domains/parallel_internal.h"
#include "flow/context.h"

#include <signal.h>
#include <string.h>

enum { MAX_CREATIONS = 64 };

struct collecting {
    struct making *m;
    struct map strand_of;   /* hash of (domain, function) to an index into lists */
    struct creation_list *lists; /* [strand] */
    struct map callback_of; /* function to an index into m->callbacks */
};

bool set_join(uint64_t *to, const uint64_t *from, uint32_t words)
{
    uint64_t grown = 0;
    for (uint32_t i = 0; i < words; i++) {
        grown |= from[i] & ~to[i];
        to[i] |= from[i];
    }
    return grown != 0;
}

/* ---- who calls, and who is called back ---- */
static void add_called_back(struct making *m, gfunc_id caller, val_id v, bool once)
{
    const struct program *p = m->flow->program;
    struct obj_set set = flow_value(p, caller, v);
    for (uint32_t i = 0; i < set.n; i++) {
        const struct flow_obj *o = flow_object(p, set.v[i]);
        if (o->kind == OBJ_FUNC && o->func.v)
            vec_push(m->arena, &m->called_back,
                     ((struct called_back){.func = o->func, .once = once}));
    }
}

static bool is_function_pointer(const struct unit *u, val_id v)
{
    const struct unit_type *t = &u->types[u->vals[v.v].type.v];
    return u->vals[v.v].kind == VAL_FUNC || t->kind == TYPE_FUNCTION ||
           (t->kind == TYPE_POINTER && u->types[t->elem.v].kind == TYPE_FUNCTION);
}

static void called_back_at(struct making *m, site_id site)
{
    const struct program *p = m->flow->program;
    const struct site *s = &p->sites[site.v];
    const struct cat_func *cat = m->flow->site_cat[site.v];
    const struct unit *u = program_unit(p, s->caller);
    const struct unit_op *op = call_op(p, site);

    ASSERT(op->kind == OP_CALL);
    if (s->n_edges || !s->callee.v)
        return;
    for (uint32_t i = 0; cat && i < cat->n_registers; i++) {
        const struct cat_registers *r = &cat->registers[i];
        val_id v = site_arg(p, site, r->cb);
        if ((r->domain == DOM_SYNC || r->domain == DOM_ONCE) && v.v)
            add_called_back(m, s->caller, v, r->domain == DOM_ONCE);
    }
    for (uint32_t i = 0; !cat && i < op->args.n; i++) {
        val_id v = u->args[op->args.first + i].val;
        if (v.v && is_function_pointer(u, v))
            add_called_back(m, s->caller, v, false);
    }
}

static void index_callers(struct making *m)
{
    const struct program *p = m->flow->program;
    uint32_t *fill = arena_array(m->arena, uint32_t, p->n_funcs + 1);
    uint32_t total = 0;

    m->caller_first = arena_array(m->arena, uint32_t, p->n_funcs + 2);
    for (uint32_t i = 1; i < p->n_sites; i++, total++) {
        const struct site *s = &p->sites[i];
        for (uint32_t e = 0; e < s->n_edges; e++)
            m->caller_first[p->edges[s->first_edge + e].to.v + 1]++;
        total += s->n_edges;
    }
    for (uint32_t i = 0; i <= p->n_funcs; i++)
        m->caller_first[i + 1] += m->caller_first[i];
    m->callers = arena_array(m->arena, site_id, total + 1);
    for (uint32_t i = 1; i < p->n_sites; i++) {
        const struct site *s = &p->sites[i];
        for (uint32_t e = 0; e < s->n_edges; e++) {
            uint32_t to = p->edges[s->first_edge + e].to.v;
            m->callers[m->caller_first[to] + fill[to]++] = (site_id){i};
        }
    }
}

static void index_called_back(struct making *m)
{
    const struct program *p = m->flow->program;
    m->called_back_first = arena_array(m->arena, uint32_t, p->n_sites + 2);
    for (uint32_t i = 1; i < p->n_sites; i++) {
        m->called_back_first[i] = m->called_back.n;
        called_back_at(m, (site_id){i});
    }
    m->called_back_first[p->n_sites] = m->called_back.n;
}

/* ---- places of creation ---- */
static bool has_func(struct obj_set set, const struct program *p, gfunc_id func)
{
    for (uint32_t i = 0; i < set.n; i++) {
        const struct flow_obj *o = flow_object(p, set.v[i]);
        if (o->kind == OBJ_FUNC && o->func.v == func.v)
            return true;
    }
    return false;
}

int strand_param(const struct program *p, gfunc_id func, val_id v)
{
    const struct unit *u = program_unit(p, func);
    const struct unit_func *uf = program_func(p, func);
    if (u->vals[v.v].kind != VAL_LOAD)
        return -1;
    const struct unit_path *path = &u->paths[u->ops[u->vals[v.v].a].path.v];
    if (path->root != ROOT_PARAM || path->sels.n || path->id >= uf->n_params ||
        (u->locals[uf->locals.first + path->id].flags & LOCAL_MODIFIED_PARAM))
        return -1;
    return (int)path->id;
}

static void push_creation(struct arena *a, struct creation_list *list, struct creation c)
{
    for (uint32_t i = 0; i < list->v.n; i++)
        if (list->v.v[i].func.v == c.func.v && list->v.v[i].op.v == c.op.v)
            return;
    if (list->v.n < MAX_CREATIONS)
        vec_push(a, &list->v, c);
}

/* v at site holds target; when v is a parameter of the function around, its callers are asked. */
static void add_creation(const struct making *m, struct creation_list *list, site_id site,
                         site_id inner, val_id v, gfunc_id target, uint32_t depth)
{
    const struct program *p = m->flow->program;
    gfunc_id func = p->sites[site.v].caller;
    int param = depth < MAX_WRAPPERS ? strand_param(p, func, v) : -1;
    bool found = false;

    for (uint32_t i = m->caller_first[func.v]; param >= 0 && i < m->caller_first[func.v + 1]; i++) {
        site_id outer = m->callers[i];
        val_id arg = site_arg(p, outer, param);
        if (!arg.v || !has_func(flow_value(p, p->sites[outer.v].caller, arg), p, target))
            continue;
        add_creation(m, list, outer, inner, arg, target, depth + 1);
        found = true;
    }
    if (!found)
        push_creation(m->arena, list, (struct creation){.func = func, .op = p->sites[site.v].op,
                                                        .site = site, .inner = inner});
}

static struct creation_list *list_of(struct collecting *k, enum cat_domain domain, gfunc_id func)
{
    uint32_t i;
    if (domain == DOM_LOOP)
        return map_get(&k->callback_of, func.v, &i)
                   ? &k->m->callbacks.v[i].at : NULL;
    return map_get(&k->strand_of, hash_mix(domain, func.v), &i) ? &k->lists[i] : NULL;
}

static void creations_at(struct collecting *k, site_id site, const struct cat_registers *r)
{
    const struct program *p = k->m->flow->program;
    gfunc_id caller = p->sites[site.v].caller;
    val_id v = site_arg(p, site, r->cb);

    if (!v.v || conds_all(k->m->flow, site, NULL, r->when) == TRI_NO)
        return;
    struct obj_set set = flow_value(p, caller, v);
    for (uint32_t i = 0; i < set.n; i++) {
        const struct flow_obj *o = flow_object(p, set.v[i]);
        struct creation_list *list =
            o->kind == OBJ_FUNC && o->func.v ? list_of(k, r->domain, o->func) : NULL;
        if (list)
            add_creation(k->m, list, site, site, v, o->func, 0);
    }
}

/* Callbacks from tables and stored handlers: the entry's own place. */
static void creation_of_entry(const struct making *m, const struct entry *e,
                              struct creation_list *list)
{
    const struct program *p = m->flow->program;
    if (list->v.n)
        return;
    if (e->site.v) {
        push_creation(m->arena, list, (struct creation){.func = p->sites[e->site.v].caller,
                                                        .op = p->sites[e->site.v].op,
                                                        .site = e->site, .inner = e->site});
        return;
    }
    if (!e->where.v)
        return;
    const struct unit *u = program_unit(p, e->where);
    const struct unit_func *uf = program_func(p, e->where);
    for (uint32_t i = 0; i < uf->ops.n; i++) {
        op_id op = {uf->ops.first + i};
        if (u->ops[op.v].kind == OP_STORE && u->ops[op.v].place.v == e->place.v) {
            push_creation(m->arena, list, (struct creation){.func = e->where, .op = op});
            return;
        }
    }
}

/* ---- handlers of crashes ---- */
static bool is_fatal(const struct making *m, site_id site)
{
    static const int64_t fatal[] = {SIGSEGV, SIGABRT, SIGFPE, SIGILL, SIGBUS, SIGTRAP, SIGSYS};
    const struct program *p = m->flow->program;
    struct absval v = context_eval(m->flow, p->sites[site.v].caller, NULL, site_arg(p, site, 0));

    for (size_t i = 0; v.kind == ABS_INT && i < sizeof fatal / sizeof *fatal; i++)
        if (v.num == fatal[i])
            return true;
    return false;
}

/* Is one of the sigaction() calls of the function that stores the handler for crashes? */
static bool installs_fatal(const struct making *m, gfunc_id func)
{
    const struct program *p = m->flow->program;
    const struct prog_func *pf = &p->funcs[func.v];

    for (uint32_t i = pf->first_site; i < pf->first_site + pf->n_sites; i++) {
        const struct site *s = &p->sites[i];
        if (s->callee.v && !strcmp(p->syms[s->callee.v].name, "sigaction") &&
            is_fatal(m, (site_id){i}))
            return true;
    }
    return false;
}

/* The program ends after it: what the handler disturbs is not used any more. Such a handler often
 * serves SIGQUIT or SIGTERM as well. One that never returns ends it whatever the signal. */
static bool handles_crashes(const struct making *m, const struct strand *s)
{
    if (s->kind == STRAND_SIGNAL && m->flow->funcs[s->roots[0].v].never_returns)
        return true;
    for (uint32_t i = 0; s->kind == STRAND_SIGNAL && i < s->n_creations; i++) {
        const struct creation *c = &s->creations[i];
        if (c->site.v ? is_fatal(m, c->site) : installs_fatal(m, c->func))
            return true;
    }
    return false;
}

/* ---- strands ---- */
static gfunc_id *one_root(struct arena *a, gfunc_id func)
{
    gfunc_id *root = arena_array(a, gfunc_id, 1);
    *root = func;
    return root;
}

static void add_mains(struct making *m)
{
    const struct program *p = m->flow->program;
    for (uint32_t i = 1; i < p->n_funcs; i++)
        if (!strcmp(p->funcs[i].name, "main") && m->strands.n < MAX_STRANDS / 2)
            vec_push(m->arena, &m->strands,
                     ((struct strand){.kind = STRAND_MAIN, .sure = true, .entry = UINT32_MAX,
                                      .roots = one_root(m->arena, (gfunc_id){i}), .n_roots = 1,
                                      .creator = UINT32_MAX}));
}

/* External functions that nobody calls: what a library offers. */
static void add_outside(struct making *m)
{
    const struct program *p = m->flow->program;
    bool *taken = arena_array(m->arena, bool, p->n_funcs + 1);
    VEC(gfunc_id) roots = {0};

    for (uint32_t i = 0; i < m->domains->n; i++)
        taken[m->domains->entries[i].func.v] |= !m->domains->entries[i].region.v;
    for (uint32_t i = 0; i < m->called_back.n; i++)
        taken[m->called_back.v[i].func.v] = true;
    for (uint32_t i = 1; i < p->n_funcs; i++) {
        bool called = m->caller_first[i] != m->caller_first[i + 1];
        if (!called && !taken[i] && strcmp(p->funcs[i].name, "main") != 0 &&
            p->syms[p->funcs[i].sym.v].linkage == LINK_EXTERNAL)
            vec_push(m->arena, &roots, ((gfunc_id){i}));
    }
    if (roots.n)
        vec_push(m->arena, &m->strands,
                 ((struct strand){.kind = STRAND_OUTSIDE, .sure = true, .entry = UINT32_MAX,
                                  .roots = roots.v, .n_roots = roots.n, .creator = UINT32_MAX}));
}

static void add_entry(struct collecting *k, uint32_t index)
{
    struct making *m = k->m;
    ASSERT(index < m->domains->n);
    const struct entry *e = &m->domains->entries[index];
    uint8_t kind = e->domain == DOM_THREAD ? STRAND_THREAD
                   : e->domain == DOM_POOL ? STRAND_POOL : STRAND_SIGNAL;
    uint32_t known;

    if (e->domain == DOM_LOOP) {
        if (!e->region.v && map_put_new(&k->callback_of, e->func.v, m->callbacks.n))
            vec_push(m->arena, &m->callbacks, ((struct loop_callback){.entry = index}));
        return;
    }
    if ((e->domain != DOM_THREAD && e->domain != DOM_POOL && e->domain != DOM_SIGNAL) ||
        map_get(&k->strand_of, hash_mix(e->domain, e->func.v), &known) ||
        m->strands.n >= MAX_STRANDS)
        return;
    map_set(&k->strand_of, hash_mix(e->domain, e->func.v), m->strands.n);
    vec_push(m->arena, &m->strands,
             ((struct strand){.kind = kind, .sure = e->sure, .entry = index, .n_roots = 1,
                              .roots = one_root(m->arena, e->func), .creator = UINT32_MAX}));
}

static void find_creations(struct collecting *k)
{
    struct making *m = k->m;
    const struct program *p = m->flow->program;

    for (uint32_t i = 1; i < p->n_sites; i++) {
        const struct cat_func *cat = m->flow->site_cat[i];
        for (uint32_t r = 0; cat && r < cat->n_registers; r++)
            if (cat->registers[r].domain != DOM_SYNC && cat->registers[r].domain != DOM_ONCE)
                creations_at(k, (site_id){i}, &cat->registers[r]);
    }
    for (uint32_t i = 0; i < m->strands.n; i++) {
        struct strand *s = &m->strands.v[i];
        if (s->entry == UINT32_MAX)
            continue;
        creation_of_entry(m, &m->domains->entries[s->entry], &k->lists[i]);
        ASSERT(k->lists[i].v.n <= MAX_CREATIONS);
        s->creations = k->lists[i].v.v;
        s->n_creations = k->lists[i].v.n;
        if (handles_crashes(m, s))
            s->kind = STRAND_CRASH;
    }
    for (uint32_t i = 0; i < m->callbacks.n; i++)
        creation_of_entry(m, &m->domains->entries[m->callbacks.v[i].entry],
                          &m->callbacks.v[i].at);
}

void strands_collect(struct making *m)
{
    struct collecting k = {.m = m};

    index_callers(m);
    index_called_back(m);
    map_init(&k.strand_of, m->arena);
    map_init(&k.callback_of, m->arena);
    add_mains(m);
    add_outside(m);
    for (uint32_t i = 0; i < m->domains->n; i++)
        add_entry(&k, i);
    k.lists = arena_array(m->arena, struct creation_list, m->strands.n + 1);
    find_creations(&k);
    strands_split(m);
}
