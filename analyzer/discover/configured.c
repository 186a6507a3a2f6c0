/*
 * Functions are looked up in the C library that this process runs with, types and sizes in a short
 * table. A macro that is not certain stays undefined: the project then takes its own replacement.
 */
#include "discover/configured.h"

#include <ctype.h>
#include <dlfcn.h>
#include <string.h>
#include <sys/types.h>
#include <time.h>

static const char have[] = "HAVE_";

/* Facts about every Linux C environment that no function's name tells. */
static const char *const facts[] = {
    "HAVE_SOCKLEN_T",  "HAVE_INT8_T",      "HAVE_INT16_T",     "HAVE_INT32_T",    "HAVE_INT64_T",
    "HAVE_UINT8_T",    "HAVE_UINT16_T",    "HAVE_UINT32_T",    "HAVE_UINT64_T",   "HAVE_INTPTR_T",
    "HAVE_UINTPTR_T",  "HAVE_INTMAX_T",    "HAVE_UINTMAX_T",   "HAVE_SIZE_T",     "HAVE_SSIZE_T",
    "HAVE_PTRDIFF_T",  "HAVE_OFF_T",       "HAVE_PID_T",       "HAVE_MODE_T",     "HAVE_UID_T",
    "HAVE_GID_T",      "HAVE_TIME_T",      "HAVE_SIG_ATOMIC_T", "HAVE_SA_FAMILY_T",
    "HAVE_IN_ADDR_T",  "HAVE_IN_PORT_T",  "HAVE_U_INT8_T",    "HAVE_U_INT16_T",   "HAVE_U_INT32_T",
    "HAVE_U_INT64_T",
    "HAVE__BOOL",      "HAVE_LONG_LONG",   "HAVE_LONG_LONG_INT", "HAVE_IPV6",     "HAVE_ALLOCA",
    "HAVE_PTHREAD",    "HAVE_PTHREADS",    "HAVE_VA_COPY",     "HAVE_STRUCT_TIMESPEC",
    "HAVE_STRUCT_TIMEVAL", "HAVE_STRUCT_ADDRINFO", "HAVE_STRUCT_SOCKADDR_STORAGE",
    "HAVE_STRUCT_SOCKADDR_IN6", "HAVE_STRUCT_IN6_ADDR", "HAVE_STRUCT_TM_TM_GMTOFF",
    "HAVE_STRUCT_TM_TM_ZONE", "HAVE_STRUCT_STAT_ST_MTIM", "HAVE_STRUCT_STAT_ST_BLKSIZE",
    "HAVE_DECL_STRERROR_R", "HAVE_DECL_ENVIRON",
};

static const struct {
    const char *macro;
    size_t bytes;
} sizes[] = {
    {"SIZEOF_CHAR", sizeof(char)},         {"SIZEOF_SHORT", sizeof(short)},
    {"SIZEOF_INT", sizeof(int)},           {"SIZEOF_LONG", sizeof(long)},
    {"SIZEOF_LONG_LONG", sizeof(long long)}, {"SIZEOF_VOID_P", sizeof(void *)},
    {"SIZEOF_SIZE_T", sizeof(size_t)},     {"SIZEOF_OFF_T", sizeof(off_t)},
    {"SIZEOF_TIME_T", sizeof(time_t)},     {"SIZEOF_PID_T", sizeof(pid_t)},
    {"SIZEOF_FLOAT", sizeof(float)},       {"SIZEOF_DOUBLE", sizeof(double)},
};

const char *configured_header_macro(struct arena *a, const char *header)
{
    char *macro = arena_printf(a, "%s%s", have, header);
    for (char *p = macro + sizeof have - 1; *p; p++)
        *p = isalnum((unsigned char)*p) ? (char)toupper((unsigned char)*p) : '_';
    return macro;
}

static bool is_library_function(struct arena *a, const char *macro)
{
    char *name = arena_strdup(a, macro + sizeof have - 1);
    ASSERT(strncmp(macro, have, sizeof have - 1) == 0);
    if (strncmp(name, "DECL_", 5) == 0)
        name += 5;
    for (char *p = name; *p; p++)
        *p = (char)tolower((unsigned char)*p);
    return *name && dlsym(RTLD_DEFAULT, name) != NULL;
}

const char *configured_flag(struct arena *a, const char *macro)
{
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++)
        if (strcmp(macro, sizes[i].macro) == 0)
            return arena_printf(a, "-D%s=%zu", macro, sizes[i].bytes);
    bool is_fact = false;
    for (size_t i = 0; !is_fact && i < sizeof facts / sizeof *facts; i++)
        is_fact = strcmp(macro, facts[i]) == 0;
    if (!is_fact && strncmp(macro, have, sizeof have - 1) == 0)
        is_fact = is_library_function(a, macro);
    return is_fact ? arena_printf(a, "-D%s=1", macro) : NULL;
}
