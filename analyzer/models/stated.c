/*
 * What users have said of the work, and what the rules have found out: both go over the figures of
 * the analysis. Of several statements about one unit the stronger source wins, figure by figure; of
 * equal ones the larger figure, since a unit that has several handlers is as slow as the slowest.
 */
#include "models/internal.h"

#include <string.h>

#include "flow/spots.h"

/* ---- statements ---- */
static bool runs(const struct finding_models *k, const struct model_unit *u, const char *func)
{
    if (!strcmp(k->p->funcs[u->func.v].name, func))
        return true;
    for (uint32_t i = 0; i < u->n_roots; i++)
        if (!strcmp(k->p->funcs[u->roots[i].v].name, func))
            return true;
    return false;
}

static bool covers(const struct model_statement *s, const struct spot *at)
{
    return at->file && at->line >= s->line && at->line <= s->last_line &&
           !strcmp(at->file, s->file);
}

/* The line of one of its functions, of the place where it starts, or of a registration. */
static bool is_beside(const struct finding_models *k, const struct model_unit *u,
                      const struct model_statement *s)
{
    if (covers(s, &u->at))
        return true;
    for (uint32_t i = 0; i < u->n_roots + 1; i++) {
        struct spot at = spot_of_func(k->p, i < u->n_roots ? u->roots[i] : u->func);
        if (covers(s, &at))
            return true;
    }
    for (uint32_t i = 0; i < k->domains->n; i++) {
        const struct entry *e = &k->domains->entries[i];
        struct spot at = spot_of(k->p, e->where_unit, e->place, NULL);
        if (covers(s, &at) && runs(k, u, k->p->funcs[e->func.v].name))
            return true;
    }
    return false;
}

static bool is_stronger(enum figure_from now, enum figure_from said, double old, double fresh)
{
    return said > now || (said == now && fresh > old);
}

static void put(double *figure, enum figure_from *from, double said, enum figure_from by)
{
    if (said < 0 || !is_stronger(*from, by, *figure, said))
        return;
    *figure = said;
    *from = by;
}

static void take(struct model_work *w, const struct model_statement *s)
{
    put(&w->load.io_ms, &w->io, s->io_ms, s->from);
    put(&w->load.cpu_ms, &w->cpu, s->cpu_ms, s->from);
    put(&w->load.shared, &w->shared, s->shared, s->from);
    if (s->concurrency && is_stronger(w->concurrency, s->from, w->load.concurrency,
                                      s->concurrency)) {
        w->load.concurrency = s->concurrency;
        w->concurrency = s->from;
    }
    if (s->legacy && s->from >= w->legacy) {
        w->load.legacy = true;
        w->legacy = s->from;
    }
    if ((s->stateless || s->needs_state) && s->from >= w->state) {
        w->load.stateless = s->stateless;
        w->load.needs_state = s->needs_state;
        w->state = s->from;
    }
}

void work_state(struct finding_models *k, struct model_unit *u)
{
    for (uint32_t i = 0; k->stated && i < k->stated->list.n; i++) {
        struct model_statement *s = &k->stated->list.v[i];
        bool is_meant = s->func ? runs(k, u, s->func) : s->file ? is_beside(k, u, s) : true;
        if (!is_meant)
            continue;
        s->is_used = true;
        take(&u->work, s);
    }
    ASSERT(u->work.load.concurrency >= 1);
}

/* ---- findings ---- */
static bool starts_in(const struct flow_facts *flow, const struct model_unit *u,
                      const struct finding *f)
{
    const struct step *first = f->n_steps ? &f->steps[0] : NULL;
    for (uint32_t i = 0; first && i < u->n_roots + 1; i++) {
        gfunc_id func = i < u->n_roots ? u->roots[i] : u->func;
        if (func.v && !strcmp(flow->program->funcs[func.v].name, first->name))
            return true;
    }
    return false;
}

/* A finding says what can happen at an event, not that it does at each: no figure of the load. */
static void learn(struct model_work *w, const struct flow_facts *flow, const struct finding *f)
{
    const struct cat_func *cat = f->entity ? catalog_find(flow->catalog, f->entity) : NULL;
    double *worst = strcmp(f->rule, "CA102") != 0 ? &w->blocks_ms : &w->computes_ms;

    if (f->cost_ms > *worst)
        *worst = f->cost_ms;
    if (worst == &w->computes_ms)
        return;
    enum cat_device d = cat && cat->blocks ? cat->blocks->device : DEV_NONE;
    w->waits[d == DEV_FD ? DEV_NET : d]++;
    w->n_waits++;
}

void models_learn(struct models *m, const struct flow_facts *flow, const struct findings *f)
{
    uint32_t n = m->has_learnt ? 0 : f->list.n;
    m->has_learnt = true;
    for (uint32_t i = 0; i < n; i++) {
        const struct finding *x = &f->list.v[i];
        if (x->confidence == CONF_LOW ||
            (strcmp(x->rule, "CA101") != 0 && strcmp(x->rule, "CA102") != 0))
            continue;
        for (uint32_t k = 0; k < m->units.n; k++) {
            struct model_unit *u = &m->units.v[k];
            if (u->kind == MODEL_UNIT_LOOP && starts_in(flow, u, x))
                learn(&u->work, flow, x);
        }
    }
}
