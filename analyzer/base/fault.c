/*
 * The two ways the program gives up at once: a fault of ours, and no memory. Both say so on stderr
 * and leave with 2 (could not do the job). _exit rather than exit: this may run in a forked worker,
 * whose parent's half-written output must not be flushed twice.
 */
#include "base/base.h"

#include <stdio.h>
#include <unistd.h>

#define EXIT_FAULT 2

/* The build's absolute directory says nothing to a reader: keep the last two parts of the path. */
static const char *file_tail(const char *file)
{
    const char *tail = file;
    const char *base = file;

    for (const char *p = file; *p; p++) {
        if (*p == '/') {
            tail = base;
            base = p + 1;
        }
    }
    return tail;
}

void bug_at(const char *file, int line, const char *what)
{
    fprintf(stderr,
            "concadvise: internal error at %s:%d: %s\n"
            "concadvise: this is a bug in concadvise " CONCADVISE_VERSION
            ", not in your code; please report it with the command line and the file being read\n",
            file_tail(file), line, what);
    fflush(stderr);
    _exit(EXIT_FAULT);
}

void out_of_memory(void)
{
    static const char text[] = "concadvise: out of memory\n";
    ssize_t n = write(STDERR_FILENO, text, sizeof text - 1);

    (void)n; /* nothing is left to do when even that fails */
    _exit(EXIT_FAULT);
}
