/*
 * Whether a callback that arms itself again is busy, its ways tell: there is one that does nothing
 * but look and comes to the arming (it waits by turning), or all ways come to it (it never ends).
 * One that arms itself only after a piece of work, while there is more, is neither.
 */
#include "rules/rearm.h"

#include <string.h>

#include "domains/domains.h"
#include "flow/shape.h"
#include "flow/spots.h"
#include "rules/shared.h"

enum how { ARMS_LOOKING, ARMS_ALWAYS, NEVER_STOPPED };
struct rearm {
    struct rule_context *ctx;
    struct spins *spins;
    const struct entry *e;
};

/* ---- what ends it ---- */
static bool is_named(const struct rearm *r, site_id site, const char *name)
{
    gsym_id callee = r->ctx->program->sites[site.v].callee;
    return callee.v && !strcmp(r->ctx->program->syms[callee.v].name, name);
}

/* The callback ends the loop or the process on some way. */
static bool ends_the_loop(const struct rearm *r)
{
    static const char *const names[] = {"uv_stop", "g_main_loop_quit", "gtk_main_quit", "ev_break",
                                        "event_base_loopbreak", "event_base_loopexit"};
    const struct prog_func *pf = &r->ctx->program->funcs[r->e->func.v];

    for (uint32_t i = 0; i < pf->n_sites; i++) {
        site_id site = {pf->first_site + i};
        const struct cat_func *cat = r->ctx->flow->site_cat[site.v];
        if (cat && cat->noreturn)
            return true;
        for (uint32_t k = 0; k < sizeof names / sizeof *names; k++)
            if (is_named(r, site, names[k]))
                return true;
    }
    return false;
}

/* A call anywhere of a function that stops or removes such callbacks. */
static bool is_called(const struct rearm *r, const char *const *names, uint32_t n)
{
    for (uint32_t i = 1; i < r->ctx->program->n_sites; i++)
        for (uint32_t k = 0; k < n; k++)
            if (is_named(r, (site_id){i}, names[k]))
                return true;
    return false;
}

/* ---- is it armed by itself ---- */
static bool share_object(const struct program *p, gfunc_id func_a, val_id a, gfunc_id func_b,
                         val_id b)
{
    struct obj_set x = flow_value(p, func_a, a), y = flow_value(p, func_b, b);

    for (uint32_t i = 0; i < x.n; i++)
        for (uint32_t k = 0; k < y.n; k++)
            if (x.v[i].v == y.v[k].v)
                return true;
    return false;
}

/* The handle that is armed is the one that the callback is called for. */
static bool is_own_handle(const struct rearm *r, site_id site, int arg)
{
    const struct program *p = r->ctx->program;
    const struct unit *u = program_unit(p, r->e->func);
    val_id v = site_arg(p, site, arg);
    const struct unit_val *val = &u->vals[v.v];

    if (val->kind == VAL_LOAD && r->e->data_param >= 0) {
        const struct unit_path *path = &u->paths[u->ops[val->a].path.v];
        if (path->root == ROOT_PARAM && !path->sels.n && path->id == (uint32_t)r->e->data_param &&
            u->types[path->type.v].kind == TYPE_POINTER && !strcmp(r->e->library, "libuv"))
            return true;
    }
    if (!r->e->site.v)
        return false;
    struct obj_set set = flow_value(p, r->e->func, v);
    for (uint32_t i = 0; i < set.n; i++) {
        const struct flow_obj *o = flow_object(p, set.v[i]);
        if (o->kind == OBJ_RESULT && o->site.v == r->e->site.v)
            return set.n == 1;
    }
    const struct cat_func *cat = r->ctx->flow->site_cat[r->e->site.v];
    bool takes_it = cat && (strstr(cat->name, "_assign") || strstr(cat->name, "_set"));
    return takes_it && set.n == 1 &&
           share_object(p, r->e->func, v, p->sites[r->e->site.v].caller,
                        site_arg(p, r->e->site, 0));
}

static bool arms_itself(const struct rearm *r, site_id site)
{
    const struct cat_func *cat = r->ctx->flow->site_cat[site.v];
    const struct cat_again *again = cat ? cat->again : NULL;

    if (!again || r->ctx->program->sites[site.v].n_edges || again->while_true || again->stop ||
        conds_all(r->ctx->flow, site, NULL, again->when) != TRI_YES)
        return false;
    if (again->cb < 0)
        return again->handle >= 0 && is_own_handle(r, site, again->handle);
    struct absval cb = context_eval(r->ctx->flow, r->e->func, NULL,
                                    site_arg(r->ctx->program, site, again->cb));
    return cb.kind == ABS_FUNC && cb.func.v == r->e->func.v;
}

/* ---- ways ---- */
/* Every way through the callback comes to the block (by.v 0: returns true). */
static bool is_on_all_ways(const struct rearm *r, site_id by)
{
    const struct func_shape *s = flow_shape(r->ctx->flow, r->e->func);
    const struct unit *u = s->unit;
    uint32_t first = s->func->blocks.first, n = s->func->blocks.n, top = 0, n_returns = 0;
    uint32_t must = by.v ? shape_block_of(s, r->ctx->program->sites[by.v].op) : UINT32_MAX;
    struct arena scratch;
    bool is_all = true;

    arena_init(&scratch);
    bool *seen = arena_array(&scratch, bool, n + 1);
    uint32_t *stack = arena_array(&scratch, uint32_t, n + 1);
    stack[top++] = 0;
    while (top) {
        uint32_t at = stack[--top];
        const struct unit_block *b = &u->blocks[first + at];
        if (at == must) {
            n_returns++;
            continue;
        }
        if (b->term == TERM_RETURN) {
            bool is_true = u->vals[b->val.v].kind == VAL_INT && u->vals[b->val.v].num;
            is_all &= !by.v && is_true;
            n_returns++;
        }
        for (uint32_t i = 0; i < b->succs.n && !s->ends[at]; i++) {
            uint32_t to = u->succs[b->succs.first + i].to.v - first;
            if (!seen[to])
                stack[top++] = to;
            seen[to] = true;
        }
    }
    arena_release(&scratch);
    return is_all && n_returns;
}

