/*
 * Parses from memory with libclang and runs the real extractor, so that tests say in C what they
 * mean.
 */
#include "support.h"

#include <clang-c/Index.h>
#include <string.h>

#include "extract/extract.h"
#include "parse/parse.h"

static void add_flag(struct arena *a, const char ***flags, int *n, const char *flag)
{
    *flags = arena_grow(a, *flags, arena_size((size_t)*n, sizeof **flags),
                        arena_size((size_t)*n + 1, sizeof **flags));
    (*flags)[(*n)++] = flag;
}

const struct unit *unit_from_files(struct arena *a, const struct support_file *files, uint32_t n)
{
    struct CXUnsavedFile *unsaved = arena_array(a, struct CXUnsavedFile, n);
    const char **flags = NULL, *resource_dir = parse_resource_dir(a);
    CXIndex index = clang_createIndex(0, 0);
    CXTranslationUnit tu = NULL;
    const struct unit *u;
    int n_flags = 0;

    ASSERT(n > 0 && index);
    for (uint32_t i = 0; i < n; i++) {
        unsaved[i].Filename = arena_printf(a, "/t/%s", files[i].name);
        unsaved[i].Contents = files[i].text;
        unsaved[i].Length = strlen(files[i].text);
    }
    add_flag(a, &flags, &n_flags, "-std=gnu11");
    add_flag(a, &flags, &n_flags, "-w");
    add_flag(a, &flags, &n_flags, "-I/t");
    if (resource_dir) {
        add_flag(a, &flags, &n_flags, "-resource-dir");
        add_flag(a, &flags, &n_flags, resource_dir);
    }
    if (clang_parseTranslationUnit2(index, unsaved[0].Filename, flags, n_flags, unsaved, n,
                                    CXTranslationUnit_KeepGoing, &tu) != CXError_Success) {
        BUG("the test's C text does not parse");
    }
    u = extract_unit(a, tu, unsaved[0].Filename, "/t", "/t");
    clang_disposeTranslationUnit(tu);
    clang_disposeIndex(index);
    return u;
}

const struct unit *unit_from_c(struct arena *a, const char *text, const char *name)
{
    struct support_file file = {.name = name, .text = text};

    return unit_from_files(a, &file, 1);
}
