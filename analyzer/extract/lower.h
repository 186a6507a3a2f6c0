/*
 * What the files share that turn one function body into a control-flow graph. Expressions become
 * values (unit_val) and paths (unit_path); every access becomes an op at the end of the current
 * block lw->cur.
 *
 * libclang hides the kinds of implicit casts, so the context decides: lower_lvalue() asks an
 * expression for the object it names, lower_value() for what it is worth, loading from the object
 * where C would. Called by decl.c (lower_function) and init.c (lower_constant, init_walk); knows
 * nothing of rules.
 */
#ifndef EXTRACT_LOWER_H
#define EXTRACT_LOWER_H

#include "extract/context.h"

/* ---- children.c: cursors ---- */
enum { KIDS_INLINE = 4 };
struct kids {
    uint32_t n, cap;
    CXCursor *v; /* own, or in the arena when there are more */
    CXCursor own[KIDS_INLINE];
    struct arena *arena;
};
void kids_of(struct arena *a, CXCursor c, struct kids *k);
CXCursor kid_first(CXCursor c); /* null cursor when there is none */
CXCursor kid_last_expr(CXCursor c); /* the operand of a cast: types stand before it */
bool is_expr(CXCursor c);
bool is_kind_canonical(CXCursor expr, enum CXTypeKind kind);
/* The source text from where the cursor is spelled (in a macro: the macro's definition). NULL when
 * there is none; *n gets what is left of the file. *before gets what stands before it in the
 * file. */
const char *text_at(CXTranslationUnit tu, CXCursor c, size_t *n, size_t *before);
/* The identifier that a cursor's text starts with; empty when it is none. */
struct slice {
    const char *s;
    size_t n;
};
struct slice word_at(CXTranslationUnit tu, CXCursor c);
bool slice_is(struct slice s, const char *text);
bool slice_starts(struct slice s, const char *prefix);

/* ---- the state of one function ---- */
/* A local with a cleanup attribute that is alive; the list is a tree over the whole function. */
struct cleanup {
    struct cleanup *outer;
    sym_id fn;
    path_id path;
    place_id place; /* of the declaration */
    uint32_t depth; /* 1 for the outermost */
};

/* Where break and continue go. */
struct jump_target {
    struct jump_target *outer;
    block_id on_break, on_continue; /* on_continue 0: a switch */
    struct cleanup *cleanups;
};

struct switch_state {
    struct switch_state *outer;
    VEC(struct unit_succ) succs;
    bool has_default;
};

struct label {
    block_id block;
    struct cleanup *cleanups;
    bool is_placed, is_addr_taken;
};
struct pending_goto {
    block_id from;
    uint32_t label;
    struct cleanup *cleanups;
    place_id place;
};
struct pending_computed {
    block_id from;
    val_id val;
    place_id place;
};

/* Each plain store, in order: loops ask what their clauses and bodies write. */
struct store_note {
    path_id path;
    val_id val;
};

struct lower {
    struct extract *x;
    struct unit_builder *b;
    struct arena *arena; /* scratch, of this function */
    block_id cur;
    block_id dead;    /* the newest block that is reached by nothing */
    uint32_t depth;   /* of nested expressions and statements */
    bool is_constant; /* no function: any op makes the expression not constant */
    bool has_failed;  /* is_constant: it was not constant; else: nested too deeply */
    bool is_partial;  /* a part of the tree was missing */
    struct cursor_map locals;      /* VarDecl and ParmDecl to an index of vars */
    VEC(struct local_var) vars;
    struct map param_locals; /* parameter's index to local_id */
    struct cleanup *cleanups;
    struct jump_target *targets;
    struct switch_state *switches;
    struct map label_ids; /* the label's statement to an index of labels */
    VEC(struct label) labels;
    VEC(struct pending_goto) gotos;
    VEC(struct pending_computed) computed;
    VEC(struct store_note) stores;
    VEC(val_id) branches; /* the conditions branched on, in order, for loops likewise */
    block_id last_yes;    /* of the last of them: where it goes when the condition is true */
    struct map index_bases; /* a path that ends with an INDEX to the path before it */
    CXCursor leaf;          /* the last value of an initialiser list, and what it was worth */
    val_id leaf_val;
    struct map reached;     /* targets of conditions that can come true */
    struct map va_types;    /* canonical type's handle to 1 when it is a va_list pointer */
};
struct local_var {
    path_id path;
    local_id local;
};

enum { LOWER_DEPTH_MAX = 2000 };
/* Enters one level; false (and the function has failed) when that is too deep. */
bool lower_enter(struct lower *lw);
static inline void lower_leave(struct lower *lw)
{
    ASSERT(lw->depth > 0);
    lw->depth--;
}

/* ---- body.c ---- */
void lower_function(struct extract *x, CXCursor function);
local_id lower_new_local(struct lower *lw, const char *name, type_id type, place_id place,
                         uint32_t flags);
path_id lower_var_path(struct lower *lw, CXCursor decl); /* of any VarDecl or ParmDecl */
void lower_local_decl(struct lower *lw, CXCursor var);
/* Stores what an initialiser says into a local object, lists resolved. */
void lower_initialise(struct lower *lw, path_id path, CXType type, CXCursor init, place_id place);
void lower_run_cleanups(struct lower *lw, block_id block, const struct cleanup *from,
                        const struct cleanup *to, place_id place);

