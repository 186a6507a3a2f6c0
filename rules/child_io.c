/*
 * All calls of the child's blocks and of the functions below them are looked at; one that does
 * anything but memory, text and files is enough to say no. So is code that is not seen, or a child
 * that goes on behind the fork instead of ending.
 */
#include "rules/child_io.h"

#include <string.h>

#include "catalog/cpu.h"
#include "flow/fork_side.h"
#include "flow/shape.h"

enum { MAX_FUNCS = 6, MAX_CALLS = 60 };

struct child {
    struct rule_context *ctx;
    gfunc_id funcs[MAX_FUNCS];
    uint32_t n_funcs, n_calls;
    bool uses_files, does_other;
};

static void add_func(struct child *c, gfunc_id func)
{
    for (uint32_t i = 0; i < c->n_funcs; i++)
        if (c->funcs[i].v == func.v)
            return;
    if (c->n_funcs < MAX_FUNCS)
        c->funcs[c->n_funcs++] = func;
    else
        c->does_other = true;
}

static bool is_device_of_files(enum cat_device d)
{
    return d == DEV_DISK || d == DEV_DISK_META || d == DEV_SYNC;
}

/* Is a call of the library harmless: memory, text, files, closing, ending? */
static bool is_plain(const struct cat_func *cat)
{
    if (cat->process)
        return cat->process == PROC_EXIT || cat->process == PROC_EXIT_NOW;
    if (cat->waits || cat->lock || cpu_is_notable(cat))
        return false;
    for (uint32_t i = 0; i < cat->n_registers; i++)
        if (cat->registers[i].domain != DOM_SIGNAL)
            return false;
    for (uint32_t i = 0; i < cat->n_fds; i++)
        if (cat->fds[i].kind != FD_FILE && cat->fds[i].kind != FD_ANY)
            return false;
    return !cat->blocks || cat->blocks->device == DEV_FD || is_device_of_files(cat->blocks->device);
}

static void look_at(struct child *c, site_id site)
{
    const struct program *p = c->ctx->program;
    const struct site *s = &p->sites[site.v];
    const struct cat_func *cat = c->ctx->flow->site_cat[site.v];

    if (c->n_calls++ > MAX_CALLS || s->unresolved || s->n_edges > 1)
        c->does_other = true;
    else if (s->n_edges)
        add_func(c, p->edges[s->first_edge].to);
    else if (!cat || !is_plain(cat))
        c->does_other = true;
    else
        c->uses_files |= cat->blocks && is_device_of_files(cat->blocks->device);
}

/* Does control leave the child's blocks but by ending the process? */
static bool goes_on(const struct func_shape *s, const bool *child, uint32_t block)
{
    const struct unit_block *b = &s->unit->blocks[s->func->blocks.first + block];
    if (s->ends[block])
        return false;
    for (uint32_t i = 0; i < b->succs.n; i++)
        if (!child[s->unit->succs[b->succs.first + i].to.v - s->func->blocks.first])
            return true;
    return b->term == TERM_RETURN;
}

bool child_only_does_file_io(struct rule_context *ctx, site_id fork)
{
    const struct program *p = ctx->program;
    gfunc_id func = p->sites[fork.v].caller;
    const struct func_shape *s = flow_shape(ctx->flow, func);
    struct child c = {.ctx = ctx};
    struct arena scratch;

    arena_init(&scratch);
    bool *child = arena_array(&scratch, bool, s->func->blocks.n + 1);
    c.does_other = !fork_child_blocks(ctx->flow, fork, child);
    for (uint32_t i = 0; i < s->func->blocks.n && !c.does_other; i++)
        c.does_other = child[i] && goes_on(s, child, i);
    for (uint32_t i = 0; i < p->funcs[func.v].n_sites && !c.does_other; i++) {
        site_id site = {p->funcs[func.v].first_site + i};
        if (child[shape_block_of(s, p->sites[site.v].op)])
            look_at(&c, site);
    }
    for (uint32_t k = 0; k < c.n_funcs && !c.does_other; k++) {
        const struct prog_func *pf = &p->funcs[c.funcs[k].v];
        for (uint32_t i = 0; i < pf->n_sites && !c.does_other; i++)
            look_at(&c, (site_id){pf->first_site + i});
    }
    arena_release(&scratch);
    ASSERT(c.n_funcs <= MAX_FUNCS);
    return c.uses_files && !c.does_other;
}
