/*
 * CA304: a thread waits by turning.
 *
 * The story: while (!done) usleep(1000); is a thousand wake-ups a second for nothing, each wait is
 * half a millisecond too long, and on a laptop the processor never sleeps. while (!done) ; burns a
 * whole core, and when the compiler keeps `done` in a register it never ends.
 *
 * The match: a loop with a way around that changes nothing and does nothing but look whether others
 * have done something (rules/spin.h). Sleeps of 100 ms and more count as polling, which is slow but
 * not busy. In an event loop the same is a callback that arms itself again at once
 * (rules/rearm.h).
 */
#include "flow/shape.h"
#include "flow/spots.h"
#include "rules/rearm.h"
#include "rules/spin.h"

static const char *waited_for(struct arena *a, const struct spin *s)
{
    switch (s->on) {
    case SPIN_ON_LOCK: return arena_printf(a, "%s to get its lock", s->what);
    case SPIN_ON_CHILD: return "a child to end";
    case SPIN_ON_PROCESS: return "a process to end";
    case SPIN_ON_POLL: return arena_printf(a, "%s to say that something is ready", s->what);
    default: return s->what ? arena_printf(a, "`%s` to change", s->what) : "others";
    }
}

static const char *message(struct arena *a, const struct spin *s)
{
    const char *what = waited_for(a, s);
    if (s->is_bounded)
        return arena_printf(a, "this loop waits for %s with naps of %.3g ms, until it gives up",
                            what, s->sleep_ms);
    if (s->sleep_ms > 0)
        return arena_printf(a, "this loop waits for %s, and looks every %.3g ms", what,
                            s->sleep_ms);
    if (s->yields || s->sleep_ms >= 0)
        return arena_printf(a, "this loop waits for %s by turning: each turn only yields", what);
    if (s->locks)
        return arena_printf(a, "this loop waits for %s by locking and unlocking without a pause",
                            what);
    return arena_printf(a, "this loop waits for %s by turning without a pause", what);
}

static const char *cost(struct arena *a, const struct spin *s)
{
    if (s->sleep_ms > 0)
        return arena_printf(a, "that is %.3g wake-ups a second while nothing happens, and an "
                               "answer that comes %.3g ms late on average",
                            1000 / s->sleep_ms, s->sleep_ms / 2);
    return "that is a whole core while nothing happens, taken from the thread that is waited for "
           "when there is no other";
}

static const char *help(const struct spin *s)
{
    if (s->is_bounded)
        return "pthread_mutex_timedlock() and its kin wait until the lock is free or the time is "
               "over, without naps";
    switch (s->on) {
    case SPIN_ON_LOCK: return "take the lock with the call that waits";
    case SPIN_ON_PROCESS:
        return "poll a pidfd_open() descriptor of the process: it is readable when the process has "
               "ended (of a child waitpid() tells)";
    case SPIN_ON_CHILD:
        return "wait with waitpid() without WNOHANG, or for a pidfd_open() descriptor or SIGCHLD "
               "in the loop that waits anyway";
    case SPIN_ON_POLL:
        return "give the wait a time-out, and an eventfd or pipe in its set for what else may "
               "happen";
    default:
        return "wait on a condition variable (or semaphore, or pthread_join()) that the other "
               "side signals; for a signal handler's flag use sigsuspend(), ppoll() or a signalfd";
    }
}

static void report(struct rule_context *ctx, gfunc_id func, loop_id loop, const struct spin *s)
{
    const struct program *p = ctx->program;
    const struct prog_func *pf = &p->funcs[func.v];
    const char **notes = arena_array(ctx->arena, const char *, 1);
    struct finding f = {.rule = "CA304", .confidence = s->conf, .entity = pf->name,
                        .level = s->sleep_ms > 10 || s->relaxes || s->is_bounded ? LEVEL_NOTE
                                                                                 : LEVEL_WARNING,
                        .at = spot_of(p, pf->unit, p->units[pf->unit]->loops[loop.v].place,
                                      pf->name),
                        .notes = notes, .n_notes = 1, .worst_ms = -1};

    ASSERT(loop.v && s->conf <= CONF_HIGH);
    notes[0] = cost(ctx->arena, s);
    f.message = message(ctx->arena, s);
    f.help = help(s);
    vec_push(ctx->arena, &ctx->out->list, f);
}

/* Inner loops first: what is said of one is not said of the loops around it. */
static void look_at(struct rule_context *ctx, struct spins *spins, gfunc_id func)
{
    const struct unit *u = program_unit(ctx->program, func);
    const struct unit_func *uf = program_func(ctx->program, func);
    struct arena scratch;

    arena_init(&scratch);
    bool *said = arena_array(&scratch, bool, u->n_loops + 1);
    for (uint32_t i = uf->loops.first + uf->loops.n; i-- > uf->loops.first;) {
        struct spin found;
        ASSERT(i && i < u->n_loops);
        if (!said[i] && spin_judge(spins, func, (loop_id){i}, &found)) {
            report(ctx, func, (loop_id){i}, &found);
            said[i] = true;
        }
        if (said[i])
            said[u->loops[i].parent.v] = true;
    }
    arena_release(&scratch);
}

void rule_busy_wait(struct rule_context *ctx)
{
    struct spins *spins = spins_new(ctx);
    for (uint32_t i = 1; i < ctx->program->n_funcs; i++)
        if (program_func(ctx->program, (gfunc_id){i})->loops.n)
            look_at(ctx, spins, (gfunc_id){i});
    rearm_find(ctx, spins);
}
