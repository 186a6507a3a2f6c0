/*
 * CA302: a thread is made for each connection or request, and nothing limits how many.
 *
 * The story: a server accepts and calls pthread_create() for each client. With ten clients it is
 * the simplest server there is. With ten thousand slow ones it has ten thousand stacks, the
 * scheduler turns between them, and one day pthread_create() fails: nobody looks at its result, and
 * the descriptors of those clients are never closed.
 *
 * The match: a call that makes a thread, after an accept in a loop or in a loop's callback for
 * clients, with no limit on the way (rules/per_request.h).
 */
#include "flow/spots.h"
#include "rules/shared.h"

static bool makes_thread(const struct rule_context *ctx, site_id site, const struct cat_func *cat)
{
    if (!cat || ctx->program->sites[site.v].n_edges)
        return false;
    for (uint32_t i = 0; i < cat->n_registers; i++)
        if (cat->registers[i].domain == DOM_THREAD)
            return true;
    return false;
}

static void report(struct rule_context *ctx, const struct per_request *r, const struct made *m)
{
    static const char *const notes[] = {
        "each thread has a stack (8 MiB of address space) and costs some 10 us to make; 10,000 "
        "slow clients are 10,000 threads"};
    uint8_t conf = r->walk.visits.v[m->visit].conf;
    struct finding f = {.rule = "CA302", .level = LEVEL_WARNING,
                        .confidence = m->kind == REQUEST_EVENT && conf > CONF_MEDIUM
                                          ? CONF_MEDIUM : (enum confidence)conf,
                        .at = spot_of_site(ctx->program, m->site), .notes = notes, .n_notes = 1,
                        .intro = "runs for each client",
                        .cost_ms = 0.01, .worst_ms = -1};

    f.entity = site_callee_name(ctx->arena, ctx->program, m->site);
    f.steps = per_request_chain(ctx, r, m, &f.n_steps);
    f.message = arena_printf(ctx->arena, "%s() makes a thread for each %s, and nothing limits how "
                                         "many", f.entity, request_word(m->kind));
    f.help = "hand the work to a fixed number of threads through a queue (model thread-pool), "
             "serve the clients on an event loop (model event-loop), or count the threads and wait "
             "at a limit";
    vec_push(ctx->arena, &ctx->out->list, f);
}

void rule_thread_per_request(struct rule_context *ctx)
{
    const struct per_request *found = shared_per_request(ctx);

    for (uint32_t i = 1; i < ctx->program->n_sites; i++)
        if (found->made[i].site.v && !found->made[i].is_limited &&
            makes_thread(ctx, (site_id){i}, ctx->flow->site_cat[i]))
            report(ctx, found, &found->made[i]);
}
