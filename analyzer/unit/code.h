/*
 * What a unit says of code: access paths, values, operations, blocks and loops. See unit/unit.h,
 * which is what to include.
 */
#ifndef UNIT_CODE_H
#define UNIT_CODE_H

#include "unit/decls.h"

/* ---- access paths ---- */
enum path_root {
    ROOT_NONE,
    ROOT_SYM,   /* global, file static, local static: sym_id */
    ROOT_PARAM, /* index of the parameter, from 0 */
    ROOT_LOCAL, /* local_id (never a parameter) */
    ROOT_CALL,  /* the pointer that a call returned: op_id of the call (heap sites, errno) */
    ROOT_VAL,   /* a computed pointer: val_id */
    ROOT_STR,   /* string literal: str_id */
    ROOT_FUNC,  /* a function itself: sym_id */
};
enum { PATH_MAX_SELECTORS = 12 };
enum { PATH_REST = 1 }; /* selectors were cut after PATH_MAX_SELECTORS */
struct unit_path {
    uint8_t root; /* enum path_root */
    uint8_t flags;
    uint16_t pad;
    uint32_t id;       /* by root */
    struct range sels; /* run of sels */
    type_id type;      /* of the object that the whole path designates */
};
/*
 * p->f is [DEREF, FIELD f]; a[i] of an array is [INDEX]; p[i] and *(p + i) of a pointer are [DEREF,
 * INDEX]; *p and p[0] are [DEREF]. For ROOT_CALL and ROOT_VAL the root is the pointer value, so the
 * first selector is DEREF.
 */
enum sel_kind { SEL_DEREF, SEL_FIELD, SEL_INDEX_CONST, SEL_INDEX_VAL, SEL_INDEX_UNKNOWN };
struct unit_sel {
    uint8_t kind;
    uint8_t pad[3];
    uint32_t id; /* field_id, or val_id of the index */
    int64_t num; /* SEL_INDEX_CONST */
};

/* ---- values ---- */
/* Values, paths and ops refer to each other (value > op > path > value ...) without cycles and at
 * most this deep: builder cuts with VAL_UNKNOWN, unit_decode refuses. Walks over them may
 * recurse. */
enum { UNIT_MAX_DEPTH = 200 };
enum val_kind {
    VAL_UNKNOWN,
    VAL_INT,   /* num */
    VAL_FLOAT, /* value not kept */
    VAL_STR,   /* a: str_id */
    VAL_FUNC,  /* a: sym_id; the function's address */
    VAL_ADDR,  /* a: path_id; address of the object (array decay too) */
    VAL_LOAD,  /* a: op_id of the OP_LOAD or OP_ATOMIC that produced it */
    VAL_CALL,  /* a: op_id of the OP_CALL */
    VAL_BIN,   /* oper, a, b: val_id */
    VAL_UN,    /* oper, a: val_id */
    /* a, b: val_id; one of the two (?:); num: val_id of the condition, true for a, or 0 */
    VAL_PHI,
    VAL_BOOL,  /* 0 or 1, from && || ! split into blocks */
};
enum oper {
    OPER_NONE,
    OPER_ADD, OPER_SUB, OPER_MUL, OPER_DIV, OPER_REM,
    OPER_AND, OPER_OR, OPER_XOR, OPER_SHL, OPER_SHR,
    OPER_EQ, OPER_NE, OPER_LT, OPER_LE, OPER_GT, OPER_GE,
    OPER_NOT,  /* ! */
    OPER_BNOT, /* ~ */
    OPER_NEG,
    OPER_CAS, OPER_XCHG, /* atomics only */
    OPER_NAND,
    OPERS
};
struct unit_val {
    uint8_t kind, oper;
    uint16_t pad;
    type_id type;
    uint32_t a, b;
    int64_t num;
};

/* ---- operations ---- */
enum op_kind {
    OP_NONE,
    OP_LOAD,   /* read of path */
    OP_STORE,  /* write of val to path */
    OP_ADDR,   /* the address of path was taken (&x, or decay of an array that escapes an index) */
    OP_CALL,   /* callee, or path of the function pointer; args */
    OP_ATOMIC, /* atomic access to path: oper, order, val */
    OP_FENCE,  /* order */
    OP_DECL,   /* a local comes to life; path is the local */
    OP_ASM,    /* inline assembly */
};
enum {
    OPF_COMPOUND = 1,  /* store of x++, x += 1: the load stands just before it */
    OPF_INIT = 2,      /* store by the initialiser of a declaration */
    OPF_RECORD = 4,    /* whole struct or union is copied */
    OPF_IMPLICIT = 8,  /* call made by a cleanup attribute */
    OPF_LOADS = 16,    /* OP_ATOMIC reads */
    OPF_STORES = 32,   /* OP_ATOMIC writes */
    OPF_VOLATILE = 64, /* access to a volatile object */
};
enum mem_order {
    ORDER_NONE, ORDER_RELAXED, ORDER_CONSUME, ORDER_ACQUIRE, ORDER_RELEASE, ORDER_ACQ_REL,
    ORDER_SEQ_CST
};
struct unit_op {
    uint8_t kind, oper, order, flags;
    place_id place;
    path_id path;      /* target; OP_CALL through a pointer: the path it was loaded from */
    sym_id callee;     /* OP_CALL: direct callee, 0 when through a pointer */
    val_id val;        /* stored value or atomic operand; indirect call: value of the pointer */
    struct range args; /* run of args */
    type_id type;      /* of the access or of the call's result */
};
struct unit_arg {
    val_id val;
};

enum term {
    TERM_JUMP,     /* one successor */
    TERM_BRANCH,   /* val; succs: true, false */
    TERM_SWITCH,   /* val; succs with case ranges */
    TERM_RETURN,   /* val or 0; no successor */
    TERM_NORETURN, /* the last op never returns, or unreachable */
    TERM_COMPUTED, /* computed goto: every label whose address is taken */
};
struct unit_block {
    struct range ops;
    uint8_t term, pad[3];
    val_id val;
    struct range succs;
    loop_id loop; /* innermost natural loop that it is in, 0 when in none */
    place_id place; /* of the terminator's statement or condition; 0 for plain jumps */
};
enum { SUCC_DEFAULT = 1 };
struct unit_succ {
    block_id to;
    uint32_t flags;
    int64_t lo, hi; /* TERM_SWITCH: case lo ... hi */
};

enum loop_kind { LOOP_FOR, LOOP_WHILE, LOOP_DO, LOOP_GOTO };
enum { LOOP_FOREVER = 1, /* no condition, or one that is constant true */
       LOOP_IRREDUCIBLE = 2 };
struct unit_loop {
    block_id header;
    loop_id parent; /* 0: outermost */
    uint8_t kind, flags;
    uint16_t depth; /* 1 = outermost */
    place_id place; /* of the keyword; of the header's first op for LOOP_GOTO */
    val_id bound;   /* what the induction variable is compared with, 0 when not found */
    path_id induction;
    int64_t trips;  /* evaluated trip count, -1 when unknown */
    uint32_t n_blocks, n_ops; /* of the whole body, nested loops included */
};

#endif
