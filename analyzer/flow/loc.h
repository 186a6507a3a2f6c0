/*
 * Canonical locations: names of memory that mean the same in every function and file, so that "the
 * lock in the same record" can be compared across functions. Interned for the whole program: equal
 * names have equal ids.
 *
 * A location is a root and selectors (dereference, field, index). Locals are replaced by what they
 * were set to; what remains in terms of parameters is relative to the function, and
 * locs_substitute() turns it into the caller's terms. Names are bounded: over-long ones fall back
 * to "some object's last field". Names are not sets of objects: that is what flow/escape.h adds.
 */
#ifndef FLOW_LOC_H
#define FLOW_LOC_H

#include "flow/flow.h"

ID_TYPE(loc_id); /* 0: none */

enum loc_kind {
    LOC_NONE,
    /* roots: variables, or what stands for one; a pointer needs LOC_DEREF to get to its object */
    LOC_GLOBAL,  /* id: gsym (globals, file statics, local statics) */
    LOC_PARAM,   /* id: index; of the function that the location is relative to */
    LOC_LOCAL,   /* id: index in the function's locals, func: the function */
    LOC_RESULT,  /* id: site; the pointer that this call returned (heap, getters) */
    LOC_RETURN,  /* the pointer that the function returns: for what it leaves in that object */
    LOC_STRING,  /* a string literal */
    LOC_UNKNOWN, /* some object: id 0, selectors say which field of it; else id: node (flow_node) */
    /* selectors */
    LOC_DEREF,
    LOC_FIELD,   /* id: gfield */
    LOC_INDEX,   /* num: constant */
    LOC_ANY,     /* an index that is not constant */
};
enum { LOC_MAX_SELECTORS = 8 };
struct loc {
    uint8_t kind;   /* enum loc_kind */
    uint8_t depth;  /* selectors */
    loc_id parent;  /* of a selector: what it is applied to; 0 for roots */
    loc_id root;    /* itself for roots */
    gfunc_id func;  /* LOC_LOCAL */
    uint32_t id;    /* by kind */
    int64_t num;    /* LOC_INDEX */
};
/* A pointer value: the address of a location, or what a location holds. loc 0: not known. */
struct loc_val {
    loc_id loc;
    bool is_addr;
};

struct locs; /* opaque */
struct locs *flow_locs(const struct flow_facts *f); /* the program's table, made on first use */

const struct loc *loc_get(const struct locs *l, loc_id id);
/* What the path designates at the op `at` (0: anywhere) of func. Never 0. */
loc_id loc_of_path(struct locs *l, gfunc_id func, path_id path, op_id at);
struct loc_val loc_of_val(struct locs *l, gfunc_id func, val_id val, op_id at);
loc_id loc_pointee(struct locs *l, struct loc_val v); /* what the value points to; 0: not known */
/* A callee's location in terms of the caller at this call; 0: has no meaning there (its own
 * parameter as a variable). */
loc_id loc_substitute(struct locs *l, loc_id id, site_id site);
struct loc_val loc_of_arg(struct locs *l, site_id site, uint32_t index); /* in the caller */
/* id, which has the prefix, with another one instead. */
loc_id loc_rebase(struct locs *l, loc_id id, loc_id prefix, loc_id onto);
loc_id loc_select(struct locs *l, loc_id base, enum loc_kind kind, uint32_t id, int64_t num);
loc_id loc_widen(struct locs *l, loc_id id); /* "some object's last field" */
loc_id loc_root_of(struct locs *l, enum loc_kind kind, gfunc_id func, uint32_t id);

/* ---- what a name tells ---- */
gfield_id loc_last_field(const struct locs *l, loc_id id); /* 0: none */
gsym_id loc_global(const struct locs *l, loc_id id);       /* root's symbol, 0: no global root */
/* A global without dereference: one object, the same in every function. */
bool loc_is_fixed(const struct locs *l, loc_id id);
bool loc_has_prefix(const struct locs *l, loc_id id, loc_id prefix);
/* Can the two names, used in different functions or threads, mean the same memory? By the names
 * alone: last field and root; optimistic about different derived names. */
bool loc_may_alias(const struct locs *l, loc_id a, loc_id b);
/* If a and b name the same object (a = A.t, b = B.t for the longest common t), do x and y then name
 * the same object too: x = A.s and y = B.s, or the same fixed global? */
bool loc_same_given(struct locs *l, loc_id a, loc_id b, loc_id x, loc_id y);
/* "entry->mutex", in the words of func (0: parameters by number); appends to out. */
void loc_text(const struct locs *l, gfunc_id func, loc_id id, struct buf *out);

#endif
