/*
 * The built-in catalogs against the headers that are installed here: each function exists, has
 * enough parameters for every index that its entry names, and those parameters are of the right
 * sort (a callback is a function pointer, a descriptor an integer). Libraries without headers are
 * skipped.
 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
#include <clang-c/Index.h>
#include <string.h>

#include "base/embedded.h"
#include "catalog/cpu.h"
#include "catalog/read.h"

struct library {
    const char *name;
    const char *headers; /* all of them must be there; split at spaces, as the others */
    const char *flags;
    const char *absent; /* of other systems or versions, or macros' callees: not declared here */
};
static const struct library libraries[] = {
#include "catalog_headers.inc"
};

struct checker {
    struct arena arena;
    const struct catalog *cat;
    struct strtab names;
    VEC(CXCursor) decls; /* by id of the name */
    const struct library *lib;
    unsigned faults, checked, fields, skipped;
};

static void fault(struct checker *c, const char *func, const char *fmt, ...) PRINTF_LIKE(3, 4);
static void fault(struct checker *c, const char *func, const char *fmt, ...)
{
    BUF_CLEANUP struct buf text = {0};
    va_list ap;
    va_start(ap, fmt);
    buf_addv(&text, fmt, ap);
    va_end(ap);
    print_error("%s: %s: %s\n", c->lib->name, func, buf_str(&text));
    c->faults++;
}

/* Whether the word stands in the list, between spaces. */
static bool is_listed(const char *list, const char *word)
{
    size_t n = strlen(word);
    for (const char *p = list; p && (p = strstr(p, word)); p += n)
        if ((p == list || p[-1] == ' ') && (p[n] == ' ' || p[n] == 0))
            return true;
    return false;
}

static CXCursor *slot_of(struct checker *c, const char *prefix, const char *name)
{
    const char *key = arena_printf(&c->arena, "%s%s", prefix, name);
    uint32_t id = strtab_add(&c->names, key, strlen(key));
    while (c->decls.n <= id)
        vec_push(&c->arena, &c->decls, clang_getNullCursor());
    return &c->decls.v[id];
}

static enum CXChildVisitResult collect(CXCursor cursor, CXCursor parent, CXClientData data)
{
    struct checker *c = data;
    (void)parent;
    enum CXCursorKind kind = clang_getCursorKind(cursor);
    bool is_record = kind == CXCursor_StructDecl || kind == CXCursor_UnionDecl;
    if (kind != CXCursor_FunctionDecl && !is_record)
        return CXChildVisit_Continue;
    if (is_record && !clang_isCursorDefinition(cursor))
        return CXChildVisit_Continue;
    CXString name = clang_getCursorSpelling(cursor);
    *slot_of(c, is_record ? "struct " : "", clang_getCString(name)) = cursor;
    clang_disposeString(name);
    return CXChildVisit_Continue;
}

/* ---- sorts of parameters ---- */
static CXType canonical_pointee(CXType type)
{
    return clang_getCanonicalType(clang_getPointeeType(clang_getCanonicalType(type)));
}

static bool is_function(CXType type)
{
    return type.kind == CXType_FunctionProto || type.kind == CXType_FunctionNoProto;
}

static bool is_integer(CXType type)
{
    CXType t = clang_getCanonicalType(type);
    return (t.kind >= CXType_Bool && t.kind <= CXType_Int128) || t.kind == CXType_Enum;
}

/* A stream stands for its descriptor. */
static bool is_descriptor(CXType type)
{
    CXString name = clang_getTypeSpelling(canonical_pointee(type));
    bool is_stream = strcmp(clang_getCString(name), "struct _IO_FILE") == 0;
    clang_disposeString(name);
    return is_integer(type) || is_stream;
}

static bool is_number(CXType type)
{
    enum CXTypeKind kind = clang_getCanonicalType(type).kind;
    return is_integer(type) || kind == CXType_Double || kind == CXType_Float;
}

static bool is_pointer(CXType type)
{
    enum CXTypeKind kind = clang_getCanonicalType(type).kind;
    return kind == CXType_Pointer || kind == CXType_IncompleteArray || kind == CXType_ConstantArray;
}

/* A number, or a pointer to a struct timespec. */
static bool is_duration(CXType type)
{
    return is_number(type) || clang_getCanonicalType(canonical_pointee(type)).kind == CXType_Record;
}

