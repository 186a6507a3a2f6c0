/*
 * Makes a unit. `extract` calls it in source order; it owns deduplication (strings, places, types,
 * paths, values), the layout of runs, and the computation of natural loops when a function ends.
 *
 * Order within a function: builder_func_begin, locals, blocks and ops in any block order (an op
 * goes to the end of the block that is passed), terminators, loop announcements, builder_func_end.
 * Ops get their final ids (block after block, so that each block and function is one run) at
 * builder_func_end; the op_id that builder_op returns is stable: ids are given at once and the runs
 * are made by permuting, with every VAL_LOAD, VAL_CALL and ROOT_CALL rewritten.
 */
#ifndef UNIT_BUILDER_H
#define UNIT_BUILDER_H

#include "unit/unit.h"

struct unit_builder; /* opaque */

struct unit_builder *builder_new(struct arena *a);

str_id builder_str(struct unit_builder *b, const char *s);
str_id builder_strn(struct unit_builder *b, const char *s, size_t n);
const char *builder_str_get(const struct unit_builder *b, str_id s);
file_id builder_file(struct unit_builder *b, const struct unit_file *f); /* same name: same id */
place_id builder_place(struct unit_builder *b, file_id file, uint32_t line, uint32_t col,
                       place_id macro);
type_id builder_type(struct unit_builder *b, const struct unit_type *t,
                     const type_id *params, uint32_t n_params);
/* Records may be recursive: declare first, fill the fields later (once). */
record_id builder_record(struct unit_builder *b, const struct unit_record *r);
void builder_record_fields(struct unit_builder *b, record_id r, const struct unit_field *fields,
                           uint32_t n);
struct unit_field builder_field_get(const struct unit_builder *b, field_id f);
field_id builder_field_at(const struct unit_builder *b, record_id r, uint32_t index);
sym_id builder_sym(struct unit_builder *b, const struct unit_sym *s); /* always a new one */
struct unit_sym *builder_sym_at(struct unit_builder *b, sym_id s);    /* to complete it later */
struct unit_type builder_type_get(const struct unit_builder *b, type_id t);
struct unit_record *builder_record_at(struct unit_builder *b, record_id r);
struct unit_path builder_path_get(const struct unit_builder *b, path_id p);
struct unit_val builder_val_get(const struct unit_builder *b, val_id v);
struct unit_sel builder_sel_get(const struct unit_builder *b, path_id p, uint32_t index);
void builder_attr(struct unit_builder *b, const struct unit_attr *a);
void builder_init_value(struct unit_builder *b, path_id path, val_id val, place_id place);
void builder_comment(struct unit_builder *b, const struct unit_comment *c);
void builder_diag(struct unit_builder *b, const struct unit_diag *d);

/* ---- paths and values: equal ones get equal ids ---- */
path_id builder_path(struct unit_builder *b, enum path_root root, uint32_t id, type_id type);
/* base with one more selector; type is the type of the result. Over-long: unchanged with
 * PATH_REST. */
path_id builder_path_add(struct unit_builder *b, path_id base, struct unit_sel sel, type_id type);
val_id builder_val(struct unit_builder *b, const struct unit_val *v);
val_id builder_int(struct unit_builder *b, int64_t num, type_id type);

/* ---- functions ---- */
func_id builder_func_begin(struct unit_builder *b, const struct unit_func *f); /* sym, place, ... */
local_id builder_local(struct unit_builder *b, const struct unit_local *l); /* parameters first */
struct unit_local *builder_local_at(struct unit_builder *b, local_id l);
block_id builder_block(struct unit_builder *b); /* the first one is the entry */
op_id builder_op(struct unit_builder *b, block_id block, const struct unit_op *op,
                 const val_id *args, uint32_t n_args);
struct unit_op *builder_op_at(struct unit_builder *b, op_id op); /* until builder_func_end */
/* A block without a terminator at the end is TERM_NORETURN. The first terminator set wins. */
void builder_jump(struct unit_builder *b, block_id from, block_id to);
void builder_branch(struct unit_builder *b, block_id from, val_id cond, block_id yes, block_id no,
                    place_id place);
void builder_switch(struct unit_builder *b, block_id from, val_id val,
                    const struct unit_succ *succs, uint32_t n, place_id place);
void builder_computed(struct unit_builder *b, block_id from, val_id val,
                      const block_id *to, uint32_t n, place_id place);
void builder_return(struct unit_builder *b, block_id from, val_id val, place_id place);
void builder_noreturn(struct unit_builder *b, block_id from, place_id place);
bool builder_terminated(const struct unit_builder *b, block_id block);
/* Announces what the source says of the loop whose header block this is (kind, flags, place, bound,
 * induction, trips). builder_func_end finds the natural loops (dominators, back edges), joins the
 * announcements by header, sets nesting, block.loop and sizes; an announced header without a back
 * edge (do { } while (0)) yields no loop; a back edge without announcement yields LOOP_GOTO. */
void builder_loop(struct unit_builder *b, block_id header, const struct unit_loop *l);
/* Unreachable blocks are dropped. quality and why may have been changed until here. */
void builder_func_end(struct unit_builder *b, enum quality quality, str_id why, uint32_t end_line);

/* The finished view; valid as long as the arena. */
const struct unit *builder_finish(struct unit_builder *b, const struct unit_info *info);

#endif
