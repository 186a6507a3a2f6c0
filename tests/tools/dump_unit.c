/*
 * Parses one C file with libclang and prints the unit that extract makes of it: what the golden tests in
 * tests/golden compare. Usage: dump_unit FILE.c [clang options].
 */
#include <stdio.h>
#include <stdlib.h>

#include <clang-c/Index.h>

#include "base/file.h"
#include "extract/extract.h"
#include "unit/bytes.h"

static const char *resource_dir(struct arena *a, const char *version)
{
    return arena_printf(a, "-resource-dir=%s/lib/clang/%s", LLVM_PREFIX, version);
}

static CXTranslationUnit parse(struct arena *a, CXIndex index, int argc, char **argv)
{
    const char **args = arena_array(a, const char *, (size_t)argc + 2);
    int n = 0;
    args[n++] = resource_dir(a, LLVM_MAJOR);
    args[n++] = "-w";
    for (int i = 2; i < argc; i++) {
        args[n++] = argv[i];
    }
    return clang_parseTranslationUnit(index, argv[1], args, n, NULL, 0, CXTranslationUnit_KeepGoing);
}

int main(int argc, char **argv)
{
    if (argc < 2) {
        fprintf(stderr, "usage: dump_unit FILE.c [clang options]\n");
        return 2;
    }
    struct arena a;
    arena_init(&a);
    CXIndex index = clang_createIndex(0, 0);
    CXTranslationUnit tu = parse(&a, index, argc, argv);
    if (!tu) {
        fprintf(stderr, "dump_unit: cannot parse %s\n", argv[1]);
        return 1;
    }
    const char *dir = cwd_get(&a), *root = path_dir(&a, path_normal(&a, dir, argv[1]));
    const struct unit *u = extract_unit(&a, tu, argv[1], dir, root);
    struct buf out = {0};
    unit_dump(u, root, &out);
    printf("%s", buf_str(&out));
    buf_release(&out);
    clang_disposeTranslationUnit(tu);
    clang_disposeIndex(index);
    arena_release(&a);
    return 0;
}
