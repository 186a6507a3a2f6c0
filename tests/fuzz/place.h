/* A folder of its own for a fuzz target's files, in memory where there is such a place. */
#ifndef FUZZ_PLACE_H
#define FUZZ_PLACE_H

#include <dirent.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/file.h"

static char fuzz_in_memory[] = "/dev/shm/concadvise-fuzz-XXXXXX";
static char fuzz_on_disk[] = "/tmp/concadvise-fuzz-XXXXXX";
static const char *fuzz_made;

static inline void fuzz_remove(void)
{
    DIR *d = opendir(fuzz_made);
    for (struct dirent *e; d && (e = readdir(d)) != NULL;)
        (void)unlinkat(dirfd(d), e->d_name, 0);
    if (d)
        (void)closedir(d);
    (void)rmdir(fuzz_made);
}

static inline const char *fuzz_folder(void)
{
    if (fuzz_made)
        return fuzz_made;
    fuzz_made = mkdtemp(fuzz_in_memory);
    if (!fuzz_made)
        fuzz_made = mkdtemp(fuzz_on_disk);
    ASSERT(fuzz_made && atexit(fuzz_remove) == 0);
    return fuzz_made;
}

static inline void fuzz_write(const char *path, const void *p, size_t n)
{
    struct err ERR_CLEANUP err = {0};
    if (!file_write_atomic(path, p, n, &err))
        bug_at(__FILE__, __LINE__, buf_str(&err.text));
}

#endif
