/*
 * What the control-flow graph of one function tells on its own: predecessors, stores to each local,
 * which blocks can still reach a return, which op is in which block. Made on first use, kept in the
 * run's arena.
 */
#ifndef FLOW_SHAPE_H
#define FLOW_SHAPE_H

#include "flow/flow.h"

struct keyed_op {
    uint64_t key;
    op_id op;
};
struct op_list { /* in op order */
    const struct keyed_op *v;
    uint32_t n;
};

struct func_shape {
    const struct unit *unit;
    const struct unit_func *func;
    uint32_t *op_block;    /* [op - func->ops.first] block index within the function */
    uint32_t *pred_first;  /* [n_blocks + 1] into preds */
    uint32_t *preds;       /* block indexes within the function */
    uint32_t *store_first; /* [n_locals + 1] into stores: ops that write the whole local */
    op_id *stores;
    struct op_list by_root; /* all stores, by root and id of their path */
    struct op_list by_arg;  /* calls, by the path that an argument was loaded from */
    /* [block] a return can be reached from its end without a noreturn call */
    bool *returns;
    bool *ends;            /* [block] holds a call that never returns */
};

const struct func_shape *flow_shape(const struct flow_facts *f, gfunc_id func);

uint32_t shape_block_of(const struct func_shape *s, op_id op); /* index within the function */
/* Index of the local that a path designates as a whole (parameters too), UINT32_MAX when it is
 * none. */
uint32_t shape_local(const struct func_shape *s, const struct unit_path *path);
/* The one store whose value a load of a whole local sees, by walking back through single
 * predecessors; the local's only store when there is just one; 0 when several may reach. */
op_id shape_reaching_store(const struct func_shape *s, op_id load);
/* Stores to what a root designates or to a part of it. */
struct op_list shape_stores(const struct func_shape *s, uint8_t root, uint32_t id);
/* Calls with an argument that is a plain load of the path. */
struct op_list shape_calls_with(const struct func_shape *s, path_id path);
/* First item of the list that is not before the op. */
uint32_t op_list_from(struct op_list list, op_id op);
loop_id shape_loop_of(const struct func_shape *s, op_id op); /* innermost, 0: none */
/* Is block (index) inside the natural loop l (or one nested in it)? */
bool shape_in_loop(const struct func_shape *s, uint32_t block, loop_id l);
/* Does a switch on value go to successor i? */
bool succ_takes(const struct unit_succ *succs, uint32_t n, uint32_t i, int64_t value);
/* Can control go from op `from` to op `to` (not counting from == to)? */
bool shape_reaches(const struct func_shape *s, op_id from, op_id to, struct arena *scratch);

#endif
