/*
 * Values in a context: what one chain of calls passes for the parameters of a function. A context
 * holds constants, single functions and descriptor states; everything else is ABS_ANY. Used
 * top-down from a domain's entry, so that `f(fd, true)` and `f(fd, false)` are judged apart.
 */
#ifndef FLOW_CONTEXT_H
#define FLOW_CONTEXT_H

#include "flow/flow.h"

enum abs_kind {
    ABS_ANY,
    ABS_INT,      /* num; null pointers are 0 */
    ABS_NONNULL,  /* a pointer that is not null */
    ABS_FUNC,     /* func (has a body); not null */
    ABS_FD,       /* a descriptor of known origin: fd */
    ABS_POSITIVE, /* > 0: the parent's side of fork */
    ABS_BITS,     /* the bits in num are surely set */
};
struct abs_fd {
    uint8_t mode;  /* enum fd_mode */
    uint8_t kind;  /* enum cat_fd_kind, FD_ANY when mixed */
    bool ready;    /* the event loop says that it is ready */
    bool watched;  /* handed to a readiness API somewhere */
    bool any_event; /* one of the origins is an eventfd */
    bool sure;     /* no other origin can flow here */
    uint32_t origin; /* index of one origin, for the notes; UINT32_MAX when none */
};
enum { ABS_FIELDS = 4 };
struct abs_field { /* a field of what a pointer points to holds a constant */
    gfield_id field;
    int64_t num;
};
struct absval {
    uint8_t kind;
    uint8_t n_fields; /* ABS_NONNULL and ABS_ANY: known fields of the object pointed to */
    struct abs_fd fd;
    gfunc_id func;
    int64_t num;
    struct abs_field fields[ABS_FIELDS];
};

enum { CONTEXT_MAX_PARAMS = 16 };
struct context {
    uint32_t n; /* of the first parameters; nothing is known of the others */
    struct absval *v; /* NULL in a walk's start: nothing known */
    /* Not 0: only what the child of this call of fork runs, from the call on. For the function that
     * makes the call, not for its callees. */
    site_id child_of;
};

struct absval context_eval(const struct flow_facts *f, gfunc_id func, const struct context *ctx,
                           val_id v);
/* Bits that are surely set and surely clear. */
struct known_bits {
    uint64_t set, clear;
};
struct known_bits context_bits(const struct flow_facts *f, gfunc_id func, const struct context *ctx,
                               val_id v);
/* State of a descriptor value; mode and kind unknown when its origin is not seen. */
struct abs_fd context_fd(const struct flow_facts *f, gfunc_id func, const struct context *ctx,
                         val_id v);
/* The constant that `field` of what v points to holds at the op `at`, by the stores of this
 * function or by what the context knows. False when it is not known. */
bool context_field(const struct flow_facts *f, gfunc_id func, const struct context *ctx, op_id at,
                   val_id v, const char *field, int64_t *num);
/* Adds to v the constants that the object under the pointer value holds at the op `at`. */
void context_add_fields(const struct flow_facts *f, gfunc_id func, const struct context *ctx,
                        op_id at, val_id pointer, struct absval *v);
uint64_t context_hash(const struct context *ctx);

/* Blocks (index within the function) that can run in this context: constant branches are followed
 * on one side, a forked child's side is left out, nothing after a call that never returns. */
void context_blocks(const struct flow_facts *f, gfunc_id func, const struct context *ctx,
                    bool *reached);
/* The same from the op of the call on, with what holds for the parent when the call is a fork. */
void context_blocks_after(const struct flow_facts *f, site_id site, bool *reached);
/* Is this a call of fork(), or of a function that returns what fork returned, or two numbers that
 * tell the child from the parent? */
bool context_returns_pid(const struct flow_facts *f, site_id site);
/* From here on the facts do not change any more: answers may be kept. */
void context_keep_blocks(struct flow_facts *f);

enum tri {
    TRI_NO,
    TRI_UNKNOWN, /* nothing is known of the argument */
    TRI_MAYBE,   /* it is known to hold for some callers and not for others */
    TRI_YES,
};
enum tri conds_all(const struct flow_facts *f, site_id site, const struct context *ctx,
                   struct cat_conds c); /* TRI_YES for an empty list */
enum tri conds_any(const struct flow_facts *f, site_id site, const struct context *ctx,
                   struct cat_conds c); /* TRI_NO for an empty list */

/* 0 when there is no such argument */
val_id site_arg(const struct program *p, site_id site, int index);
const struct unit_op *call_op(const struct program *p, site_id site);

#endif
