/*
 * Reports are complete in memory before the first byte is written, so that an error of the disk or
 * of a pipe is seen here and nowhere else.
 */
#include "cli/output.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/file.h"
#include "cli/commands.h"

static struct buf *said_copy; /* NULL: nobody keeps it */

void output_copy_said(struct buf *to)
{
    said_copy = to;
}

void output_say_again(const struct buf *text)
{
    if (text->n)
        (void)!fwrite(text->s, 1, text->n, stderr);
}

static void say_line(const struct buf *line)
{
    if (said_copy)
        buf_add(said_copy, line->s, line->n);
    (void)!fwrite(buf_str(line), 1, line->n, stderr);
}

void say(const char *fmt, ...)
{
    struct buf BUF_CLEANUP line = {0};
    buf_adds(&line, "concadvise: ");
    va_list ap;
    va_start(ap, fmt);
    buf_addv(&line, fmt, ap);
    va_end(ap);
    buf_addc(&line, '\n');
    say_line(&line);
}

void say_plain(const char *line)
{
    struct buf BUF_CLEANUP text = {0};
    buf_addf(&text, "%s\n", line);
    say_line(&text);
}

static bool write_all(int fd, const struct buf *text)
{
    for (size_t done = 0; done < text->n;) {
        ssize_t n = write(fd, text->s + done, text->n - done);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return false;
        done += (size_t)n;
    }
    return true;
}

static bool write_in_place(const char *path, const struct buf *text, struct err *err)
{
    int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
    if (fd < 0)
        return err_set(err, "cannot write %s: %s", path, strerror(errno));
    bool ok = write_all(fd, text);
    int why = errno;
    if (close(fd) != 0 && ok) {
        ok = false;
        why = errno;
    }
    return ok || err_set(err, "cannot write %s: %s", path, strerror(why));
}

/* A new file takes the place of the old one, so that nobody finds half a report; the target of a
 * link is replaced, not the link. Devices and pipes cannot be replaced, nor can a file in a
 * folder where nothing may be made. */
static bool write_file(const char *path, const struct buf *text, struct err *err)
{
    struct stat st, link;
    struct arena a;
    bool is_there = stat(path, &st) == 0, ok;
    bool is_link = is_there && lstat(path, &link) == 0 && S_ISLNK(link.st_mode);
    arena_init(&a);
    const char *target = is_link ? path_real(&a, path) : path;
    if (is_there && (!S_ISREG(st.st_mode) || access(path_dir(&a, target), W_OK) != 0))
        ok = write_in_place(path, text, err);
    else
        ok = file_write_atomic(target, buf_str(text), text->n, err);
    arena_release(&a);
    return ok;
}

bool output_check(struct arena *a, const char *path, struct err *err)
{
    if (!strcmp(path, "-"))
        return true;
    const char *dir = path_dir(a, path);
    if (dir_exists(path))
        return err_set(err, "cannot write %s: it is a directory", path);
    if (!dir_exists(dir))
        return err_set(err, "cannot write %s: there is no directory %s", path, dir);
    if (access(path, F_OK) != 0 && access(dir, W_OK) != 0)
        return err_set(err, "cannot write %s: %s", path, strerror(errno));
    return true;
}

bool output_write(const char *path, const struct buf *text, struct err *err)
{
    ASSERT(text);
    if (path && strcmp(path, "-"))
        return write_file(path, text, err);
    if (write_all(STDOUT_FILENO, text) || errno == EPIPE)
        return true;
    return err_set(err, "cannot write to standard output: %s", strerror(errno));
}

int output_text(const struct buf *text)
{
    struct err ERR_CLEANUP err = {0};
    if (output_write(NULL, text, &err))
        return EXIT_CLEAN;
    say("%s", buf_str(&err.text));
    return EXIT_FAILED;
}

bool output_wants_color(uint32_t mode)
{
    const char *none = getenv("NO_COLOR"), *force = getenv("CLICOLOR_FORCE"),
               *term = getenv("TERM");
    ASSERT(mode <= COLOR_NEVER);
    if (mode != COLOR_AUTO)
        return mode == COLOR_ALWAYS;
    if (none && *none)
        return false;
    if (force && *force && strcmp(force, "0"))
        return true;
    return isatty(STDOUT_FILENO) && term && strcmp(term, "dumb");
}

double seconds_now(void)
{
    struct timespec t;
    if (clock_gettime(CLOCK_MONOTONIC, &t) != 0)
        return 0;
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static double seconds_of(const struct timeval *t)
{
    return (double)t->tv_sec + (double)t->tv_usec / 1e6;
}

double cpu_seconds_now(void)
{
    struct rusage self, ended;
    if (getrusage(RUSAGE_SELF, &self) != 0 || getrusage(RUSAGE_CHILDREN, &ended) != 0)
        return 0;
    return seconds_of(&self.ru_utime) + seconds_of(&self.ru_stime) +
           seconds_of(&ended.ru_utime) + seconds_of(&ended.ru_stime);
}

const char *plural(struct arena *a, uint64_t n, const char *one, const char *many)
{
    return arena_printf(a, "%llu %s", (unsigned long long)n, n == 1 ? one : many);
}
