/*
 * A report is read elsewhere: it names the repository by what all clones have in common. User
 * names and tokens of a remote, and paths on this machine, stay out of it.
 */
#include "cli/provenance.h"

#include <ctype.h>
#include <string.h>

#include "base/file.h"
#include "cli/git.h"

/* "https" of "https://..."; 0: no scheme. */
static size_t scheme_length(const char *remote)
{
    size_t n = strspn(remote, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+.-");
    return n > 0 && !strncmp(remote + n, "://", 3) ? n : 0;
}

static void add_path(struct buf *out, const char *path)
{
    for (; *path; path++) {
        unsigned char c = (unsigned char)*path;
        if (isalnum(c) || strchr("-._~/%:@+,=!$&'()*", *path))
            buf_addc(out, *path);
        else
            buf_addf(out, "%%%02X", c);
    }
}

const char *provenance_uri(struct arena *a, const char *remote)
{
    struct buf BUF_CLEANUP out = {0};
    size_t scheme = scheme_length(remote);
    const char *host = scheme ? remote + scheme + 3 : remote;
    size_t n = strcspn(host, scheme ? "/" : ":");
    const char *at = host;
    for (const char *p = host; p < host + n; p++) {
        if (*p == '@')
            at = p + 1;
    }
    n -= (size_t)(at - host);
    /* Without a scheme: "host:path", where no slash comes before the colon. */
    bool is_file = scheme == 4 && !strncmp(remote, "file", scheme);
    bool is_place = scheme ? !is_file
                           : at[n] == ':' && !memchr(at, '/', n);
    if (!is_place || n == 0)
        return NULL;
    const char *path = at + n + (scheme ? 0 : 1);
    buf_add(&out, scheme ? remote : "ssh", scheme ? scheme : 3);
    buf_adds(&out, "://");
    buf_add(&out, at, n);
    buf_adds(&out, scheme || *path == '/' ? "" : "/");
    add_path(&out, path);
    return arena_strdup(a, buf_str(&out));
}

/* The first line that git prints; NULL when it has nothing to say. */
static const char *ask(struct arena *a, const char *root, const char *const *words)
{
    const struct git_place here = {.dir = root, .is_quiet = true};
    struct err ERR_CLEANUP err = {0};
    const char *line = NULL;
    return git_line(a, &here, words, &line, &err) && *line ? line : NULL;
}

void provenance_find(struct arena *a, const char *root, struct report_provenance *out)
{
    static const char *const remote[] = {"config", "--get", "remote.origin.url", NULL};
    static const char *const revision[] = {"rev-parse", "--verify", "-q", "HEAD", NULL};
    static const char *const branch[] = {"symbolic-ref", "-q", "--short", "HEAD", NULL};
    ASSERT(root);
    if (!dir_exists(path_join(a, root, ".git")) && !file_exists(path_join(a, root, ".git")))
        return;
    const char *url = ask(a, root, remote);
    const char *uri = url ? provenance_uri(a, url) : NULL;
    if (!uri)
        return;
    *out = (struct report_provenance){uri, ask(a, root, revision), ask(a, root, branch)};
}
