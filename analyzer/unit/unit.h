/*
 * The program representation of one translation unit: what `extract` keeps and every later stage
 * reads.
 *
 * A unit is a set of flat tables of plain records that refer to each other by index (distinct id
 * types). Index 0 of every table is a null entry, so id 0 always means "none". There are no
 * pointers in the records, so the byte form (unit/bytes.h) is the tables one after the other.
 *
 * Code is a control-flow graph of basic blocks for each function; a block has operations in
 * evaluation order and one terminator. Operations work on access paths (struct unit_path) and on
 * values (struct unit_val, small expression trees over constants, addresses, and the results of
 * earlier ops). Short-circuit operators, ?: and statement expressions are split into blocks of
 * their own.
 *
 * Nothing here knows rules, catalogs or libclang.
 */
#ifndef UNIT_UNIT_H
#define UNIT_UNIT_H

#include "unit/code.h"
#include "unit/decls.h"

/* Initialisers of globals and local statics, one for each scalar that matters: functions, addresses
 * and strings always, integers up to 64 for each object. */
struct unit_init {
    path_id path; /* ROOT_SYM with FIELD and INDEX_CONST selectors */
    val_id val;
    place_id place;
};

/* Comments that speak to the tool ("concadvise" or "NOLINT" in their text), in project files. */
enum { COMMENT_ALONE = 1 }; /* nothing but white space before it on its line */
struct unit_comment {
    place_id place; /* of its first character */
    uint32_t end_line;
    str_id text; /* with the comment marks */
    uint32_t flags;
};

enum diag_kind { DIAG_MISSING_HEADER, DIAG_ERROR, DIAG_FATAL, DIAG_NOTE };
struct unit_diag {
    uint32_t kind;
    place_id place;
    str_id text; /* missing header: its name as written; else the message */
    func_id func; /* the function whose extent it lies in, 0 when outside of all */
};

enum unit_status { UNIT_OK, UNIT_PARTIAL, UNIT_FAILED };
struct unit_info {
    uint32_t status; /* enum unit_status */
    file_id main_file;
    str_id why; /* first reason when not OK */
    str_id directory; /* working directory of the compile command */
    uint32_t n_bodies; /* functions with a body seen in project files: all are in funcs */
    uint32_t pad;
};

/* name, record type: the order is the byte form's order. */
#define UNIT_TABLES(X)                                                                             \
    X(info, struct unit_info)                                                                      \
    X(files, struct unit_file)                                                                     \
    X(places, struct unit_place)                                                                   \
    X(types, struct unit_type)                                                                     \
    X(type_params, struct unit_type_param)                                                         \
    X(records, struct unit_record)                                                                 \
    X(fields, struct unit_field)                                                                   \
    X(syms, struct unit_sym)                                                                       \
    X(attrs, struct unit_attr)                                                                     \
    X(funcs, struct unit_func)                                                                     \
    X(locals, struct unit_local)                                                                   \
    X(paths, struct unit_path)                                                                     \
    X(sels, struct unit_sel)                                                                       \
    X(vals, struct unit_val)                                                                       \
    X(ops, struct unit_op)                                                                         \
    X(args, struct unit_arg)                                                                       \
    X(blocks, struct unit_block)                                                                   \
    X(succs, struct unit_succ)                                                                     \
    X(loops, struct unit_loop)                                                                     \
    X(inits, struct unit_init)                                                                     \
    X(comments, struct unit_comment)                                                               \
    X(diags, struct unit_diag)                                                                     \
    X(str_ends, uint32_t)

/* Read-only view; the memory belongs to a builder's arena or to the bytes it was decoded from.
 * String i is str_bytes[str_ends[i-1] .. str_ends[i] - 1), with a NUL at its end; string 0 is "".
 * info has two entries (0 is the null entry). */
struct unit {
#define X(name, T)                                                                                 \
    const T *name;                                                                                 \
    uint32_t n_##name;
    UNIT_TABLES(X)
#undef X
    const char *str_bytes;
    uint32_t n_str_bytes;
};

const char *unit_str(const struct unit *u, str_id s);
static inline const struct unit_info *unit_info(const struct unit *u) { return &u->info[1]; }

#endif
