/*
 * Declarations. The walk over the translation unit takes what project files define: functions with
 * a body go to lower_function, variables get their initialisers. Everything else is declared when a
 * body or an initialiser mentions it. One declared thing is one symbol, by its canonical cursor.
 */
#include "extract/context.h"

#include <string.h>

#include "extract/lower.h"

str_id extract_spelling(struct extract *x, CXCursor c)
{
    CXSTRING s = clang_getCursorSpelling(c);
    const char *text = clang_getCString(s);
    return builder_str(x->b, text != NULL ? text : "");
}

/* ---- symbols ---- */

static uint8_t linkage_of(CXCursor decl)
{
    switch (clang_getCursorLinkage(decl)) {
    case CXLinkage_NoLinkage:
        return LINK_LOCAL_STATIC;
    case CXLinkage_Internal:
    case CXLinkage_UniqueExternal:
        return LINK_INTERNAL;
    default:
        return LINK_EXTERNAL;
    }
}

static bool is_null_location(CXSourceLocation loc)
{
    return clang_equalLocations(loc, clang_getNullLocation()) != 0;
}

/* A file-scope variable without initialiser and without extern is a definition in the end. */
static bool is_tentative(CXCursor decl)
{
    if (clang_getCursorKind(decl) != CXCursor_VarDecl)
        return false;
    enum CX_StorageClass storage = clang_Cursor_getStorageClass(decl);
    return storage != CX_SC_Extern && storage != CX_SC_PrivateExtern;
}

/* GNU's noreturn belongs to the function's type, where only its spelling shows it. */
static bool is_noreturn_type(CXType type)
{
    CXSTRING name = clang_getTypeSpelling(type);
    const char *s = clang_getCString(name);
    return s != NULL && strstr(s, "__attribute__((noreturn))") != NULL;
}

static uint16_t flags_of(struct extract *x, CXCursor decl, CXCursor def)
{
    CXSourceLocation loc = clang_getCursorLocation(decl);
    bool is_function = clang_getCursorKind(decl) == CXCursor_FunctionDecl;
    bool is_defined = !clang_Cursor_isNull(def) || is_tentative(decl);
    uint16_t flags = 0;
    if (is_defined)
        flags |= SYM_DEFINED;
    if (is_null_location(loc) || is_system_location(loc))
        flags |= SYM_SYSTEM;
    if (is_function && clang_Cursor_isFunctionInlined(decl))
        flags |= SYM_INLINE;
    if (is_function && is_noreturn_type(clang_getCursorType(decl)))
        flags |= SYM_NORETURN;
    if (!is_function && clang_getCursorTLSKind(decl) != CXTLS_None)
        flags |= SYM_THREAD_LOCAL;
    if (is_defined) {
        CXFile file = NULL;
        clang_getFileLocation(loc, &file, NULL, NULL, NULL);
        if (file != NULL && x->main_file != NULL && !is_same_file(file, x->main_file))
            flags |= SYM_HEADER;
    }
    return flags;
}

sym_id extract_sym(struct extract *x, CXCursor decl)
{
    enum CXCursorKind kind = clang_getCursorKind(decl);
    uint32_t id;
    if (kind != CXCursor_FunctionDecl && kind != CXCursor_VarDecl)
        return (sym_id){0};
    CXCursor canonical = clang_getCanonicalCursor(decl);
    if (cursor_map_get(&x->syms, canonical, &id))
        return (sym_id){id};
    CXCursor def = clang_getCursorDefinition(decl);
    CXCursor best = clang_Cursor_isNull(def) ? decl : def;
    struct unit_sym s = {
        .name = extract_spelling(x, best),
        .kind = kind == CXCursor_FunctionDecl ? SYM_FUNC : SYM_VAR,
        .linkage = linkage_of(best),
        .flags = flags_of(x, best, def),
        .type = extract_type(x, clang_getCursorType(best)),
        .place = extract_cursor_place(x, best),
    };
    if (s.linkage == LINK_LOCAL_STATIC)
        s.func = x->func;
    bool has_attrs = clang_Cursor_hasAttrs(best) != 0;
    if (has_attrs) {
        struct extract_attr_info info = extract_attrs_read(x, best);
        s.flags |= info.flags;
        s.alias = info.alias;
    }
    sym_id new = builder_sym(x->b, &s);
    cursor_map_put(&x->syms, canonical, new.v);
    if (has_attrs)
        extract_attrs(x, best, ATTR_ON_SYM, new.v);
    return new;
}

/* ---- functions by name ---- */

static enum CXChildVisitResult note_function(CXCursor c, CXCursor parent, CXClientData data)
{
    struct extract *x = data;
    (void)parent;
    if (clang_getCursorKind(c) != CXCursor_FunctionDecl)
        return CXChildVisit_Continue;
    CXSTRING name = clang_getCursorSpelling(c);
    const char *s = clang_getCString(name);
    uint32_t id = strtab_add(&x->function_names, s, strlen(s));
    while (x->functions.n <= id)
        vec_push(x->arena, &x->functions, clang_getNullCursor());
    x->functions.v[id] = c;
    return CXChildVisit_Continue;
}

