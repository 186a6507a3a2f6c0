/*
 * CA401: a process is started for what one call or a small function does.
 *
 * The story: a cleanup runs system("rm -f /var/spool/x/job.tmp") after each job. The server forks,
 * the child starts a shell, the shell forks and starts rm, which makes one unlink(): some
 * milliseconds and several megabytes where a microsecond would do, and the file name goes through
 * the shell's quoting on the way.
 *
 * The match: every call that starts a program, with its command as the code makes it: constants,
 * formats, copies, arrays of arguments; through wrappers, in each of their callers. All commands of
 * the line must be in the catalog's table, with options that keep them small. What is not known is
 * no finding.
 */
#include <string.h>

#include "flow/context.h"
#include "flow/fork_side.h"
#include "flow/spots.h"
#include "rules/child_io.h"
#include "rules/command_line.h"
#include "rules/rules.h"

enum { MAX_FRAMES = 5, MAX_FORK_DEPTH = 4, MAX_TRIES = 4000 };

struct search {
    struct rule_context *ctx;
    const struct cat_func *cat;
    site_id site;  /* the call that starts the program */
    struct text_frame frames[MAX_FRAMES]; /* of the chain that is tried, innermost first */
    uint32_t n_frames, tries;
    struct map reported; /* by place: several commands may go through one call */
};

/* ---- callers ---- */
static bool calls(const struct program *p, uint32_t site, gfunc_id func)
{
    const struct site *s = &p->sites[site];
    for (uint32_t e = 0; e < s->n_edges; e++)
        if (p->edges[s->first_edge + e].to.v == func.v &&
            p->edges[s->first_edge + e].kind != EDGE_SIGNATURE)
            return true;
    return false;
}

static bool has_fork(const struct rule_context *ctx, gfunc_id func)
{
    const struct prog_func *pf = &ctx->program->funcs[func.v];
    for (uint32_t i = 0; i < pf->n_sites; i++)
        if (site_forks(ctx->flow, (site_id){pf->first_site + i}))
            return true;
    return false;
}

static bool has_isolation(const struct rule_context *ctx, gfunc_id func)
{
    const struct prog_func *pf = &ctx->program->funcs[func.v];
    for (uint32_t i = 0; i < pf->n_sites; i++) {
        const struct cat_func *cat = ctx->flow->site_cat[pf->first_site + i];
        if (cat && cat->process == PROC_ISOLATE)
            return true;
    }
    return false;
}

/* Is the exec made in a new process, and not in place of this one? */
static bool comes_after_fork(const struct rule_context *ctx, gfunc_id func, uint32_t depth)
{
    if (has_fork(ctx, func))
        return true;
    for (uint32_t i = 1; depth < MAX_FORK_DEPTH && i < ctx->program->n_sites; i++)
        if (calls(ctx->program, i, func) &&
            comes_after_fork(ctx, ctx->program->sites[i].caller, depth + 1))
            return true;
    return false;
}

/* A child with other rights or another root does what this process may not. */
static bool is_isolated(const struct search *s)
{
    for (uint32_t i = 0; i < s->n_frames; i++)
        if (has_isolation(s->ctx, s->frames[i].func))
            return true;
    return false;
}

/* ---- words ---- */
static const struct step *chain(const struct search *s, uint32_t *n)
{
    struct rule_context *ctx = s->ctx;
    struct step *steps = arena_array(ctx->arena, struct step, s->n_frames + 1);

    ASSERT(s->n_frames > 0);
    *n = 0;
    for (uint32_t i = s->n_frames; i-- > 0;) {
        const struct text_frame *f = &s->frames[i];
        struct step *step = &steps[(*n)++];
        step->name = ctx->program->funcs[f->func.v].name;
        step->at = spot_of_func(ctx->program, f->func);
        if (i + 1 < s->n_frames) {
            step->via = "called at";
            step->via_at = spot_of_site(ctx->program, f->via);
        }
    }
    steps[(*n)++] = (struct step){.name = s->cat->name, .at = spot_of_site(ctx->program, s->site),
                                  .macro = spot_of_macro(ctx->program, s->site)};
    return steps;
}

static const char *message(const struct search *s, const struct command_line *c)
{
    struct arena *a = s->ctx->arena;
    return arena_printf(a, "%s() starts a %s for `%s`: %s would do", s->cat->name,
                        c->starts_shell ? "shell" : "process", c->shown, c->uses);
}

