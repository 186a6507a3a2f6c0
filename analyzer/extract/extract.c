/*
 * One translation unit, in order: files, diagnostics (functions ask for those inside of them), the
 * declarations with everything that hangs on them, comments, and the summary.
 */
#include "extract/extract.h"

#include "base/file.h"
#include "extract/context.h"

static void extract_init_state(struct extract *x, struct arena *a, CXTranslationUnit tu)
{
    *x = (struct extract){.arena = a, .tu = tu, .b = builder_new(a)};
    map_init(&x->file_by_handle, a);
    map_init(&x->prefix_files, a);
    map_init(&x->places, a);
    map_init(&x->types, a);
    cursor_map_init(&x->syms, a);
    cursor_map_init(&x->fields, a);
    cursor_map_init(&x->records, a);
}

const struct unit *extract_unit(struct arena *a, CXTranslationUnit tu, const char *main_file,
                                const char *directory, const char *root)
{
    return extract_unit_after(a, tu, main_file, directory, root, NULL, NULL);
}

const struct unit *extract_unit_after(struct arena *a, CXTranslationUnit tu, const char *main_file,
                                      const char *directory, const char *root,
                                      const struct extract_prefix *prefix,
                                      struct extract_defs *defs)
{
    struct extract x;
    struct err ERR_CLEANUP err = {0};
    if (!clang_load(&err)) /* whoever made tu has loaded it */
        BUG("a translation unit without libclang");
    ASSERT(tu != NULL && main_file != NULL && directory != NULL);
    extract_init_state(&x, a, tu);
    x.prefix = prefix;
    x.defs = defs;
    x.root = root;
    x.directory = directory;
    x.main_file = clang_getFile(tu, main_file);
    if (x.main_file == NULL) { /* jobs may name it as the translation unit does not */
        CXSTRING name = clang_getTranslationUnitSpelling(tu);
        x.main_file = clang_getFile(tu, clang_getCString(name));
    }
    extract_files(&x);
    extract_diagnostics(&x);
    extract_decls(&x);
    extract_comments(&x);
    struct unit_info info = {.n_bodies = x.n_bodies};
    info.status = extract_finish_quality(&x, &info.why);
    info.directory = builder_str(x.b, directory);
    if (x.main_file != NULL) {
        info.main_file = extract_file_id(&x, x.main_file);
    } else {
        const char *name = path_normal(a, directory, main_file);
        struct unit_file f = {.name = builder_str(x.b, name), .flags = FILE_MAIN};
        info.main_file = builder_file(x.b, &f);
        info.status = UNIT_FAILED;
        if (info.why.v == 0)
            info.why = builder_str(x.b, "cannot read the file");
    }
    return x.is_unlike ? NULL : builder_finish(x.b, &info);
}
