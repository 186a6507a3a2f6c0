/*
 * GIT_INDEX_FILE is kept: "git commit -a" and "git commit FILE" prepare another index than the
 * usual one, and that is the one to be judged. The other GIT_ variables would make git speak of the
 * repository that it was called from, whatever the working directory is.
 */
#include "cli/git.h"

#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static char **environment(struct arena *a, const char *index)
{
    VEC(char *) kept = {0};
    for (char **e = environ; *e; e++) {
        bool is_index = !strncmp(*e, "GIT_INDEX_FILE=", 15);
        if (strncmp(*e, "GIT_", 4) != 0 || (is_index && !index))
            vec_push(a, &kept, *e);
    }
    if (index) {
        const char *set = arena_printf(a, "GIT_INDEX_FILE=%s", index);
        vec_push(a, &kept, arena_strdup(a, set));
    }
    vec_push(a, &kept, NULL);
    return kept.v;
}

static char **arguments(struct arena *a, const char *dir, const char *const *words)
{
    VEC(char *) all = {0};
    vec_push(a, &all, arena_strdup(a, "git"));
    vec_push(a, &all, arena_strdup(a, "--no-optional-locks")); /* nothing is written on the way */
    if (dir) {
        vec_push(a, &all, arena_strdup(a, "-C"));
        vec_push(a, &all, arena_strdup(a, dir));
    }
    for (; *words; words++)
        vec_push(a, &all, arena_strdup(a, *words));
    vec_push(a, &all, NULL);
    return all.v;
}

static int spawn(struct arena *a, const struct git_place *where, const char *const *words, int in,
                 int out, pid_t *pid)
{
    posix_spawn_file_actions_t actions;
    int rc = posix_spawn_file_actions_init(&actions);
    if (rc)
        return rc;
    rc = posix_spawn_file_actions_adddup2(&actions, out, STDOUT_FILENO);
    rc = rc ? rc : posix_spawn_file_actions_addclose(&actions, in);
    if (where->is_quiet && rc == 0)
        rc = posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    rc = rc ? rc
            : posix_spawnp(pid, "git", &actions, NULL, arguments(a, where->dir, words),
                           environment(a, where->index));
    (void)posix_spawn_file_actions_destroy(&actions);
    return rc;
}

static bool read_all(int fd, struct buf *out)
{
    char part[4096];
    for (;;) {
        ssize_t n = read(fd, part, sizeof part);
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            return n == 0;
        buf_add(out, part, (size_t)n);
    }
}

bool git_run(struct arena *a, const struct git_place *where, const char *const *words,
             struct buf *out, struct err *err)
{
    static const struct git_place here;
    int fds[2], status = 0;
    pid_t pid = 0;
    ASSERT(words[0]);
    if (pipe(fds) != 0)
        return err_set(err, "cannot run git: %s", strerror(errno));
    int rc = spawn(a, where ? where : &here, words, fds[0], fds[1], &pid);
    (void)close(fds[1]);
    bool is_read = rc == 0 && read_all(fds[0], out);
    (void)close(fds[0]);
    if (rc != 0)
        return err_set(err, "cannot run git: %s", strerror(rc));
    while (waitpid(pid, &status, 0) < 0) {
        if (errno != EINTR)
            return err_set(err, "git %s: %s", words[0], strerror(errno));
    }
    if (is_read && WIFEXITED(status) && WEXITSTATUS(status) == 0)
        return true;
    return err_set(err, "git %s failed", words[0]);
}

bool git_line(struct arena *a, const struct git_place *where, const char *const *words,
              const char **line, struct err *err)
{
    struct buf BUF_CLEANUP out = {0};
    if (!git_run(a, where, words, &out, err))
        return false;
    const char *s = buf_str(&out);
    *line = arena_strndup(a, s, strcspn(s, "\n"));
    return **line || err_set(err, "git %s says nothing", words[0]);
}
