/*
 * The allowlist. A compile database holds whatever a build needs; what a parser may see is only
 * what changes the meaning of the source. Everything else is dropped: -M* and -save-temps would
 * write into the user's tree, plugins would run code, and flags of other compilers would be errors.
 *
 * Paths become absolute here, so that a job means the same from any directory.
 */
#include <string.h>
#include <sys/stat.h>

#include "base/file.h"
#include "discover/discover.h"
#include "discover/words.h"

enum flag_kind {
    KEEP,      /* the word as it is */
    KEEP_TEXT, /* name and value, joined or separate; given out joined: -DX */
    KEEP_DIR,  /* the same, the value is a directory */
    KEEP_PAIR, /* a directory; given out as two words */
    KEEP_FILE, /* a file, looked for in the directory first; given out as two words */
    KEEP_ROOT, /* --sysroot=DIR or --sysroot DIR */
    KEEP_STD,  /* -std=, whose newest names not every libclang knows */
    KEEP_NEXT, /* two words, the second as it is */
    DROP_PAIR, /* the word and the next one */
};

struct flag_rule {
    const char *name;
    enum flag_kind kind;
    bool is_prefix; /* matches longer words too */
};

/* The first match wins: longer names stand before their prefixes. */
static const struct flag_rule rules[] = {
    {"-include-pch", DROP_PAIR, false},
    {"-include", KEEP_FILE, true},
    {"-imacros", KEEP_FILE, true},
    {"-isystem-after", DROP_PAIR, false},
    {"-isystem", KEEP_PAIR, true},
    {"-isysroot", KEEP_PAIR, true},
    {"-iquote", KEEP_PAIR, true},
    {"-idirafter", KEEP_PAIR, true},
    {"-I", KEEP_DIR, true},
    {"-D", KEEP_TEXT, true},
    {"-U", KEEP_TEXT, true},
    {"--sysroot=", KEEP_ROOT, true},
    {"--sysroot", KEEP_ROOT, false},
    {"-std=", KEEP_STD, true},
    {"--std=", KEEP_STD, true},
    {"-ansi", KEEP_STD, false},
    {"-m32", KEEP, false},
    {"-m64", KEEP, false},
    {"-march=", KEEP, true},
    {"--target=", KEEP, true},
    {"-target", KEEP_NEXT, false},
    {"-nostdinc", KEEP, false},
    {"-pthread", KEEP, false},
    {"-fopenmp", KEEP, false},
    {"-fshort-enums", KEEP, false},
    {"-fno-short-enums", KEEP, false},
    {"-fsigned-char", KEEP, false},
    {"-fno-signed-char", KEEP, false},
    {"-funsigned-char", KEEP, false},
    {"-fno-unsigned-char", KEEP, false},
    {"-fgnu89-inline", KEEP, false},
    {"-fms-extensions", KEEP, false},
    {"-fplan9-extensions", KEEP, false},
    {"-fblocks", KEEP, false},
    /* Not wanted, and the next word belongs to them, whatever it looks like. */
    {"-o", DROP_PAIR, false},
    {"-x", DROP_PAIR, false},
    {"-MF", DROP_PAIR, false},
    {"-MT", DROP_PAIR, false},
    {"-MQ", DROP_PAIR, false},
    {"-MJ", DROP_PAIR, false},
    {"-Xclang", DROP_PAIR, false},
    {"-Xpreprocessor", DROP_PAIR, false},
    {"-Xassembler", DROP_PAIR, false},
    {"-Xlinker", DROP_PAIR, false},
    {"-Xanalyzer", DROP_PAIR, false},
    {"-mllvm", DROP_PAIR, false},
    {"-arch", DROP_PAIR, false},
    {"--param", DROP_PAIR, false},
    {"-aux-info", DROP_PAIR, false},
    {"-imultilib", DROP_PAIR, false},
    {"-iprefix", DROP_PAIR, false},
    {"-iwithprefix", DROP_PAIR, false},
    {"-iwithprefixbefore", DROP_PAIR, false},
    {"-iframework", DROP_PAIR, false},
    {"-ivfsoverlay", DROP_PAIR, false},
    {"-framework", DROP_PAIR, false},
    {"-dumpbase", DROP_PAIR, false},
    {"-dumpdir", DROP_PAIR, false},
    {"-A", DROP_PAIR, false},
    {"-B", DROP_PAIR, false},
    {"-L", DROP_PAIR, false},
    {"-T", DROP_PAIR, false},
    {"-l", DROP_PAIR, false},
    {"-u", DROP_PAIR, false},
    {"-z", DROP_PAIR, false},
    {"-e", DROP_PAIR, false},
};

static const struct flag_rule *find_rule(const char *word)
{
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++) {
        size_t n = strlen(rules[i].name);
        if (strncmp(word, rules[i].name, n) == 0 && (rules[i].is_prefix || word[n] == '\0'))
            return &rules[i];
    }
    return NULL;
}

