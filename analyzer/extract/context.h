/*
 * What the files of this room share while one translation unit is turned into a unit. Declarations,
 * types, places, attributes and comments are found here; function bodies are in lower.h.
 *
 * All ids belong to x->b. Everything is declared on first use, so that of a system header only what
 * the program touches is kept. Nothing here outlives extract_unit().
 */
#ifndef EXTRACT_CONTEXT_H
#define EXTRACT_CONTEXT_H


#include "extract/clang.h"
#include "base/base.h"
#include "extract/extract.h"
#include "unit/builder.h"

/* Closes a CXString at the end of the scope that declares it. */
void cxstring_release(CXString *s);
#define CXSTRING __attribute__((cleanup(cxstring_release))) CXString

/* Cursors to ids: by clang_hashCursor, compared with clang_equalCursors. */
struct cursor_entry {
    CXCursor cursor;
    uint32_t id;
    uint32_t next; /* index + 1 of the next entry with the same hash */
};
struct cursor_map {
    struct arena *arena;
    struct map heads; /* hash to the index of the newest entry */
    VEC(struct cursor_entry) entries;
};
void cursor_map_init(struct cursor_map *m, struct arena *a);
bool cursor_map_get(const struct cursor_map *m, CXCursor c, uint32_t *id);
void cursor_map_put(struct cursor_map *m, CXCursor c, uint32_t id); /* c must be new */

/* One file of the translation unit. */
struct extract_file {
    CXFile file; /* NULL: of the prefix, and nothing has asked for a place in it */
    file_id id, in_prefix; /* in_prefix: its id in the prefix's unit, 0: not from there */
    bool is_main, is_system, has_lines;
    VEC(uint32_t) lines; /* offset of each line's first byte; made on first use */
};

/* An error of the parser, for the quality of the function that it lies in. */
struct extract_error {
    CXFile file; /* NULL: nowhere */
    uint32_t offset;
    struct unit_diag diag; /* func is set when its function is lowered */
};

struct extract {
    struct arena *arena; /* of the unit */
    CXTranslationUnit tu;
    struct unit_builder *b;
    const char *root;      /* project root, may be NULL */
    const char *directory; /* working directory of the job */
    CXFile main_file;
    const struct extract_prefix *prefix; /* NULL: none */
    struct extract_defs *defs; /* NULL: nobody asks */
    bool is_unlike; /* something differs from a plain parse */

    VEC(struct extract_file) files;
    struct map file_by_handle; /* hash of the CXFile to an index of files */
    struct map prefix_files;   /* string id of the name to an index of files */
    struct map places;         /* a location's raw encoding to place_id */

    struct cursor_map syms;    /* canonical declaration to sym_id */
    struct cursor_map fields;  /* field declaration to field_id */
    struct cursor_map records; /* canonical record declaration to record_id */
    VEC(CXCursor) record_defs; /* by record_id: the definition, null cursor when filled or none */
    uint32_t records_done;     /* records below have their fields */
    struct map types;          /* hash of CXType to an index of the next two */
    VEC(CXType) type_keys;
    VEC(type_id) type_ids;
    struct strtab function_names; /* of the whole translation unit, made at the first search */
    VEC(CXCursor) functions;      /* by id in function_names */
    uint32_t type_depth;       /* nesting of extract_type, bounded */

    VEC(struct extract_error) errors;
    uint32_t n_bodies;         /* functions with a body seen in project files */
    func_id func;              /* the function being lowered, 0 outside (set by lower_function) */
};

/* ---- places (place.c) ---- */
/* The expansion place; inside a macro body, with the place in the macro's definition. 0 for
 * none. */
place_id extract_place(struct extract *x, CXSourceLocation loc);
place_id extract_cursor_place(struct extract *x, CXCursor c); /* of clang_getCursorLocation */
file_id extract_file_id(struct extract *x, CXFile file);
void extract_files(struct extract *x); /* the file table, from the inclusions */
/* As it is on disk; NULL when the parser does not have it. */
const char *extract_file_text(struct extract *x, const struct extract_file *f, size_t *n);
bool is_system_location(CXSourceLocation loc);
bool is_same_file(CXFile a, CXFile b);

/* ---- types (type.c) ---- */
type_id extract_type(struct extract *x, CXType t);
/* Of a parameter: arrays and functions become pointers (libclang shows them as written). */
type_id extract_param_type(struct extract *x, CXType t);
record_id extract_record(struct extract *x, CXCursor record_decl);
field_id extract_field(struct extract *x, CXCursor field_decl); /* record declared on first use */
void extract_finish_records(struct extract *x); /* the fields of all records that were declared */

/* ---- declarations (decl.c) ---- */
/* Functions, globals, local statics, extern declarations in bodies: declared on first use. */
sym_id extract_sym(struct extract *x, CXCursor decl);
/* A local static is told its function by x->func at its first extract_sym. */
void extract_decls(struct extract *x); /* the whole translation unit, bodies by lower_function */
/* A function of the translation unit by its name (of a cleanup attribute, an alias); 0: none. */
sym_id extract_function_named(struct extract *x, const char *name);
str_id extract_spelling(struct extract *x, CXCursor c);

/* ---- attributes (attr.c) ---- */
/* Flags are SYM_NORETURN, SYM_WEAK, SYM_CONSTRUCTOR, SYM_DESTRUCTOR of decl and its attributes;
 * alias is set when there is one. */
struct extract_attr_info {
    uint16_t flags;
    str_id alias;
    str_id cleanup; /* function name of the cleanup attribute */
};
struct extract_attr_info extract_attrs_read(struct extract *x, CXCursor decl);
/* Puts the attributes of decl into the unit; call once for each declaration. */
void extract_attrs(struct extract *x, CXCursor decl, enum attr_target kind, uint32_t target);

/* ---- static initialisers (init.c) ---- */
/* Of globals and local statics; path is the object's (ROOT_SYM). To builder_init_value. */
void extract_init(struct extract *x, path_id path, CXType type, CXCursor init);

/* ---- comments (comment.c) ---- */
void extract_comments(struct extract *x);

/* ---- quality (quality.c) ---- */
void extract_diagnostics(struct extract *x); /* once, before the declarations: fills errors */
/* OK or PARTIAL for the extent of a function definition; why gets the first message. */
enum quality extract_quality(struct extract *x, CXCursor function, str_id *why);
/* Puts the diagnostics into the unit; status and first reason for its info. */
enum unit_status extract_finish_quality(struct extract *x, str_id *why);

#endif
