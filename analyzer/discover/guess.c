/*
 * Start with the sources; for every name that a file includes look for a project file whose path
 * ends in it; the directory before that ending is one that the build must have had on its include
 * path. Then do the same for the file found, so headers' own includes count too. Of several
 * candidates the one that shares most of its path with the includer is taken.
 *
 * A project's stand-ins for system headers (compat/string.h) must not hide the real ones:
 * directories that hold such names are searched after the system's.
 *
 * Half of C asks config.h what the system has, and without a build there is no config.h: the macros
 * that conditions ask for are then answered one by one (configured.h).
 */
#include "discover/guess.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "discover/configured.h"
#include "discover/walk.h"

enum { MAX_READ = 20000, MAX_DIRS = 300, MAX_NAME = 512 };
static const size_t max_source = (size_t)32 << 20; /* bytes */

enum dir_kind { DIR_QUOTE, DIR_ANGLE, DIR_AFTER, DIR_SYSTEM };
struct guess_dir {
    const char *path;
    enum dir_kind kind;
};

struct guess {
    struct arena *arena;
    struct words files; /* of the project */
    uint32_t *next;     /* files with the same base name: index + 1, 0 ends */
    struct map by_name; /* hash of the base name to an index of files */
    struct words queue; /* files to read; grows while it is read */
    struct map queued;  /* hash of the path */
    struct map asked;   /* hash of (directory of the includer, name, form) */
    VEC(struct guess_dir) dirs;
    struct words system;    /* /usr/include and its folder for this machine */
    struct words versioned; /* /usr/include/glib-2.0 and the like */
    struct words lib_dirs;  /* /usr/lib/<triplet> */
    bool has_config_h;   /* the project has one */
    bool wants_config_h; /* some file includes one */
    bool is_autotools;
    struct strtab macros;  /* HAVE_ and SIZEOF_ names that conditions ask for */
    struct strtab headers; /* HAVE_..._H of headers that the system has */
    struct words defines;  /* the answers, as flags */
};

static uint64_t hash_text(const char *s)
{
    return hash64(s, strlen(s));
}

/* ---- what there is ---- */

static void index_files(struct guess *g, const char *top)
{
    static const struct walk_limits limits = {.max_files = 200000, .max_dirs = 20000};
    (void)walk_files(g->arena, top, NULL, &limits, &g->files); /* some files are better than none */
    g->next = arena_array(g->arena, uint32_t, g->files.n + 1);
    for (uint32_t i = 0; i < g->files.n; i++) {
        const char *base = path_base(g->files.v[i]);
        uint64_t key = hash_text(base);
        uint32_t first;
        if (map_get(&g->by_name, key, &first))
            g->next[i] = first + 1;
        map_set(&g->by_name, key, i);
        if (strcmp(base, "config.h") == 0)
            g->has_config_h = true;
        if (strcmp(base, "configure.ac") == 0 || strcmp(base, "configure.in") == 0)
            g->is_autotools = true;
    }
}

static void close_dir(DIR **d)
{
    if (*d)
        (void)closedir(*d);
}

static void index_system(struct guess *g)
{
    static const char include[] = "/usr/include";
    vec_push(g->arena, &g->system, "/usr/local/include");
    vec_push(g->arena, &g->system, include);
    __attribute__((cleanup(close_dir))) DIR *d = opendir(include);
    for (struct dirent *e; d && (e = readdir(d)) != NULL;) {
        const char *path = arena_printf(g->arena, "%s/%s", include, e->d_name);
        if (e->d_name[0] == '.' || !dir_exists(path))
            continue;
        if (strstr(e->d_name, "-linux-")) {
            vec_push(g->arena, &g->system, path);
            vec_push(g->arena, &g->lib_dirs, arena_printf(g->arena, "/usr/lib/%s", e->d_name));
        } else if (strpbrk(e->d_name, "0123456789")) {
            vec_push(g->arena, &g->versioned, path);
        }
    }
    words_sort(&g->versioned, 0);
    words_sort(&g->lib_dirs, 0);
}

