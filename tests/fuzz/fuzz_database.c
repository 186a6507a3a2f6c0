/* A compile_commands.json of any bytes: read from memory by name, as the loader takes a path. */
#include <stdio.h>
#include <sys/mman.h>
#include <unistd.h>

#include "discover/database.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    ERR_CLEANUP struct err err = {0};
    struct arena a;
    struct database db = {0};
    int fd = memfd_create("database", MFD_CLOEXEC);

    ASSERT(fd >= 0);
    ASSERT(write(fd, data, n) == (ssize_t)n);
    arena_init(&a);
    if (!database_load(&a, arena_printf(&a, "/proc/self/fd/%d", fd), &db, &err))
        ASSERT(err.text.n > 0);
    for (uint32_t i = 0; i < db.entries.n; i++)
        (void)database_words(&a, &db.entries.v[i]);
    arena_release(&a);
    close(fd);
    return 0;
}