struct params {
    struct checker *c;
    const char *func;
    CXType type;
    int n;
    bool variadic;
};

/* The type of parameter i; false when there is none to look at. */
static bool param(struct params *p, int i, const char *what, CXType *out)
{
    if (i < 0 || (i >= p->n && p->variadic))
        return false;
    if (i >= p->n) {
        fault(p->c, p->func, "%s is argument %d, but it has only %d", what, i, p->n);
        return false;
    }
    *out = clang_getArgType(p->type, (unsigned)i);
    return true;
}

static void must_be(struct params *p, int i, const char *what, bool (*is)(CXType), const char *sort)
{
    CXType type;
    if (param(p, i, what, &type) && !is(type))
        fault(p->c, p->func, "%s, argument %d, is not %s", what, i, sort);
}

static bool is_any(CXType type)
{
    return type.kind != CXType_Invalid;
}

static bool is_callback(CXType type)
{
    CXType to = canonical_pointee(type);
    return is_function(to) || is_function(clang_getCanonicalType(type));
}

static bool has_field(CXType record, const char *field)
{
    return clang_Type_getOffsetOf(record, field) >= 0;
}

static void check_conds(struct params *p, const struct cat_conds *conds)
{
    for (uint32_t i = 0; i < conds->n; i++) {
        const struct cat_cond *c = &conds->v[i];
        CXType type;
        if (!param(p, c->arg, "a condition", &type))
            continue;
        bool needs_int = !c->field && (c->test == CAT_EQUALS || c->test == CAT_BITS ||
                                       c->test == CAT_NO_BITS || c->test == CAT_NEGATIVE);
        if (needs_int && !is_integer(type))
            fault(p->c, p->func, "condition on argument %d, which is no integer", c->arg);
        if ((c->field || c->test == CAT_ZERO_TIME) && !is_pointer(type))
            fault(p->c, p->func, "condition on what argument %d points to: no pointer", c->arg);
        else if (c->field && strcmp(c->field, "*") != 0 &&
                 !has_field(canonical_pointee(type), c->field))
            fault(p->c, p->func, "argument %d has no field '%s'", c->arg, c->field);
    }
}

static void check_callback(struct params *p, const struct cat_registers *r)
{
    CXType type;
    must_be(p, r->cb, "the callback", is_callback, "a function pointer");
    if (!param(p, r->cb, "the callback", &type) || !is_callback(type))
        return;
    CXType func = canonical_pointee(type);
    int n = clang_getNumArgTypes(is_function(func) ? func : clang_getCanonicalType(type));
    if (func.kind == CXType_FunctionNoProto)
        return;
    if (r->data_param >= n)
        fault(p->c, p->func, "the callback has no parameter %d for the data", r->data_param);
    if (r->ready_fd >= n)
        fault(p->c, p->func, "the callback has no parameter %d for the descriptor", r->ready_fd);
}

static void check_registers(struct params *p, const struct cat_func *f)
{
    for (uint32_t i = 0; i < f->n_registers; i++) {
        const struct cat_registers *r = &f->registers[i];
        check_callback(p, r);
        must_be(p, r->table, "the table", is_pointer, "a pointer");
        must_be(p, r->data, "the callback's argument", is_any, "there");
        must_be(p, r->fd, "the descriptor", is_descriptor, "one");
        if (r->returns_handle >= 0)
            must_be(p, r->returns_handle, "the handle", is_pointer, "a pointer");
        check_conds(p, &r->when);
    }
}

static void check_descriptors(struct params *p, const struct cat_func *f)
{
    for (uint32_t i = 0; i < f->n_fds; i++) {
        must_be(p, f->fds[i].out, "the descriptor's place", is_pointer, "a pointer");
        if (f->fds[i].returns && !is_descriptor(clang_getResultType(p->type)))
            fault(p->c, p->func, "does not return a descriptor");
        check_conds(p, &f->fds[i].nonblock);
    }
    for (uint32_t i = 0; i < f->n_fd_modes; i++) {
        must_be(p, f->fd_modes[i].fd, "the descriptor", is_descriptor, "one");
        check_conds(p, &f->fd_modes[i].when);
    }
}

/* Addresses of sockets are a transparent union of pointers. */
static bool is_memory(CXType type)
{
    return is_pointer(type) || clang_getCanonicalType(type).kind == CXType_Record;
}