/* Names that a directory has only when it stands in for the system's own. */
static bool holds_system_names(struct arena *a, const char *dir)
{
    static const char *const names[] = {
        "stdio.h", "stdlib.h", "string.h", "strings.h", "unistd.h", "errno.h", "time.h",
        "stdint.h", "stdbool.h", "inttypes.h", "limits.h", "signal.h", "poll.h", "fcntl.h",
        "getopt.h", "err.h", "netdb.h", "dirent.h", "pthread.h", "wchar.h", "math.h", "locale.h",
        "sys/types.h", "sys/socket.h", "sys/time.h", "sys/stat.h", "sys/queue.h", "sys/tree.h",
        "sys/cdefs.h", "sys/param.h", "netinet/in.h", "arpa/inet.h"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (file_exists(path_join(a, dir, names[i])))
            return true;
    return false;
}

/* ---- what is asked for ---- */

static void enqueue(struct guess *g, const char *path)
{
    if (g->queue.n < MAX_READ && map_put_new(&g->queued, hash_text(path), 0))
        vec_push(g->arena, &g->queue, path);
}

static void add_dir(struct guess *g, const char *path, enum dir_kind kind)
{
    for (uint32_t i = 0; i < g->dirs.n; i++) {
        struct guess_dir *d = &g->dirs.v[i];
        if (strcmp(d->path, path) != 0)
            continue;
        if (d->kind == DIR_QUOTE && kind == DIR_ANGLE)
            d->kind = holds_system_names(g->arena, path) ? DIR_AFTER : DIR_ANGLE;
        return;
    }
    if (g->dirs.n >= MAX_DIRS)
        return;
    if (kind == DIR_ANGLE && holds_system_names(g->arena, path))
        kind = DIR_AFTER;
    struct guess_dir d = {.path = path, .kind = kind};
    vec_push(g->arena, &g->dirs, d);
}

/* A project file whose path ends in "/name", nearest to the includer; the shorter, then the
 * first. */
static const char *find_in_project(const struct guess *g, const char *name, const char *includer)
{
    const char *best = NULL;
    size_t n_name = strlen(name), best_common = 0;
    uint32_t i;
    if (!map_get(&g->by_name, hash_text(path_base(name)), &i))
        return NULL;
    for (uint32_t at = i + 1; at != 0; at = g->next[at - 1]) {
        const char *path = g->files.v[at - 1];
        size_t n = strlen(path), common = words_common_dirs(path, includer);
        if (n <= n_name || path[n - n_name - 1] != '/' || strcmp(path + n - n_name, name) != 0)
            continue;
        bool is_better = !best || common > best_common;
        if (best && common == best_common)
            is_better = n < strlen(best) || (n == strlen(best) && strcmp(path, best) < 0);
        if (is_better) {
            best = path;
            best_common = common;
        }
    }
    return best;
}

static bool is_in_system(const struct guess *g, const char *name)
{
    /* The compiler brings these; their folder is no concern of this stage. */
    static const char *const builtin[] = {"stdbool.h", "stddef.h", "stdarg.h", "stdatomic.h",
                                          "float.h", "stdalign.h", "stdnoreturn.h", "iso646.h"};
    for (size_t i = 0; i < sizeof builtin / sizeof *builtin; i++)
        if (strcmp(name, builtin[i]) == 0)
            return true;
    for (uint32_t i = 0; i < g->system.n; i++)
        if (file_exists(path_join(g->arena, g->system.v[i], name)))
            return true;
    return false;
}

/* A header that exists answers its HAVE_..._H. */
static void learn_header(struct guess *g, const char *name)
{
    if (g->has_config_h)
        return;
    if (strcmp(name, "config.h") == 0)
        g->wants_config_h = true;
    const char *macro = configured_header_macro(g->arena, name);
    size_t n = strlen(macro);
    if (strtab_find(&g->headers, macro, n) == UINT32_MAX && is_in_system(g, name))
        (void)strtab_add(&g->headers, macro, n);
}

/* <glib.h> is in /usr/include/glib-2.0, with a part in /usr/lib/<triplet>/glib-2.0/include. */
static void find_in_versioned(struct guess *g, const char *name)
{
    for (uint32_t i = 0; i < g->versioned.n; i++) {
        const char *dir = g->versioned.v[i];
        const char *path = path_join(g->arena, dir, name);
        if (!file_exists(path))
            continue;
        add_dir(g, dir, DIR_SYSTEM);
        enqueue(g, path);
        for (uint32_t k = 0; k < g->lib_dirs.n; k++) {
            const char *more = arena_printf(g->arena, "%s/%s/include", g->lib_dirs.v[k],
                                            path_base(dir));
            if (dir_exists(more))
                add_dir(g, more, DIR_SYSTEM);
        }
        return;
    }
}

static void handle_include(struct guess *g, const char *includer, const char *name, bool is_quoted)
{
    const char *dir = path_dir(g->arena, includer);
    uint64_t key = hash_mix(hash_mix(hash_text(dir), hash_text(name)), is_quoted);
    if (name[0] == '/' || !map_put_new(&g->asked, key, 0))
        return;
    learn_header(g, name);
    const char *own = path_normal(g->arena, dir, name);
    if (is_quoted && file_exists(own)) {
        enqueue(g, own);
        return;
    }
    if (strstr(name, ".."))
        return;
    const char *found = find_in_project(g, name, includer);
    if (found) {
        size_t n = strlen(found) - strlen(name) - 1;
        ASSERT(n < strlen(found));
        const char *base = n > 0 ? arena_strndup(g->arena, found, n) : "/";
        add_dir(g, base, is_quoted ? DIR_QUOTE : DIR_ANGLE);
        enqueue(g, found);
    } else if (!is_in_system(g, name)) {
        find_in_versioned(g, name);
    }
}

/* ---- reading sources ---- */

static const char *skip_blanks(const char *p, const char *end)
{
    while (p < end && (*p == ' ' || *p == '\t'))
        p++;
    return p;
}

/* #include's rest of the line. */
static void scan_include(struct guess *g, const char *file, const char *p, const char *end)
{
    char name[MAX_NAME];
    p = skip_blanks(p, end);
    if (p == end || (*p != '"' && *p != '<'))
        return;
    bool is_quoted = *p++ == '"';
    const char *close = memchr(p, is_quoted ? '"' : '>', (size_t)(end - p));
    size_t n = close ? (size_t)(close - p) : 0;
    if (n == 0 || n >= sizeof name)
        return;
    memcpy(name, p, n);
    name[n] = '\0';
    handle_include(g, file, name, is_quoted);
}

static bool is_word_byte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

/* The macros that a condition asks for. */
static void scan_condition(struct guess *g, const char *p, const char *end)
{
    while (p < end) {
        const char *word = p;
        while (p < end && is_word_byte(*p))
            p++;
        size_t n = (size_t)(p - word);
        if ((n > 5 && memcmp(word, "HAVE_", 5) == 0) || (n > 7 && memcmp(word, "SIZEOF_", 7) == 0))
            (void)strtab_add(&g->macros, word, n);
        if (p < end)
            p++;
    }
}

/* One line: [p, end). */
static void scan_line(struct guess *g, const char *file, const char *p, const char *end)
{
    static const char include[] = "include";
    p = skip_blanks(p, end);
    if (p == end || *p++ != '#')
        return;
    p = skip_blanks(p, end);
    size_t n = (size_t)(end - p);
    if (n >= sizeof include && memcmp(p, include, sizeof include - 1) == 0)
        scan_include(g, file, p + sizeof include - 1, end);
    else if (!g->has_config_h && n > 2 && (memcmp(p, "if", 2) == 0 || memcmp(p, "el", 2) == 0))
        scan_condition(g, p, end);
}

static void scan_file(struct guess *g, const char *file)
{
    struct arena text_arena;
    struct bytes text;
    struct err ignored ERR_CLEANUP = {0};
    arena_init(&text_arena);
    if (file_read(&text_arena, file, max_source, &text, &ignored)) {
        const char *end = text.p + text.n;
        for (const char *p = text.p; p < end;) {
            const char *eol = memchr(p, '\n', (size_t)(end - p));
            scan_line(g, file, p, eol ? eol : end);
            p = eol ? eol + 1 : end;
        }
    }
    arena_release(&text_arena);
}

/* Stands in for the config.h that was not made. */
static void answer_macros(struct guess *g)
{
    static const char *const prelude[] = {"-include", "stdbool.h", "-include", "inttypes.h"};
    static const char *const package[] = {
        "-DPACKAGE=\"\"", "-DVERSION=\"\"", "-DPACKAGE_NAME=\"\"", "-DPACKAGE_VERSION=\"\"",
        "-DPACKAGE_STRING=\"\"", "-DPACKAGE_TARNAME=\"\"", "-DPACKAGE_BUGREPORT=\"\"",
        "-DPACKAGE_URL=\"\""};
    for (uint32_t i = 1; i < g->macros.strs.n; i++) {
        const char *macro = strtab_get(&g->macros, i);
        bool is_header = strtab_find(&g->headers, macro, strlen(macro)) != UINT32_MAX;
        const char *flag = is_header ? arena_printf(g->arena, "-D%s=1", macro)
                                     : configured_flag(g->arena, macro);
        if (flag)
            vec_push(g->arena, &g->defines, flag);
    }
    words_sort(&g->defines, 0);
    for (size_t i = 0; g->wants_config_h && i < sizeof prelude / sizeof *prelude; i++)
        vec_push(g->arena, &g->defines, prelude[i]);
    for (size_t i = 0; g->is_autotools && i < sizeof package / sizeof *package; i++)
        vec_push(g->arena, &g->defines, package[i]);
}

struct guess *guess_new(struct arena *a, const char *top, const struct words *sources)
{
    struct guess *g = arena_new(a, struct guess);
    g->arena = a;
    map_init(&g->by_name, a);
    map_init(&g->queued, a);
    map_init(&g->asked, a);
    strtab_init(&g->macros, a);
    strtab_init(&g->headers, a);
    index_files(g, top);
    index_system(g);
    for (uint32_t i = 0; i < sources->n; i++)
        enqueue(g, sources->v[i]);
    for (uint32_t i = 0; i < g->queue.n; i++)
        scan_file(g, g->queue.v[i]);
    const char *include = path_join(a, top, "include");
    if (dir_exists(include))
        add_dir(g, include, DIR_ANGLE);
    const char *src = path_join(a, top, "src");
    if (dir_exists(src))
        add_dir(g, src, DIR_QUOTE);
    if (!g->has_config_h)
        answer_macros(g);
    return g;
}

/* ---- flags for one file ---- */

struct ranked_dir {
    const struct guess_dir *dir;
    size_t common;
};

static int compare_ranked(const void *pa, const void *pb)
{
    const struct ranked_dir *a = pa, *b = pb;
    if (a->dir->kind != b->dir->kind)
        return a->dir->kind < b->dir->kind ? -1 : 1;
    if (a->common != b->common)
        return a->common > b->common ? -1 : 1;
    return strcmp(a->dir->path, b->dir->path);
}

struct words guess_flags(struct arena *a, const struct guess *g, const char *file)
{
    static const char *const options[] = {[DIR_QUOTE] = "-iquote", [DIR_ANGLE] = "-I",
                                          [DIR_AFTER] = "-idirafter", [DIR_SYSTEM] = "-isystem"};
    struct words out = {0};
    struct ranked_dir *ranked = arena_array(a, struct ranked_dir, g->dirs.n + 1);
    for (uint32_t i = 0; i < g->dirs.n; i++) {
        const char *with_slash = arena_printf(a, "%s/", g->dirs.v[i].path);
        ranked[i] = (struct ranked_dir){&g->dirs.v[i], words_common_dirs(with_slash, file)};
    }
    if (g->dirs.n > 1)
        qsort(ranked, g->dirs.n, sizeof *ranked, compare_ranked);
    for (uint32_t i = 0; i < g->dirs.n; i++) {
        vec_push(a, &out, options[ranked[i].dir->kind]);
        vec_push(a, &out, ranked[i].dir->path);
    }
    vec_push(a, &out, "-D_GNU_SOURCE");
    if (g->has_config_h)
        vec_push(a, &out, "-DHAVE_CONFIG_H");
    for (uint32_t i = 0; i < g->defines.n; i++)
        vec_push(a, &out, g->defines.v[i]);
    return out;
}