/* Without "..", unless that would lead elsewhere because a symbolic link stands before one. */
static const char *absolute_path(struct arena *a, const char *directory, const char *path)
{
    struct stat as_is, short_way;
    const char *joined = path_join(a, directory, path);
    const char *normal = path_normal(a, directory, path);
    if (!strstr(joined, "..") || stat(joined, &as_is) != 0)
        return normal;
    if (stat(normal, &short_way) == 0 && as_is.st_ino == short_way.st_ino &&
        as_is.st_dev == short_way.st_dev)
        return normal;
    return joined;
}

/* "=dir" and "$SYSROOT/dir" are relative to the sysroot and stay. */
static const char *dir_value(struct arena *a, const char *directory, const char *value)
{
    if (value[0] == '=' || strncmp(value, "$SYSROOT", 8) == 0)
        return value;
    return absolute_path(a, directory, value);
}

/* -include x.h is looked for in the working directory, then along the include path. */
static const char *file_value(struct arena *a, const char *directory, const char *value)
{
    const char *path = absolute_path(a, directory, value);
    return file_exists(path) ? path : value;
}

/* Those of C; the newest ones by the working names that older libclangs know them by. */
static const char *standard(struct arena *a, const char *word)
{
    static const char *const renamed[][2] = {
        {"c23", "c2x"}, {"gnu23", "gnu2x"}, {"c2y", "c2x"}, {"gnu2y", "gnu2x"}};
    if (strcmp(word, "-ansi") == 0)
        return "-std=c89";
    const char *name = strchr(word, '=') + 1;
    for (size_t i = 0; i < sizeof renamed / sizeof *renamed; i++)
        if (strcmp(name, renamed[i][0]) == 0)
            return arena_printf(a, "-std=%s", renamed[i][1]);
    size_t n = strncmp(name, "gnu", 3) == 0 ? 3 : 1;
    bool is_of_c = (name[0] == 'c' || n == 3) && name[n] >= '0' && name[n] <= '9';
    if (!is_of_c && strncmp(name, "iso9899:", 8) != 0)
        return NULL;
    return arena_printf(a, "-std=%s", name);
}

static void add_valued(struct arena *a, const struct flag_rule *rule, const char *value,
                       const char *directory, struct words *out)
{
    switch (rule->kind) {
    case KEEP_TEXT:
        vec_push(a, out, arena_printf(a, "%s%s", rule->name, value));
        break;
    case KEEP_DIR:
        if (strcmp(value, "-") != 0) /* -I- is an old way to say -iquote */
            vec_push(a, out, arena_printf(a, "%s%s", rule->name, dir_value(a, directory, value)));
        break;
    case KEEP_PAIR:
        vec_push(a, out, rule->name);
        vec_push(a, out, dir_value(a, directory, value));
        break;
    case KEEP_FILE:
        vec_push(a, out, rule->name);
        vec_push(a, out, file_value(a, directory, value));
        break;
    case KEEP_ROOT:
        vec_push(a, out, arena_printf(a, "--sysroot=%s", absolute_path(a, directory, value)));
        break;
    case KEEP_NEXT:
        vec_push(a, out, rule->name);
        vec_push(a, out, arena_strdup(a, value));
        break;
    case KEEP:
    case KEEP_STD:
    case DROP_PAIR:
        break;
    }
}

static void add_whole(struct arena *a, const struct flag_rule *rule, const char *word,
                      struct words *out)
{
    if (rule->kind == KEEP_STD)
        word = standard(a, word);
    else if (strcmp(word, "-fplan9-extensions") == 0)
        word = "-fms-extensions"; /* the part of them that clang has */
    if (word)
        vec_push(a, out, arena_strdup(a, word));
}

void flags_filter(struct arena *a, const char *const *args, uint32_t n, const char *source,
                  const char *directory, const char ***out, uint32_t *n_out)
{
    (void)source; /* like every other word that is not an option, it is not on the list */
    ASSERT(directory && directory[0] == '/');
    struct words kept = {.v = *out, .n = *n_out, .cap = *n_out};
    for (uint32_t i = 0; i < n && strcmp(args[i], "--") != 0; i++) {
        const struct flag_rule *rule = args[i][0] == '-' ? find_rule(args[i]) : NULL;
        if (!rule)
            continue;
        if (rule->kind == KEEP || rule->kind == KEEP_STD) {
            add_whole(a, rule, args[i], &kept);
            continue;
        }
        const char *value = args[i] + strlen(rule->name);
        if (*value == '\0') {
            if (++i == n)
                break;
            value = args[i];
        }
        add_valued(a, rule, value, directory, &kept);
    }
    vec_push(a, &kept, NULL);
    *out = kept.v;
    *n_out = kept.n - 1;
}
