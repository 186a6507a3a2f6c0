/*
 * Whole files, read and written. Reading trusts the bytes, not st_size: a file may grow or be cut
 * short while we read it, and files of /proc say 0.
 */
#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define TEMP_NAMES 1000u
#define SMALL_MAX ((size_t)1 << 20)

static void fd_close(int *fd)
{
    if (*fd >= 0)
        close(*fd);
}
#define FD_CLEANUP __attribute__((cleanup(fd_close)))

static ssize_t read_some(int fd, char *p, size_t n)
{
    ssize_t got;

    do
        got = read(fd, p, n);
    while (got < 0 && errno == EINTR);
    return got;
}

/* Reads to the end of the file into the arena, starting with room for `guess` bytes. */
static bool read_all(struct arena *a, int fd, size_t guess, size_t max, struct bytes *out)
{
    size_t cap = guess + 2; /* the NUL, and one byte more, to see the end without growing */
    size_t n = 0;
    char *p = arena_alloc(a, cap);

    for (;;) {
        ssize_t got = read_some(fd, p + n, cap - 1 - n);

        if (got < 0)
            return false;
        if (got == 0)
            break;
        n += (size_t)got;
        ASSERT(n < cap);
        if (n > max) {
            errno = EFBIG;
            return false;
        }
        if (n == cap - 1) {
            p = arena_grow(a, p, cap, arena_size(cap, 2));
            cap *= 2;
        }
    }
    p[n] = '\0'; /* the tail is zero already, unless a read failed half-way */
    *out = (struct bytes){.p = p, .n = n};
    return true;
}

bool file_read(struct arena *a, const char *path, size_t max, struct bytes *out, struct err *err)
{
    /* O_NONBLOCK: opening a named pipe must not wait for a writer; on files it has no effect. */
    FD_CLEANUP int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    struct stat st;

    if (fd < 0 || fstat(fd, &st) != 0)
        return err_set(err, "cannot read %s: %s", path, strerror(errno));
    if (S_ISDIR(st.st_mode))
        return err_set(err, "cannot read %s: it is a directory", path);
    if (!S_ISREG(st.st_mode))
        return err_set(err, "cannot read %s: it is not a regular file", path);
    if (st.st_size < 0 || (uintmax_t)st.st_size > max)
        return err_set(err, "cannot read %s: larger than %zu bytes", path, max);
    if (!read_all(a, fd, (size_t)st.st_size, max, out))
        return err_set(err, "cannot read %s: %s", path, strerror(errno));
    return true;
}

const char *file_read_small(struct arena *a, const char *path)
{
    struct err ERR_CLEANUP err = {0};
    struct bytes text;
    return file_read(a, path, SMALL_MAX, &text, &err) ? text.p : NULL;
}

bool file_exists(const char *path)
{
    struct stat st;

    return stat(path, &st) == 0 && S_ISREG(st.st_mode);
}

bool dir_exists(const char *path)
{
    struct stat st;

    return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

bool dir_make(struct arena *a, const char *path)
{
    size_t n = strlen(path);
    char *part = arena_strndup(a, path, n);
    for (size_t i = 1; i <= n; i++) {
        if (part[i] != '/' && part[i] != '\0')
            continue;
        part[i] = '\0';
        if (!dir_exists(part) && mkdir(part, 0777) != 0 && errno != EEXIST)
            return false;
        part[i] = i < n ? '/' : '\0';
    }
    return dir_exists(path);
}

static bool write_all(int fd, const char *p, size_t n)
{
    while (n) {
        ssize_t put = write(fd, p, n);

        if (put < 0 && errno == EINTR)
            continue;
        if (put <= 0)
            return false;
        p += put;
        n -= (size_t)put;
    }
    return true;
}

/* A new file beside `path`, with the user's umask (which mkstemp would not honour). */
static int temp_open(const char *path, struct buf *name)
{
    int fd = -1;

    for (unsigned i = 0; i < TEMP_NAMES && fd < 0; i++) {
        buf_reset(name);
        buf_addf(name, "%s.%ld.%u.tmp", path, (long)getpid(), i);
        fd = open(name->s, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        if (fd < 0 && errno != EEXIST)
            break;
    }
    return fd;
}

bool file_write_atomic(const char *path, const void *p, size_t n, struct err *err)
{
    BUF_CLEANUP struct buf name = {0};
    int fd = temp_open(path, &name);
    bool is_ok;
    int why;

    if (fd < 0)
        return err_set(err, "cannot write %s: %s", path, strerror(errno));
    is_ok = write_all(fd, p, n);
    why = errno;
    if (close(fd) != 0 && is_ok) {
        is_ok = false;
        why = errno;
    }
    if (is_ok && rename(name.s, path) != 0) {
        is_ok = false;
        why = errno;
    }
    if (is_ok)
        return true;
    unlink(name.s);
    return err_set(err, "cannot write %s: %s", path, strerror(why));
}
