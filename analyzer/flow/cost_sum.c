/* Sums of terms. They are small: what does not fit is said to be missing. */
#include <math.h>
#include <string.h>

#include "flow/cost_internal.h"

/* Beyond any time that matters, so that products of products stay numbers. */
static const double NS_MOST = 1e40;

static double at_most(double ns)
{
    return ns < NS_MOST ? ns : NS_MOST;
}

static bool same_factor(const struct cost_factor *a, const struct cost_factor *b)
{
    return a->bound == b->bound && a->scale == b->scale && a->is_loop == b->is_loop &&
           a->param == b->param && (a->bound == COST_PARAM || (a->func.v == b->func.v &&
                                                               a->val.v == b->val.v));
}

static bool same_term(const struct cost_term *a, const struct cost_term *b)
{
    if (a->n != b->n || a->sure != b->sure)
        return false;
    for (uint32_t i = 0; i < a->n; i++)
        if (!same_factor(&a->by[i], &b->by[i]))
            return false;
    return true;
}

void cost_add_term(struct cost *to, const struct cost_term *t)
{
    if (t->ns <= 0)
        return;
    if (!t->n) {
        to->ns = at_most(to->ns + t->ns);
        to->sure_ns = at_most(to->sure_ns + (t->sure ? t->ns : 0));
        return;
    }
    for (uint32_t i = 0; i < to->n_terms; i++)
        if (same_term(&to->terms[i], t)) {
            to->terms[i].ns = at_most(to->terms[i].ns + t->ns);
            return;
        }
    if (to->n_terms == COST_TERMS) {
        to->is_open = true;
        return;
    }
    ASSERT(to->n_terms < COST_TERMS && t->n <= COST_FACTORS);
    to->terms[to->n_terms] = *t;
    to->terms[to->n_terms++].ns = at_most(t->ns);
}

void cost_add(struct cost *to, const struct cost *from, bool sure)
{
    to->ns = at_most(to->ns + from->ns);
    to->sure_ns = at_most(to->sure_ns + (sure ? from->sure_ns : 0));
    to->is_open |= from->is_open;
    to->waits |= from->waits;
    to->parks |= from->parks;
    to->forever |= from->forever;
    for (uint32_t i = 0; i < from->n_terms; i++) {
        struct cost_term t = from->terms[i];
        t.sure = t.sure && sure;
        cost_add_term(to, &t);
    }
}

static void multiply_known(struct cost *c, double n, bool exact)
{
    c->ns = at_most(c->ns * n);
    c->sure_ns = exact ? at_most(c->sure_ns * n) : 0;
    for (uint32_t i = 0; i < c->n_terms; i++) {
        c->terms[i].ns = at_most(c->terms[i].ns * n);
        c->terms[i].sure = c->terms[i].sure && exact;
    }
}

static void multiply_unknown(struct cost *c, const struct cost_factor *by, bool exact)
{
    struct cost out = {.is_open = c->is_open, .waits = c->waits, .parks = c->parks,
                       .forever = c->forever};
    double sure = exact ? c->sure_ns : 0;

    cost_add_term(&out, &(struct cost_term){.ns = sure, .sure = true, .n = 1, .by = {*by}});
    cost_add_term(&out, &(struct cost_term){.ns = c->ns - sure, .n = 1, .by = {*by}});
    for (uint32_t i = 0; i < c->n_terms; i++) {
        struct cost_term t = c->terms[i];
        t.sure = t.sure && exact;
        if (t.n < COST_FACTORS)
            t.by[t.n++] = *by;
        else
            out.is_open = true;
        cost_add_term(&out, &t);
    }
    *c = out;
}

void cost_multiply(struct cost *c, const struct cost_turns *turns)
{
    ASSERT(c->n_terms <= COST_TERMS);
    if (turns->forever)
        c->forever = true;
    else if (turns->is_known)
        multiply_known(c, turns->n, turns->exact);
    else
        multiply_unknown(c, &turns->by, turns->exact);
}

static double number(const struct cost_factor *by, const struct context *ctx, bool *is_known)
{
    const struct absval *v = ctx && by->param < ctx->n ? &ctx->v[by->param] : NULL;
    *is_known = by->bound == COST_PARAM && v && v->kind == ABS_INT;
    return *is_known ? cpu_scaled((enum cpu_scale)by->scale, v->num < 0 ? 0 : (double)v->num) : 1;
}

struct cost cost_in(const struct cost *cost, const struct context *ctx)
{
    struct cost out = {.sure_ns = cost->sure_ns, .ns = cost->ns, .is_open = cost->is_open,
                       .waits = cost->waits, .parks = cost->parks, .forever = cost->forever};

    for (uint32_t i = 0; i < cost->n_terms; i++) {
        struct cost_term t = cost->terms[i];
        uint32_t n = t.n;
        t.n = 0;
        for (uint32_t k = 0; k < n; k++) {
            bool is_known;
            t.ns *= number(&cost->terms[i].by[k], ctx, &is_known);
            if (!is_known)
                t.by[t.n++] = cost->terms[i].by[k];
        }
        cost_add_term(&out, &t);
    }
    return out;
}

double cost_nominal(const struct cost *cost, double each)
{
    double sum = cost->ns;
    for (uint32_t i = 0; i < cost->n_terms; i++) {
        double ns = cost->terms[i].ns;
        for (uint32_t k = 0; k < cost->terms[i].n; k++)
            ns *= cpu_scaled((enum cpu_scale)cost->terms[i].by[k].scale,
                             cost->terms[i].by[k].scale == SCALE_POWER_OF_2 ? log2(each) : each);
        sum = at_most(sum + ns);
    }
    return sum;
}

double cost_guess_turns(const struct cost_factor *by)
{
    switch ((enum cost_bound)by->bound) {
    case COST_LIST: return 16;
    case COST_PEER: return 1;
    case COST_PARAM:
    case COST_DATA: break;
    }
    if (by->is_loop)
        return 1000;
    return by->scale == SCALE_POWER_OF_2 ? 10 : by->scale == SCALE_LINEAR ? 16384 : 1000;
}

double cost_guess(const struct cost *cost)
{
    double sum = cost->ns;
    for (uint32_t i = 0; i < cost->n_terms; i++) {
        const struct cost_term *t = &cost->terms[i];
        double ns = t->ns;
        for (uint32_t k = 0; k < t->n; k++)
            ns *= cpu_scaled((enum cpu_scale)t->by[k].scale, cost_guess_turns(&t->by[k]));
        sum = at_most(sum + ns);
    }
    return sum;
}
