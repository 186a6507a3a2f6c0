/*
 * CA402: a process is made for each connection or request, only to do I/O.
 *
 * The story: accept, fork, read, write, exit: the classic server. Each client costs a process, with
 * its page tables copied, for milliseconds of waiting that an event loop would do for ten thousand
 * clients at once; and nothing stops an attacker from opening as many as the machine has memory
 * for.
 *
 * The match: a fork after an accept in a loop, or in a loop's callback for clients, with no limit
 * on the way (rules/per_request.h), whose child neither starts another program nor changes its
 * rights: that needs a process.
 */
#include "catalog/cpu.h"
#include "flow/fork_side.h"
#include "flow/shape.h"
#include "flow/spots.h"
#include "rules/shared.h"

struct child {
    const struct flow_facts *flow;
    bool needs_process, does_io;
};

static void look_at(void *user, const struct walk *w, uint32_t visit, site_id site,
                    const struct cat_func *cat)
{
    struct child *c = user;
    (void)w;
    (void)visit;
    (void)site;
    if (!cat)
        return;
    switch (cat->process) {
    case PROC_EXEC:
    case PROC_SPAWN:
    case PROC_SYSTEM:
    case PROC_POPEN:
    case PROC_ISOLATE: c->needs_process = true; break;
    default: break;
    }
    c->needs_process |= cpu_is_notable(cat);
    c->does_io |= cat_is_io(cat);
}

/* The child's side is seen, does I/O, and nothing for which one needs a process. */
static bool only_does_io(const struct rule_context *ctx, site_id fork)
{
    const struct program *p = ctx->program;
    gfunc_id func = p->sites[fork.v].caller;
    const struct prog_func *pf = &p->funcs[func.v];
    const struct func_shape *s = flow_shape(ctx->flow, func);
    struct child c = {.flow = ctx->flow};
    VEC(struct walk_start) starts = {0};
    struct arena scratch;
    struct walk w;

    ASSERT(func.v && site_forks(ctx->flow, fork));
    arena_init(&scratch);
    bool *child = arena_array(&scratch, bool, s->func->blocks.n + 1);
    bool is_seen = fork_child_blocks(ctx->flow, fork, child);
    for (uint32_t b = 0; b < s->func->blocks.n; b++) /* goes on in the caller */
        is_seen &= !child[b] || s->ends[b] ||
                   s->unit->blocks[s->func->blocks.first + b].term != TERM_RETURN;
    for (uint32_t i = 0; i < pf->n_sites && is_seen; i++) {
        const struct site *at = &p->sites[pf->first_site + i];
        if (!child[shape_block_of(s, at->op)])
            continue;
        if (!at->n_edges)
            look_at(&c, NULL, 0, (site_id){0}, ctx->flow->site_cat[pf->first_site + i]);
        for (uint32_t e = 0; e < at->n_edges; e++)
            vec_push(&scratch, &starts,
                     ((struct walk_start){.func = p->edges[at->first_edge + e].to,
                                          .conf = CONF_HIGH}));
    }
    if (is_seen && starts.n)
        walk_run(&scratch, ctx->flow, starts.v, starts.n, WALK_ENDING_PATHS, NULL, look_at, &c, &w);
    arena_release(&scratch);
    return is_seen && c.does_io && !c.needs_process;
}

static bool makes_process(const struct rule_context *ctx, site_id site, const struct cat_func *cat)
{
    (void)cat;
    return site_forks(ctx->flow, site);
}

static void report(struct rule_context *ctx, const struct per_request *r, const struct made *m)
{
    static const char *const notes[] = {
        "each process costs some 100 us to make, more with the memory of the parent, and megabytes "
        "while it waits for its client"};
    uint8_t conf = r->walk.visits.v[m->visit].conf;
    struct finding f = {.rule = "CA402", .level = LEVEL_WARNING,
                        .confidence = m->kind == REQUEST_EVENT && conf > CONF_MEDIUM
                                          ? CONF_MEDIUM : (enum confidence)conf,
                        .at = spot_of_site(ctx->program, m->site), .notes = notes, .n_notes = 1,
                        .intro = "runs for each client",
                        .cost_ms = 0.1, .worst_ms = -1};

    f.entity = site_callee_name(ctx->arena, ctx->program, m->site);
    f.steps = per_request_chain(ctx, r, m, &f.n_steps);
    f.message = arena_printf(ctx->arena, "%s() makes a process for each %s that only does I/O, and "
                                         "nothing limits how many", f.entity,
                             request_word(m->kind));
    f.help = "serve the clients on an event loop (model event-loop), or fork a fixed number of "
             "workers that accept (model process-pool); a process is right when it changes its "
             "rights or runs another program";
    vec_push(ctx->arena, &ctx->out->list, f);
}

void rule_process_per_request(struct rule_context *ctx)
{
    const struct per_request *found = shared_per_request(ctx);

    for (uint32_t i = 1; i < ctx->program->n_sites; i++)
        if (found->made[i].site.v && !found->made[i].is_limited &&
            makes_process(ctx, (site_id){i}, ctx->flow->site_cat[i]) &&
            only_does_io(ctx, (site_id){i}))
            report(ctx, found, &found->made[i]);
}
