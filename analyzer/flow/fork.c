/*
 * Both sides come from the evaluation of branches: fork returned 0, or something positive. Where
 * both give the same blocks the result is not looked at here, and nothing is said.
 */
#include "flow/fork.h"

#include <string.h>

#include "flow/shape.h"

static bool is_vfork(const struct flow_facts *f, site_id site)
{
    const struct cat_func *cat = f->site_cat[site.v];
    return !f->program->sites[site.v].n_edges && cat && cat->process == PROC_VFORK;
}

static bool works_on(const struct flow_facts *f, const struct func_shape *s,
                     const struct fork_site *fork)
{
    const struct prog_func *pf = &f->program->funcs[fork->func.v];
    for (uint32_t i = pf->first_site; i < pf->first_site + pf->n_sites; i++) {
        uint32_t b = shape_block_of(s, f->program->sites[i].op);
        const struct cat_func *cat = f->site_cat[i];
        if (fork->parent[b] && !fork->child[b] &&
            (f->program->sites[i].n_edges || (cat && cat->process == PROC_WAIT)))
            return true;
    }
    return false;
}

/* A way out for the parent that is no end of the process: a return, or a loop that serves on. A
 * return of main() is one when the parent has done something before. */
static bool goes_on(const struct flow_facts *f, const struct func_shape *s,
                    const struct fork_site *fork)
{
    bool ends = !strcmp(f->program->funcs[fork->func.v].name, "main") && !works_on(f, s, fork);

    for (uint32_t b = 0; b < s->func->blocks.n; b++) {
        if (!fork->parent[b] || fork->child[b])
            continue;
        if ((s->returns[b] && !ends) || s->unit->blocks[s->func->blocks.first + b].loop.v)
            return true;
    }
    return false;
}

static bool ends_process(const struct flow_facts *f, const struct func_shape *s,
                         const struct fork_site *fork)
{
    const struct prog_func *pf = &f->program->funcs[fork->func.v];
    for (uint32_t i = pf->first_site; i < pf->first_site + pf->n_sites; i++) {
        uint32_t b = shape_block_of(s, f->program->sites[i].op);
        if (fork->parent[b] && !fork->child[b] && s->ends[b])
            return true;
    }
    return !strcmp(pf->name, "main");
}

/* Blocks that only one side runs. */
static bool has_own_blocks(const struct func_shape *s, const struct fork_site *fork, bool childs)
{
    for (uint32_t b = 0; b < s->func->blocks.n; b++)
        if (childs ? fork->child[b] && !fork->parent[b] : fork->parent[b] && !fork->child[b])
            return true;
    return false;
}

static void look_at(struct arena *a, const struct flow_facts *f, site_id site, struct forks *out)
{
    gfunc_id func = f->program->sites[site.v].caller;
    const struct func_shape *s = flow_shape(f, func);
    struct context ctx = {.child_of = site};
    struct fork_site fork = {.site = site, .func = func, .is_vfork = is_vfork(f, site),
                             .child = arena_array(a, bool, s->func->blocks.n + 1),
                             .parent = arena_array(a, bool, s->func->blocks.n + 1)};

    context_blocks(f, func, &ctx, fork.child);
    context_blocks_after(f, site, fork.parent);
    if (!has_own_blocks(s, &fork, true) &&
        (f->funcs[func.v].returns_pid || !has_own_blocks(s, &fork, false)))
        return;
    for (uint32_t b = 0; b < s->func->blocks.n; b++)
        fork.returns |= fork.child[b] &&
                        s->unit->blocks[s->func->blocks.first + b].term == TERM_RETURN;
    fork.detaches = has_own_blocks(s, &fork, false) && !goes_on(f, s, &fork) &&
                    ends_process(f, s, &fork);
    vec_push(a, &out->list, fork);
}

void forks_find(struct arena *a, const struct flow_facts *f, struct forks *out)
{
    *out = (struct forks){0};
    for (uint32_t i = 1; i < f->program->n_sites; i++)
        if (context_returns_pid(f, (site_id){i}))
            look_at(a, f, (site_id){i}, out);
}

static bool is_after(const struct flow_facts *f, const struct fork_site *s, op_id op,
                     uint32_t block)
{
    op_id fork = f->program->sites[s->site.v].op;
    return block != shape_block_of(flow_shape(f, s->func), fork) || op.v > fork.v;
}

bool fork_is_childs(const struct flow_facts *f, const struct fork_site *s, op_id op)
{
    uint32_t b = shape_block_of(flow_shape(f, s->func), op);
    return s->child[b] && !s->parent[b] && is_after(f, s, op, b);
}

bool fork_is_parents(const struct flow_facts *f, const struct fork_site *s, op_id op)
{
    uint32_t b = shape_block_of(flow_shape(f, s->func), op);
    return s->parent[b] && !s->child[b] && is_after(f, s, op, b);
}

struct walk_start fork_child_start(const struct fork_site *s, uint32_t tag)
{
    ASSERT(s->site.v);
    return (struct walk_start){.func = s->func, .conf = CONF_HIGH, .tag = tag,
                               .ctx = {.child_of = s->site}};
}