static void report(struct search *s, const struct command_line *c)
{
    struct rule_context *ctx = s->ctx;
    struct finding f = {.rule = "CA401", .level = LEVEL_WARNING, .confidence = CONF_HIGH,
                        .entity = s->cat->name,
                        .cost_ms = c->starts_shell ? 2 : 1, .worst_ms = -1};
    site_id outer = s->n_frames > 1 ? s->frames[s->n_frames - 2].via : s->site;
    const char **notes = arena_array(ctx->arena, const char *, 1);

    f.at = spot_of_site(ctx->program, outer);
    if (!map_put_new(&s->reported, outer.v, 1))
        return;
    f.message = message(s, c);
    if (s->n_frames > 1) {
        f.steps = chain(s, &f.n_steps);
        f.intro = "starts it by";
    }
    notes[0] = c->starts_shell
                   ? "fork, shell and program cost 1 to 3 ms and some megabytes; the calls take "
                     "microseconds and need no quoting"
                   : "fork and exec cost about 1 ms and some megabytes; the calls take "
                     "microseconds";
    f.notes = notes;
    f.n_notes = 1;
    f.help = arena_printf(ctx->arena, "use %s", c->uses);
    vec_push(ctx->arena, &ctx->out->list, f);
}

/* ---- search ---- */
static void try_frames(struct search *s);

static void try_callers(struct search *s)
{
    const struct program *p = s->ctx->program;
    struct text_frame *outer = &s->frames[s->n_frames - 1];

    for (uint32_t i = 1; i < p->n_sites && s->n_frames < MAX_FRAMES; i++) {
        if (!calls(p, i, outer->func))
            continue;
        outer->via = (site_id){i};
        outer->up = &s->frames[s->n_frames];
        s->frames[s->n_frames++] = (struct text_frame){.func = p->sites[i].caller};
        try_frames(s);
        s->n_frames--;
    }
    outer->via = (site_id){0};
    outer->up = NULL;
}

static void try_frames(struct search *s)
{
    ASSERT(s->n_frames && s->n_frames <= MAX_FRAMES);
    if (s->tries++ >= MAX_TRIES)
        return;
    struct command_line c = command_line_of(s->ctx, &s->frames[0], s->site);
    if (c.verdict == COMMAND_UNKNOWN && c.needs_caller)
        try_callers(s);
    if (c.verdict != COMMAND_SMALL || is_isolated(s))
        return;
    if (s->cat->process != PROC_EXEC || comes_after_fork(s->ctx, s->frames[0].func, 0))
        report(s, &c);
}

/* ---- children that do it themselves ---- */
static void report_child(struct rule_context *ctx, site_id fork)
{
    static const char *const notes[] = {
        "fork costs about 0.1 ms and more with each megabyte of this process, and the child must "
        "be collected; the file work itself takes microseconds"};
    struct finding f = {.rule = "CA401", .level = LEVEL_WARNING, .confidence = CONF_MEDIUM,
                        .at = spot_of_site(ctx->program, fork), .notes = notes, .n_notes = 1,
                        .cost_ms = 0.5, .worst_ms = -1};

    f.entity = site_callee_name(ctx->arena, ctx->program, fork);
    f.message = arena_printf(ctx->arena, "%s() makes a process that only reads or writes files and "
                                         "ends", f.entity);
    f.help = "do it in this process, or hand it to a thread when it may take long";
    vec_push(ctx->arena, &ctx->out->list, f);
}

void rule_fork_for_trivial_io(struct rule_context *ctx)
{
    const struct program *p = ctx->program;
    struct search s = {.ctx = ctx};

    map_init(&s.reported, ctx->arena);
    for (uint32_t i = 1; i < p->n_sites; i++) {
        if (site_forks(ctx->flow, (site_id){i}) && child_only_does_file_io(ctx, (site_id){i}))
            report_child(ctx, (site_id){i});
        s.cat = ctx->flow->site_cat[i];
        if (!s.cat || !s.cat->runs || p->sites[i].n_edges)
            continue;
        s.site = (site_id){i};
        s.frames[0] = (struct text_frame){.func = p->sites[i].caller};
        s.n_frames = 1;
        s.tries = 0;
        try_frames(&s);
    }
}
