/*
 * Which libclang is loaded, and where its own headers (stddef.h, stdarg.h, ...) are. The library
 * finds them only when it lies where it was built to lie, which Debian's does not for programs that
 * link the copy below /usr/lib/<triplet>: so look beside the library first, then where
 * distributions put them.
 */
#include <ctype.h>
#include <dlfcn.h>
#include <string.h>
#include <sys/stat.h>

#include "base/file.h"
#include "extract/clang.h"
#include "parse/parse.h"

static void dispose_string(CXString *s)
{
    clang_disposeString(*s);
}

/* The first run of digits and dots that holds a dot: "Debian clang version 19.1.7 (3~deb12u1)". */
const char *parse_libclang_version(struct arena *a)
{
    struct err ERR_CLEANUP err = {0};
    if (!clang_load(&err))
        return "not found";
    __attribute__((cleanup(dispose_string))) CXString full = clang_getClangVersion();
    const char *s = clang_getCString(full);
    while (s && *s) {
        size_t n = strspn(s, "0123456789.");
        if (n > 0 && isdigit((unsigned char)*s) && memchr(s, '.', n)) {
            while (s[n - 1] == '.')
                n--;
            return arena_strndup(a, s, n);
        }
        s += n > 0 ? n : 1;
    }
    return "unknown";
}

static const char *loaded_library(struct arena *a)
{
    struct err ERR_CLEANUP err = {0};
    Dl_info info;
    void *symbol;
    if (!clang_load(&err))
        return NULL;
    memcpy(&symbol, &clang_lib->getClangVersion, sizeof symbol);
    if (dladdr(symbol, &info) == 0 || !info.dli_fname)
        return NULL;
    return path_normal(a, cwd_get(a), info.dli_fname);
}

static const char *check(struct arena *a, const char *base, const char *version)
{
    const char *dir = path_normal(a, "/", arena_printf(a, "%s/clang/%s", base, version));
    return file_exists(path_join(a, dir, "include/stddef.h")) ? dir : NULL;
}

/* Folders are named after the major version from 16 on, after the full one before. */
static const char *check_versions(struct arena *a, const char *base, const char *version)
{
    size_t n_major = strcspn(version, ".");
    const char *found = check(a, base, arena_strndup(a, version, n_major));
    return found ? found : check(a, base, version);
}

static const char *beside(struct arena *a, const char *library, const char *version)
{
    const char *dir = path_dir(a, library);
    const char *found = check_versions(a, dir, version);
    if (!found)
        found = check_versions(a, path_join(a, dir, "../lib"), version);
    return found;
}

const char *parse_resource_dir(struct arena *a)
{
    /* Followed by the major version and "/lib", then on their own. */
    static const char *const numbered[] = {"/usr/lib/llvm-", "/usr/lib/llvm", "/usr/lib64/llvm",
                                           "/usr/local/lib/llvm-", "/usr/local/llvm", "/opt/llvm-"};
    static const char *const plain[] = {"/usr/lib64", "/usr/lib", "/usr/local/lib",
                                        "/opt/llvm/lib"};
    const char *version = parse_libclang_version(a);
    const char *major = arena_strndup(a, version, strcspn(version, "."));
    const char *library = loaded_library(a);
    const char *found = library ? beside(a, library, version) : NULL;
    if (!found && library)
        found = beside(a, path_real(a, library), version);
    for (size_t i = 0; !found && i < sizeof numbered / sizeof *numbered; i++)
        found = check_versions(a, arena_printf(a, "%s%s/lib", numbered[i], major), version);
    for (size_t i = 0; !found && i < sizeof plain / sizeof *plain; i++)
        found = check_versions(a, plain[i], version);
    return found;
}

const char *parse_library_identity(struct arena *a)
{
    struct stat st;
    const char *path = clang_library();
    if (path[0] != '/' || stat(path, &st) != 0 || !S_ISREG(st.st_mode))
        return NULL;
    return arena_printf(a, "%s %llu %llu %lld %lld.%09ld %lld.%09ld", path,
                        (unsigned long long)st.st_dev, (unsigned long long)st.st_ino,
                        (long long)st.st_size, (long long)st.st_mtim.tv_sec, st.st_mtim.tv_nsec,
                        (long long)st.st_ctim.tv_sec, st.st_ctim.tv_nsec);
}
