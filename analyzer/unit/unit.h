/*
 * The program representation of one translation unit: what `extract` keeps and every later stage reads.
 *
 * A unit is a set of flat tables of plain records that refer to each other by index (distinct id types).
 * Index 0 of every table is a null entry, so id 0 always means "none". There are no pointers in the
 * records, so the byte form (unit/bytes.h) is the tables one after the other.
 *
 * Code is a control-flow graph of basic blocks for each function; a block has operations in evaluation
 * order and one terminator. Operations work on access paths (struct unit_path) and on values (struct
 * unit_val, small expression trees over constants, addresses, and the results of earlier ops).
 * Short-circuit operators, ?: and statement expressions are split into blocks of their own.
 *
 * Nothing here knows rules, catalogs or libclang.
 */
#ifndef UNIT_UNIT_H
#define UNIT_UNIT_H

#include "base/base.h"

#define ID_TYPE(name)                                                                              \
    typedef struct {                                                                               \
        uint32_t v;                                                                                \
    } name
ID_TYPE(str_id);
ID_TYPE(file_id);
ID_TYPE(place_id);
ID_TYPE(type_id);
ID_TYPE(record_id);
ID_TYPE(field_id);
ID_TYPE(sym_id);
ID_TYPE(func_id);
ID_TYPE(local_id);
ID_TYPE(path_id);
ID_TYPE(val_id);
ID_TYPE(op_id);
ID_TYPE(block_id);
ID_TYPE(loop_id);

/* A run of entries of another table: [first, first + n). */
struct range {
    uint32_t first, n;
};

enum { FILE_MAIN = 1, FILE_SYSTEM = 2 };
struct unit_file {
    str_id name; /* normal absolute path */
    uint32_t flags;
    struct hash128 hash; /* of the content */
    uint64_t size;       /* bytes */
};

struct unit_place {
    file_id file;
    uint32_t line, col; /* from 1; col in bytes; the expansion place when in a macro */
    place_id macro;     /* in a macro body: where the token stands in the macro's definition */
};

enum type_kind {
    TYPE_UNKNOWN,
    TYPE_VOID,
    TYPE_BOOL,
    TYPE_INT, /* char too */
    TYPE_FLOAT,
    TYPE_ENUM,
    TYPE_POINTER,
    TYPE_ARRAY,
    TYPE_RECORD, /* struct or union */
    TYPE_FUNCTION,
};
enum { QUAL_CONST = 1, QUAL_VOLATILE = 2, QUAL_ATOMIC = 4 };
struct unit_type {
    uint8_t kind;  /* enum type_kind, of the canonical type */
    uint8_t quals; /* of this level */
    uint8_t is_unsigned;
    uint8_t variadic;    /* functions */
    str_id name;         /* outermost typedef name as written ("pthread_mutex_t"), 0 when none */
    type_id elem;        /* pointee, element, or return type */
    record_id record;    /* records */
    struct range params; /* functions: run of type_params */
    uint64_t size;       /* bytes; 0 when unknown or incomplete */
    uint64_t count;      /* arrays: elements; 0 when unknown */
};
struct unit_type_param {
    type_id type;
};

enum { RECORD_UNION = 1, RECORD_SYSTEM = 2, RECORD_ANONYMOUS = 4 };
struct unit_record {
    str_id name; /* tag; else typedef name; else "anon:<base name>:<line>:<col>" */
    uint32_t flags;
    struct range fields; /* run of fields */
    uint64_t size;       /* bytes */
    place_id place;
};
struct unit_field {
    str_id name; /* "" for an anonymous member */
    record_id record;
    type_id type;
    uint32_t bit_width;   /* 0: no bit-field */
    uint64_t bit_offset;
};

enum sym_kind { SYM_NONE, SYM_FUNC, SYM_VAR };
enum sym_linkage { LINK_EXTERNAL, LINK_INTERNAL, LINK_LOCAL_STATIC };
enum {
    SYM_DEFINED = 1, /* has a body / is a definition (tentative too) here */
    SYM_THREAD_LOCAL = 2,
    SYM_WEAK = 4,
    SYM_NORETURN = 8,
    SYM_CONSTRUCTOR = 16,
    SYM_DESTRUCTOR = 32,
    SYM_INLINE = 64,
    SYM_SYSTEM = 128, /* declared in a system header */
    SYM_HEADER = 256, /* defined in a header: the same definition comes in several units */
};
struct unit_sym {
    str_id name; /* no prefix; implicit builtins as "__builtin_..." / "__sync_..." */
    uint8_t kind, linkage;
    uint16_t flags;
    type_id type;
    place_id place; /* of the definition when there is one, else of the first declaration */
    func_id func;   /* functions: the body; local statics: the function they live in */
    str_id alias;   /* __attribute__((alias("x"))) */
};