sym_id extract_function_named(struct extract *x, const char *name)
{
    if (x->prefix != NULL && x->prefix->defs != NULL)
        x->is_unlike = true; /* it may be one of the prefix */
    if (x->functions.n == 0) {
        strtab_init(&x->function_names, x->arena);
        vec_push(x->arena, &x->functions, clang_getNullCursor());
        clang_visitChildren(clang_getTranslationUnitCursor(x->tu), note_function, x);
    }
    uint32_t id = strtab_find(&x->function_names, name, strlen(name));
    if (id == UINT32_MAX || id >= x->functions.n)
        return (sym_id){0};
    return extract_sym(x, x->functions.v[id]);
}

/* ---- the walk ---- */

/* The symbol of a declaration that defines; it may have been declared by a use before. */
static sym_id define(struct extract *x, CXCursor decl)
{
    sym_id id = extract_sym(x, decl);
    if (id.v == 0)
        return id;
    struct unit_sym *s = builder_sym_at(x->b, id);
    if (!(s->flags & SYM_DEFINED)) { /* tentative, after an extern declaration */
        place_id place = extract_cursor_place(x, decl);
        uint16_t flags = flags_of(x, decl, decl);
        s = builder_sym_at(x->b, id);
        s->flags |= flags;
        s->place = place;
    }
    return id;
}

/* True: something was kept. */
static bool take_variable(struct extract *x, CXCursor decl)
{
    CXCursor init = clang_Cursor_getVarDeclInitializer(decl);
    if (clang_Cursor_isNull(init)) {
        bool is_kept = is_tentative(decl);
        if (is_kept)
            (void)define(x, decl);
        return is_kept;
    }
    sym_id id = define(x, decl);
    if (id.v == 0)
        return false;
    CXType type = clang_getCursorType(decl);
    path_id path = builder_path(x->b, ROOT_SYM, id.v, extract_type(x, type));
    extract_init(x, path, type, init);
    return true;
}

static bool take_function(struct extract *x, CXCursor decl)
{
    if (!clang_isCursorDefinition(decl)) {
        bool is_kept = clang_Cursor_hasAttrs(decl) && extract_attrs_read(x, decl).alias.v != 0;
        if (is_kept)
            (void)extract_sym(x, decl); /* defined by another symbol's body */
        return is_kept;
    }
    x->n_bodies++;
    (void)define(x, decl);
    lower_function(x, decl);
    ASSERT(x->func.v == 0);
    return true;
}

/* ---- definitions of a prefix, by their places ---- */
static CXCursor find_def(struct extract *x, CXFile file, const struct extract_def *def)
{
    CXSourceLocation loc = clang_getLocationForOffset(x->tu, file, def->offset);
    CXCursor c = clang_getCursor(x->tu, loc);
    CXSTRING name = clang_getCursorSpelling(c);
    const char *s = clang_getCString(name);
    bool is_it = clang_getCursorKind(c) == (enum CXCursorKind)def->kind && s != NULL &&
                 strcmp(s, def->name) == 0;
    return is_it ? c : clang_getNullCursor();
}

static void note_def(struct extract *x, CXCursor c)
{
    struct extract_def def = {.kind = clang_getCursorKind(c)};
    CXFile file = NULL;
    CXSTRING name = clang_getCursorSpelling(c);
    clang_getFileLocation(clang_getCursorLocation(c), &file, NULL, NULL, &def.offset);
    def.file = extract_file_id(x, file).v;
    def.name = arena_strdup(x->arena, clang_getCString(name));
    if (file == NULL || !clang_equalCursors(find_def(x, file, &def), c))
        x->defs->is_unclear = true;
    vec_push(x->arena, &x->defs->v, def);
}

static enum CXChildVisitResult take(CXCursor c, CXCursor parent, CXClientData data)
{
    struct extract *x = data;
    enum CXCursorKind kind = clang_getCursorKind(c);
    (void)parent;
    if (kind != CXCursor_FunctionDecl && kind != CXCursor_VarDecl)
        return CXChildVisit_Continue;
    if (is_system_location(clang_getCursorLocation(c)))
        return CXChildVisit_Continue;
    bool is_kept = kind == CXCursor_FunctionDecl ? take_function(x, c) : take_variable(x, c);
    if (is_kept && x->defs != NULL)
        note_def(x, c);
    return CXChildVisit_Continue;
}

static void take_defs(struct extract *x)
{
    const struct extract_defs *defs = x->prefix->defs;
    const struct unit *u = x->prefix->unit;
    for (uint32_t i = 0; i < defs->v.n && !x->is_unlike; i++) {
        const struct extract_def *def = &defs->v.v[i];
        CXFile file = clang_getFile(x->tu, unit_str(u, u->files[def->file].name));
        CXCursor c = file != NULL ? find_def(x, file, def) : clang_getNullCursor();
        x->is_unlike = clang_Cursor_isNull(c) != 0;
        if (!x->is_unlike)
            (void)take(c, c, x);
    }
}

void extract_decls(struct extract *x)
{
    if (x->prefix != NULL && x->prefix->defs != NULL)
        take_defs(x);
    clang_visitChildren(clang_getTranslationUnitCursor(x->tu), take, x);
    extract_finish_records(x);
}
