/*
 * The library is looked for where it was when this program was built, then by its name where the
 * system keeps libraries. It stays loaded to the end.
 */
#include "extract/clang.h"

#include <dlfcn.h>
#include <string.h>

const struct clang *clang_lib;

const char *clang_library(void)
{
    return CONCADVISE_LIBCLANG;
}

static void *open_library(void)
{
    static const char *const names[] = {CONCADVISE_LIBCLANG, CONCADVISE_LIBCLANG_NAME};
    void *library = NULL;
    for (size_t i = 0; i < sizeof names / sizeof *names && !library; i++)
        library = dlopen(names[i], RTLD_NOW | RTLD_LOCAL);
    return library;
}

/* A function pointer is the size of an object pointer wherever dlsym() is. */
static bool find_function(void *library, const char *name, void *to)
{
    void *symbol = dlsym(library, name);
    ASSERT(sizeof symbol == sizeof(void (*)(void)));
    memcpy(to, &symbol, sizeof symbol);
    return symbol != NULL;
}

bool clang_load(struct err *err)
{
    static struct clang found;
    if (clang_lib)
        return true;
    void *library = open_library();
    if (!library)
        return err_set(err, "libclang cannot be loaded: %s", dlerror());
#define CLANG_FUNCTION(name)                                                                       \
    if (!find_function(library, "clang_" #name, &found.name))                                      \
        return err_set(err, "libclang is too old: it has no clang_" #name "()");
    CLANG_FUNCTIONS(CLANG_FUNCTION)
#undef CLANG_FUNCTION
    clang_lib = &found;
    return true;
}