/* Arguments whose pointees are read, written or freed. "3..." may go past the last one. */
static void check_memory(struct params *p, const struct cat_func *f)
{
    uint32_t all = f->memory.reads | f->memory.writes | f->memory.frees;
    for (int i = 0; i < 32; i++) {
        bool is_rest = (all >> i) == UINT32_MAX >> i;
        if (!(all >> i & 1) || (is_rest && p->variadic && i >= p->n))
            continue;
        must_be(p, i, "the memory", is_rest ? is_any : is_memory, "a pointer");
    }
    must_be(p, f->size, "the size", is_integer, "an integer");
    must_be(p, f->returns_arg, "the returned argument", is_pointer, "a pointer");
}

static void check_cpu(struct params *p, const struct cat_func *f)
{
    for (uint32_t i = 0; i < f->n_cpu; i++)
        for (uint32_t k = 0; k < f->cpu[i].n_by; k++)
            if (!f->cpu[i].by[k].call)
                must_be(p, f->cpu[i].by[k].arg, "what the cost scales with", is_integer,
                        "an integer");
}

static void check_function(struct checker *c, const struct cat_func *f)
{
    CXCursor decl = *slot_of(c, "", f->name);
    bool absent = is_listed(c->lib->absent, f->name);
    if (clang_Cursor_isNull(decl)) {
        if (!absent)
            fault(c, f->name, "no header declares it");
        return;
    }
    if (absent)
        fault(c, f->name, "is listed as not declared here, but it is");
    CXType type = clang_getCanonicalType(clang_getCursorType(decl));
    struct params p = {c, f->name, type, clang_getNumArgTypes(type),
                       clang_isFunctionTypeVariadic(type)};
    if (f->blocks) {
        must_be(&p, f->blocks->fd, "the descriptor", is_descriptor, "one");
        must_be(&p, f->blocks->duration_arg, "the duration", is_duration, "a number or a time");
        check_conds(&p, &f->blocks->when);
        check_conds(&p, &f->blocks->unless);
    }
    if (f->waits) {
        must_be(&p, f->waits->nfds, "the number of descriptors", is_integer, "an integer");
        check_conds(&p, &f->waits->unless);
    }
    if (f->lock) {
        must_be(&p, f->lock->lock, "the lock", is_pointer, "a pointer");
        must_be(&p, f->lock->mutex, "the mutex", is_pointer, "a pointer");
    }
    check_memory(&p, f);
    check_cpu(&p, f);
    check_registers(&p, f);
    check_descriptors(&p, f);
    c->checked++;
}

/* ---- callbacks in fields of records ---- */
struct wanted_field {
    const char *name;
    bool found;
    CXType type;
};

static enum CXVisitorResult visit_field(CXCursor cursor, CXClientData data)
{
    struct wanted_field *want = data;
    CXString name = clang_getCursorSpelling(cursor);
    if (strcmp(clang_getCString(name), want->name) == 0) {
        want->found = true;
        want->type = clang_getCursorType(cursor);
    }
    clang_disposeString(name);
    return want->found ? CXVisit_Break : CXVisit_Continue;
}

static void check_handler_field(struct checker *c, const struct cat_handler_field *f)
{
    if (strcmp(f->record, "*") == 0)
        return;
    const char *key = arena_printf(&c->arena, "struct %s", f->record);
    CXCursor decl = *slot_of(c, "", key);
    if (clang_Cursor_isNull(decl)) {
        fault(c, f->record, "no header defines this record");
        return;
    }
    struct wanted_field want = {.name = f->field};
    clang_Type_visitFields(clang_getCursorType(decl), visit_field, &want);
    if (!want.found)
        fault(c, f->record, "has no field '%s'", f->field);
    else if (!is_callback(want.type))
        fault(c, f->record, "the field '%s' is not a function pointer", f->field);
    else if (f->ready_fd >= clang_getNumArgTypes(canonical_pointee(want.type)))
        fault(c, f->record, "'%s' has no parameter %d", f->field, f->ready_fd);
    c->fields++;
}

static void check_handler_fields(struct checker *c)
{
    ERR_CLEANUP struct err err = {0};
    for (const struct embedded_file *file = embedded_catalogs; file->name; file++) {
        struct cat_entries entries = {0};
        struct cat_text text = {file->name, file->text, file->n, false};
        assert_true(cat_read(&c->arena, &text, &entries, &err));
        if (!entries.funcs.n || strcmp(entries.funcs.v[0]->library, c->lib->name) != 0)
            continue;
        for (uint32_t i = 0; i < entries.fields.n; i++)
            check_handler_field(c, entries.fields.v[i]);
    }
}

