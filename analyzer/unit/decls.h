/*
 * What a unit says of declarations: files, places, types, records, symbols, attributes, functions
 * and their locals; and the id types that all tables of a unit refer to each other by. See
 * unit/unit.h, which is what to include.
 */
#ifndef UNIT_DECLS_H
#define UNIT_DECLS_H

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
    ATTR_TRY_ACQUIRE_SHARED,
    ATTR_REQUIRES,
    ATTR_REQUIRES_SHARED,
    ATTR_ASSERT,
    ATTR_ASSERT_SHARED,
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
    str_id args;     /* text between the parentheses, as written; a parameter of the function that
                        the attribute is on is its number: "$0->lock" */
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

#endif