/* ---- findings ---- */
static const char *message(struct arena *a, const struct rearm *r, enum how how)
{
    const char *name = r->ctx->program->funcs[r->e->func.v].name;

    switch (how) {
    case ARMS_LOOKING:
        return arena_printf(a, "%s() only looks, and is called again at once: the event loop waits "
                               "by turning", name);
    case ARMS_ALWAYS:
        return arena_printf(a, "%s() has itself called again at once, always: the event loop turns "
                               "without a pause", name);
    case NEVER_STOPPED: break;
    }
    return arena_printf(a, "%s() runs in every turn and nothing stops it: the event loop turns "
                           "without a pause", name);
}

static void report(struct rearm *r, site_id site, enum how how, enum confidence conf)
{
    struct arena *a = r->ctx->arena;
    const struct cat_framework *fw = catalog_framework(r->ctx->catalog, r->e->library);
    const char *wake = fw && fw->wake ? fw->wake : "the loop's own wake-up call";
    const char **notes = arena_array(a, const char *, 1);
    struct step *steps = arena_array(a, struct step, 2);
    struct finding f = {.rule = "CA304", .confidence = conf, .level = LEVEL_WARNING,
                        .entity = r->ctx->program->funcs[r->e->func.v].name,
                        .at = spot_of_site(r->ctx->program, site), .notes = notes, .n_notes = 1,
                        .worst_ms = -1, .steps = steps, .n_steps = 2,
                        .intro = "runs on the loop"};

    steps[0] = (struct step){.name = f.entity, .at = spot_of_func(r->ctx->program, r->e->func)};
    shared_entry_step(r->ctx, r->e, &steps[0]);
    steps[1] = (struct step){.name = site_callee_name(a, r->ctx->program, site), .at = f.at};
    notes[0] = "that is a whole core while nothing happens";
    f.message = message(a, r, how);
    f.help = arena_printf(a, "let the side that has work for it call %s, and arm nothing until "
                             "then; what has to be looked at from time to time gets a timer (%s) "
                             "with a time",
                          wake, fw && fw->timer ? fw->timer : "of the loop");
    vec_push(a, &r->ctx->out->list, f);
}

static void judge_body(struct rearm *r)
{
    const struct prog_func *pf = &r->ctx->program->funcs[r->e->func.v];

    for (uint32_t i = 0; i < pf->n_sites; i++) {
        site_id site = {pf->first_site + i};
        if (!arms_itself(r, site))
            continue;
        if (spin_passes(r->spins, r->e->func, site))
            report(r, site, ARMS_LOOKING, CONF_HIGH);
        else if (is_on_all_ways(r, site) && !ends_the_loop(r))
            report(r, site, ARMS_ALWAYS, CONF_MEDIUM);
    }
}

static void judge_registration(struct rearm *r, const struct cat_again *again)
{
    static const char *const removers[] = {"g_source_remove", "g_source_destroy",
                                           "g_idle_remove_by_data", "g_source_remove_by_user_data",
                                           "g_clear_handle_id"};
    const char *const stoppers[] = {again->stop, "uv_close"};

    if (conds_all(r->ctx->flow, r->e->site, NULL, again->when) != TRI_YES)
        return;
    if (again->stop) {
        if (!is_called(r, stoppers, 2) && !ends_the_loop(r))
            report(r, r->e->site, NEVER_STOPPED, CONF_MEDIUM);
        return;
    }
    bool is_removed = is_called(r, removers, sizeof removers / sizeof *removers);
    if (spin_passes(r->spins, r->e->func, (site_id){0}))
        report(r, r->e->site, ARMS_LOOKING, is_removed ? CONF_MEDIUM : CONF_HIGH);
    else if (!is_removed && is_on_all_ways(r, (site_id){0}) && !ends_the_loop(r))
        report(r, r->e->site, ARMS_ALWAYS, CONF_MEDIUM);
}

void rearm_find(struct rule_context *ctx, struct spins *spins)
{
    const struct domains *d = ctx->domains;
    bool *done = arena_array(ctx->arena, bool, ctx->program->n_funcs + 1);
    bool *is_registered = arena_array(ctx->arena, bool, ctx->program->n_sites + 1);

    for (uint32_t i = 0; i < d->n; i++) {
        const struct entry *e = &d->entries[i];
        struct rearm r = {ctx, spins, e};
        if (e->domain != DOM_LOOP || e->region.v ||
            program_func(ctx->program, e->func)->quality != QUALITY_OK)
            continue;
        ASSERT(e->func.v && e->func.v < ctx->program->n_funcs);
        const struct cat_func *reg = ctx->flow->site_cat[e->site.v];
        bool says = e->site.v && reg && reg->again && !ctx->program->sites[e->site.v].n_edges &&
                    (reg->again->stop || reg->again->while_true);
        if (says && !is_registered[e->site.v])
            judge_registration(&r, reg->again);
        is_registered[e->site.v] |= says;
        if (!done[e->func.v])
            judge_body(&r);
        done[e->func.v] = true;
    }
}
