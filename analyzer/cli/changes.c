/*
 * Names come from --name-status -z, which quotes nothing; the patch has the same files in the same
 * order, so its headers are only counted. Should they not agree, lines are unknown, and whole files
 * count as changed.
 */
#include "cli/changes.h"

#include <stdlib.h>
#include <string.h>

#include "cli/git.h"

/* ---- names ---- */

static const char *next(const struct buf *out, size_t *at, struct arena *a)
{
    if (*at >= out->n)
        return NULL;
    const char *s = buf_str(out) + *at;
    *at += strlen(s) + 1;
    return arena_strdup(a, s);
}

static void take_names(struct arena *a, const struct buf *out, struct changes *c)
{
    size_t at = 0;
    for (const char *status; (status = next(out, &at, a));) {
        const char *first = next(out, &at, a), *second = first;
        if (*status == 'R' || *status == 'C')
            second = next(out, &at, a);
        if (!first || !second)
            return;
        struct change one = {.before = *status == 'A' || *status == 'C' ? NULL : first,
                             .after = *status == 'D' ? NULL : second,
                             .is_whole = *status == 'A'};
        vec_push(a, &c->list, one);
    }
}

static void take_unknown(struct arena *a, const struct buf *out, struct changes *c)
{
    size_t at = 0;
    for (const char *name; (name = next(out, &at, a));) {
        struct change one = {.after = name, .is_whole = true};
        vec_push(a, &c->list, one);
    }
}

/* ---- lines ---- */

/* "12,3" or "12", which is one line. */
static const char *take_range(const char *s, uint32_t *at, uint32_t *n)
{
    char *end;
    *at = (uint32_t)strtoul(s, &end, 10);
    *n = 1;
    if (*end == ',')
        *n = (uint32_t)strtoul(end + 1, &end, 10);
    return end;
}

/* "@@ -12,3 +12 @@ function" */
static bool take_hunk(struct arena *a, const char *line, struct change *c)
{
    struct hunk h = {0};
    if (strncmp(line, "@@ -", 4) != 0)
        return false;
    const char *rest = take_range(line + 4, &h.old_at, &h.old_n);
    if (strncmp(rest, " +", 2) != 0)
        return false;
    (void)take_range(rest + 2, &h.new_at, &h.new_n);
    vec_push(a, &c->hunks, h);
    return true;
}

static void take_lines(struct arena *a, const struct buf *patch, uint32_t n, struct changes *c)
{
    static const char head[] = "diff --git ";
    uint32_t file = 0;
    for (const char *s = buf_str(patch); *s;) {
        if (!strncmp(s, head, strlen(head)))
            file++;
        else if (file > 0 && file <= n)
            (void)take_hunk(a, s, &c->list.v[file - 1]);
        s += strcspn(s, "\n");
        s += *s == '\n';
    }
    for (uint32_t i = 0; file != n && i < n; i++)
        c->list.v[i].is_whole = true;
}

/* Nothing of the user's configuration changes what comes out. */
static bool run_diff(struct arena *a, const char *top, const char *commit, bool staged,
                     const char *form, struct buf *out, struct err *err)
{
    const char *words[] = {"diff", form, "-z", "--unified=0", "--inter-hunk-context=0",
                           "--no-ext-diff", "--no-textconv", "--no-color", "--find-renames",
                           "--submodule=short", "--ignore-submodules=all",
                           staged ? "--cached" : commit, staged ? commit : "--",
                           staged ? "--" : NULL, NULL};
    struct git_place where = {.dir = top};
    return git_run(a, &where, words, out, err);
}

bool changes_read(struct arena *a, const char *top, const char *commit, bool staged,
                  struct changes *out, struct err *err)
{
    static const char *const unknown[] = {"ls-files", "--others", "--exclude-standard", "-z", NULL};
    struct buf BUF_CLEANUP names = {0}, patch = {0}, others = {0};
    struct git_place where = {.dir = top};
    memset(out, 0, sizeof *out);
    if (!run_diff(a, top, commit, staged, "--name-status", &names, err) ||
        !run_diff(a, top, commit, staged, "--patch", &patch, err) ||
        (!staged && !git_run(a, &where, unknown, &others, err)))
        return false;
    take_names(a, &names, out);
    take_lines(a, &patch, out->list.n, out);
    take_unknown(a, &others, out);
    return true;
}

/* ---- questions ---- */

const struct change *changes_after(const struct changes *c, const char *name)
{
    for (uint32_t i = 0; i < c->list.n; i++) {
        if (c->list.v[i].after && !strcmp(c->list.v[i].after, name))
            return &c->list.v[i];
    }
    return NULL;
}

const struct change *changes_before(const struct changes *c, const char *name)
{
    for (uint32_t i = 0; i < c->list.n; i++) {
        if (c->list.v[i].before && !strcmp(c->list.v[i].before, name))
            return &c->list.v[i];
    }
    return NULL;
}

/* The first of the lines that a hunk put there, or the one behind what it took out. */
static uint32_t first_line(const struct hunk *h)
{
    return h->new_n ? h->new_at : h->new_at + 1;
}

bool change_has_line(const struct change *c, uint32_t line, uint32_t margin)
{
    if (!c || c->is_whole)
        return c != NULL;
    for (uint32_t i = 0; i < c->hunks.n; i++) {
        uint32_t first = first_line(&c->hunks.v[i]);
        if (line + margin >= first && line < first + c->hunks.v[i].new_n + margin)
            return true;
    }
    return false;
}

uint32_t change_line_before(const struct change *c, uint32_t line)
{
    int64_t before = line;
    if (!c || c->is_whole)
        return c ? 0 : line;
    for (uint32_t i = 0; i < c->hunks.n; i++) {
        const struct hunk *h = &c->hunks.v[i];
        if (line < first_line(h))
            break;
        if (line < first_line(h) + h->new_n)
            return 0;
        before += (int64_t)h->old_n - h->new_n;
    }
    return before > 0 ? (uint32_t)before : 0;
}