enum attr_kind {
    ATTR_NONE,
    ATTR_GUARDED_BY,
    ATTR_PT_GUARDED_BY,
    ATTR_CAPABILITY,
    ATTR_SCOPED_CAPABILITY,
    ATTR_ACQUIRE,
    ATTR_ACQUIRE_SHARED,
    ATTR_RELEASE,
    ATTR_RELEASE_SHARED,
    ATTR_TRY_ACQUIRE,
    ATTR_REQUIRES,
    ATTR_REQUIRES_SHARED,
    ATTR_EXCLUDES,
    ATTR_NO_THREAD_SAFETY_ANALYSIS,
    ATTR_NONBLOCKING,
    ATTR_BLOCKING,
    ATTR_CLEANUP,
    ATTR_CONSTRUCTOR,
    ATTR_DESTRUCTOR,
    ATTR_ANNOTATE,
    ATTR_MALLOC,
    ATTR_KINDS
};
enum attr_target { ATTR_ON_SYM, ATTR_ON_FIELD, ATTR_ON_LOCAL, ATTR_ON_RECORD };
struct unit_attr {
    uint8_t kind, target_kind;
    uint16_t pad;
    uint32_t target; /* id by target_kind */
    str_id args;     /* text between the parentheses, as written */
    place_id place;
};

enum quality {
    QUALITY_OK,
    QUALITY_PARTIAL, /* errors inside the function's extent: statements may be missing */
    QUALITY_FAILED,  /* body seen but could not be turned into a graph */
};
struct unit_func {
    sym_id sym;
    place_id place;       /* of the name */
    uint32_t end_line;    /* of the closing brace */
    uint8_t quality, pad[3];
    str_id why;           /* when quality is not OK: the first diagnostic or reason */
    uint32_t n_params;    /* the first n_params of locals */
    struct range locals;
    struct range blocks;  /* blocks.first is the entry */
    struct range ops;     /* all ops of its blocks, block after block */
    struct range loops;
};
enum { LOCAL_ADDR_TAKEN = 1, LOCAL_COMPOUND_LITERAL = 2, LOCAL_VLA = 4, LOCAL_MODIFIED_PARAM = 8 };
struct unit_local {
    str_id name;
    type_id type;
    place_id place;
    uint32_t flags;
    sym_id cleanup; /* cleanup attribute's function: calls at scope exit are ops already */
};

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
 * p->f is [DEREF, FIELD f]; a[i] of an array is [INDEX]; p[i] and *(p + i) of a pointer are
 * [DEREF, INDEX]; *p and p[0] are [DEREF]. For ROOT_CALL and ROOT_VAL the root is the pointer value,
 * so the first selector is DEREF.
 */
enum sel_kind { SEL_DEREF, SEL_FIELD, SEL_INDEX_CONST, SEL_INDEX_VAL, SEL_INDEX_UNKNOWN };
struct unit_sel {
    uint8_t kind;
    uint8_t pad[3];
    uint32_t id; /* field_id, or val_id of the index */
    int64_t num; /* SEL_INDEX_CONST */
};

/* ---- values ---- */
/* Values, paths and ops refer to each other (value > op > path > value ...) without cycles and at most
 * this deep: builder cuts with VAL_UNKNOWN, unit_decode refuses. Walks over them may recurse. */
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
    VAL_PHI,   /* a, b: val_id; one of the two (?:) */
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
    OPF_COMPOUND = 1,  /* store of a read-modify-write (x++, x += 1): the load stands just before it */
    OPF_INIT = 2,      /* store by the initialiser of a declaration */
    OPF_RECORD = 4,    /* whole struct or union is copied */
    OPF_IMPLICIT = 8,  /* call made by a cleanup attribute */
    OPF_LOADS = 16,    /* OP_ATOMIC reads */
    OPF_STORES = 32,   /* OP_ATOMIC writes */
    OPF_VOLATILE = 64, /* access to a volatile object */
};
enum mem_order { ORDER_NONE, ORDER_RELAXED, ORDER_CONSUME, ORDER_ACQUIRE, ORDER_RELEASE, ORDER_ACQ_REL,
                 ORDER_SEQ_CST };
struct unit_op {
    uint8_t kind, oper, order, flags;
    place_id place;
    path_id path;      /* target; for OP_CALL through a pointer: the path the pointer was loaded from */
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

/* Initialisers of globals and local statics, one for each scalar that matters: functions, addresses and
 * strings always, integers up to 64 for each object. */
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