/* ---- stmt.c, jump.c, asm.c ---- */
void lower_stmt(struct lower *lw, CXCursor s);
void lower_dead_end(struct lower *lw); /* what follows starts in a block that nothing reaches */
val_id lower_compound(struct lower *lw, CXCursor s, bool is_value);
void lower_switch(struct lower *lw, CXCursor s);
void lower_case(struct lower *lw, CXCursor s);
void lower_goto(struct lower *lw, CXCursor s);
void lower_computed_goto(struct lower *lw, CXCursor s);
void lower_label(struct lower *lw, CXCursor s);
void lower_addr_label(struct lower *lw, CXCursor e);
void lower_break(struct lower *lw, CXCursor s, bool is_continue);
void lower_finish_jumps(struct lower *lw);
void lower_asm(struct lower *lw, CXCursor s);

/* ---- loop.c ---- */
void lower_while(struct lower *lw, CXCursor s);
void lower_do(struct lower *lw, CXCursor s);
void lower_for(struct lower *lw, CXCursor s);

/* ---- clauses.c ---- */
struct for_clauses {
    CXCursor init, cond, inc, body; /* null when absent */
};
struct for_clauses for_clauses(struct lower *lw, CXCursor s);

/* ---- expr.c ---- */
/* The value, loads emitted. An address in it is not noted as taken: the caller looks through it. */
val_id lower_value(struct lower *lw, CXCursor e);
/* The value, for keeps: an address in it is taken (OP_ADDR). */
val_id lower_rvalue(struct lower *lw, CXCursor e);
void lower_effect(struct lower *lw, CXCursor e); /* the value is dropped */
val_id lower_unknown(struct lower *lw, type_id type);
CXCursor lower_strip(struct lower *lw, CXCursor e); /* parentheses and implicit casts */
type_id lower_type(struct lower *lw, CXCursor e);
/* As a value: libclang shows a parameter's array and function types as they were written, where C
 * has made pointers of them. */
type_id lower_value_type(struct lower *lw, CXCursor e);
place_id lower_place(struct lower *lw, CXCursor e); /* where the expression starts */
bool lower_int(struct lower *lw, val_id v, int64_t *num);
val_id lower_evaluate(struct lower *lw, CXCursor e, type_id type); /* by libclang; else unknown */
val_id lower_escape(struct lower *lw, val_id v, CXCursor e);

/* ---- binary.c ---- */
val_id lower_binary(struct lower *lw, CXCursor e);
val_id lower_compound_assign(struct lower *lw, CXCursor e, path_id *target);
val_id lower_assign(struct lower *lw, CXCursor e, path_id *target);
val_id lower_inc_dec(struct lower *lw, CXCursor e, path_id *target);
val_id lower_bin_val(struct lower *lw, enum oper oper, val_id a, val_id b, type_id type);
val_id lower_un_val(struct lower *lw, enum oper oper, val_id a, type_id type);

/* ---- cond.c ---- */
/* Branches on e from the current block, which ends. */
void lower_cond(struct lower *lw, CXCursor e, block_id yes, block_id no);
val_id lower_bool(struct lower *lw, CXCursor e);        /* && and || as values */
val_id lower_conditional(struct lower *lw, CXCursor e); /* ?: as value */
val_id lower_elvis(struct lower *lw, const struct kids *k, CXCursor e);
bool is_branching(CXCursor e); /* && || */
bool is_reached(struct lower *lw, block_id block); /* by a condition that can come true */

/* ---- access.c ---- */
path_id lower_lvalue(struct lower *lw, CXCursor e);
/* The object that a pointer value points to, idx elements further. */
path_id lower_pointee(struct lower *lw, val_id pointer, val_id idx, type_id elem);
val_id lower_load(struct lower *lw, path_id path, CXCursor at);
/* The load when a read of path needs one; arrays give their address, functions themselves. */
val_id lower_load_at(struct lower *lw, path_id path, place_id place);
void lower_store(struct lower *lw, path_id path, val_id val, unsigned flags, enum oper oper,
                 place_id place);
void lower_addr_taken(struct lower *lw, path_id path, place_id place);
op_id lower_emit(struct lower *lw, const struct unit_op *op, const val_id *args, uint32_t n);
path_id lower_temp(struct lower *lw, CXCursor e, val_id val);

/* ---- call.c, atomic.c ---- */
val_id lower_call(struct lower *lw, CXCursor e);
val_id lower_atomic_expr(struct lower *lw, CXCursor e, struct slice name, const struct kids *k);
bool is_atomic_name(struct slice name);
/* Builtin functions that are atomics; false when name is none. args without the callee. */
bool lower_atomic_call(struct lower *lw, CXCursor e, struct slice name, const CXCursor *args,
                       uint32_t n, val_id *result);

/* ---- const.c ---- */
/* A constant initialiser's value (integer, string, function, address ...); 0 when not constant. */
val_id lower_constant(struct extract *x, CXCursor expr);

/* ---- initlist.c ---- */
/* Calls leaf for each scalar, string or whole record that an initialiser gives, with its path:
 * positions, designators, ranges and left-out braces resolved. */
typedef void init_leaf(void *ctx, path_id path, CXType type, CXCursor value);
void init_walk(struct extract *x, path_id path, CXType type, CXCursor init, init_leaf *leaf,
               void *ctx);
CXCursor init_strip(CXCursor init); /* without parentheses around it */

#endif