/* ---- one library ---- */
static char *source_of(struct checker *c, const char *headers)
{
    BUF_CLEANUP struct buf text = {0};
    char *copy = arena_strdup(&c->arena, headers), *rest = copy, *word;
    while ((word = strtok_r(rest, " ", &rest)))
        buf_addf(&text,
                 "#if __has_include(<%s>)\n#include <%s>\n"
                 "#else\nstruct missing_header;\n#endif\n",
                 word, word);
    return arena_strdup(&c->arena, buf_str(&text));
}

static uint32_t split_flags(struct checker *c, const char *flags, const char **out, uint32_t max)
{
    uint32_t n = 0;
    out[n++] = "-D_GNU_SOURCE";
    out[n++] = "-std=gnu11";
    char *rest = arena_strdup(&c->arena, flags), *word;
    while ((word = strtok_r(rest, " ", &rest)) && n < max)
        out[n++] = word;
    return n;
}

static enum CXChildVisitResult find_missing(CXCursor cursor, CXCursor parent, CXClientData data)
{
    (void)parent;
    CXString name = clang_getCursorSpelling(cursor);
    if (strcmp(clang_getCString(name), "missing_header") == 0)
        *(bool *)data = true;
    clang_disposeString(name);
    return CXChildVisit_Continue;
}

static void check_declared(struct checker *c, CXTranslationUnit tu)
{
    strtab_init(&c->names, &c->arena);
    memset(&c->decls, 0, sizeof c->decls);
    clang_visitChildren(clang_getTranslationUnitCursor(tu), collect, c);
    for (uint32_t i = 0; i < catalog_count(c->cat); i++)
        if (strcmp(catalog_at(c->cat, i)->library, c->lib->name) == 0)
            check_function(c, catalog_at(c->cat, i));
    check_handler_fields(c);
}

static void check_library(struct checker *c, CXIndex index)
{
    const char *flags[32];
    uint32_t n = split_flags(c, c->lib->flags, flags, 32);
    const char *text = source_of(c, c->lib->headers);
    struct CXUnsavedFile file = {"catalog_headers.c", text, strlen(text)};
    CXTranslationUnit tu = clang_parseTranslationUnit(
        index, file.Filename, flags, (int)n, &file, 1, CXTranslationUnit_SkipFunctionBodies);
    assert_non_null(tu);
    bool missing = false;
    clang_visitChildren(clang_getTranslationUnitCursor(tu), find_missing, &missing);
    for (unsigned i = 0; i < clang_getNumDiagnostics(tu) && !missing; i++) {
        CXDiagnostic d = clang_getDiagnostic(tu, i);
        if (clang_getDiagnosticSeverity(d) >= CXDiagnostic_Error) {
            CXString s = clang_formatDiagnostic(d, clang_defaultDiagnosticDisplayOptions());
            fault(c, "headers", "%s", clang_getCString(s));
            clang_disposeString(s);
        }
        clang_disposeDiagnostic(d);
    }
    if (missing) {
        print_message("%s: headers are not installed\n", c->lib->name);
        c->skipped++;
    } else {
        check_declared(c, tu);
    }
    clang_disposeTranslationUnit(tu);
}

static void catalogs_agree_with_headers(void **state)
{
    (void)state;
    struct checker c = {0};
    ERR_CLEANUP struct err err = {0};
    arena_init(&c.arena);
    if (!catalog_load(&c.arena, NULL, NULL, 0, &c.cat, &err))
        fail_msg("%s", buf_str(&err.text));
    CXIndex index = clang_createIndex(0, 0);
    for (size_t i = 0; i < sizeof libraries / sizeof *libraries; i++) {
        c.lib = &libraries[i];
        check_library(&c, index);
    }
    clang_disposeIndex(index);
    print_message("%u functions and %u fields checked, %u libraries skipped\n", c.checked, c.fields,
                  c.skipped);
    arena_release(&c.arena);
    assert_int_equal(c.faults, 0);
    assert_true(c.checked > 400); /* those of the C library are always there */
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(catalogs_agree_with_headers)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
