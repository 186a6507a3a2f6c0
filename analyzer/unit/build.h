/*
 * The inside of a builder, for builder.c (tables and their deduplication) and func.c (functions).
 * Nobody else includes this.
 */
#ifndef UNIT_BUILD_H
#define UNIT_BUILD_H

#include "unit/builder.h"

/* A block, an op and a loop announcement while their function is being built. */
struct open_block {
    uint32_t first_op, last_op; /* index + 1 in ops; 0: none */
    uint32_t n_ops;
    uint32_t first_succ, n_succs;
    uint8_t term;
    bool is_terminated;
    val_id val;
    place_id place;
};
struct open_op {
    struct unit_op op; /* op.args is a run of open_func.args */
    uint32_t next;     /* index + 1 of the next op in its block */
    uint32_t depth;
};
struct open_loop {
    uint32_t header; /* index in blocks */
    struct unit_loop loop;
};
struct open_func {
    func_id id; /* 0: none is open */
    uint32_t first_op, first_block, first_val, first_path;
    VEC(struct open_block) blocks;
    VEC(struct open_op) ops;
    VEC(struct unit_arg) args;
    VEC(struct unit_succ) succs;
    VEC(struct open_loop) loops;
};

struct unit_builder {
    struct arena *arena;
    struct arena scratch; /* what lives as long as the open function */
    struct strtab strs;
#define X(name, T) VEC(T) name;
    UNIT_TABLES(X)
#undef X
    struct map file_map, place_map, type_map, path_map, val_map;
    VEC(uint8_t) val_depths, path_depths; /* as UNIT_MAX_DEPTH counts */
    struct open_func f;
};

uint32_t builder_val_depth(const struct unit_builder *b, val_id v);

#endif
