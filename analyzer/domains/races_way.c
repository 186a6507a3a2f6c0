/*
 * Can the chain of calls of an access be gone at all? The constants that it passes, and what it has
 * asked of global variables on the way, must lead to the access: option(CHECK) does not come to the
 * case of another command, and `if (mode == READ) work();` does not come to what work() does in
 * another mode.
 */
#include "domains/races_internal.h"

/* Do the constants that its chain of calls passes lead to the access: option(CHECK) to the case? */
bool races_is_feasible(struct finder *f, struct event *e)
{
    const struct program *p = f->flow->program;
    struct arena scratch;
    bool fits = true;

    if (e->has_way)
        return e->is_way;
    races_chain(f, e);
    arena_init(&scratch);
    struct context *ctx = arena_new(&scratch, struct context);
    for (uint32_t i = 0; i <= e->n_chain && fits && e->n_chain < RACE_CHAIN; i++) {
        const struct site *s = i < e->n_chain ? &p->sites[e->chain[i].v] : NULL;
        gfunc_id func = s ? s->caller : e->access->func;
        const struct unit *u = program_unit(p, func);
        bool *reached = arena_array(&scratch, bool, program_func(p, func)->blocks.n + 1);
        op_id op = s ? s->op : e->access->op;
        struct absval *args;
        struct context *next = arena_new(&scratch, struct context);

        next->v = args = arena_array(&scratch, struct absval, u->ops[op.v].args.n + 1);
        context_blocks(f->flow, func, ctx, reached);
        fits = reached[shape_block_of(flow_shape(f->flow, func), op)];
        for (uint32_t k = 0; s && k < u->ops[op.v].args.n; k++) {
            val_id arg = u->args[u->ops[op.v].args.first + k].val;
            args[k] = context_eval(f->flow, func, ctx, arg);
            next->n = k + 1;
        }
        ctx = next;
    }
    arena_release(&scratch);
    e->has_way = true;
    e->is_way = fits;
    return fits;
}
