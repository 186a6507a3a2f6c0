/*
 * Parsing by the table. Long options take their value as "--opt=v" or "--opt v", short ones as
 * "-pv", "-p=v" or "-p v"; flags of one letter may be joined. The first word that is no option may
 * name a command; "--" ends options and starts compiler flags.
 */
#include "cli/options.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/suggest.h"

enum { FILE_LIST_MAX = 64 << 20, MAX_JOBS = 1024 };

struct parser {
    struct arena *arena;
    struct options *o;
    char **argv;
    int argc, i;
    bool have_command;
    struct err *err;
};

static const struct option_spec *find_long(const char *name, size_t n)
{
    for (uint32_t i = 0; i < OPTION_TABLE_N; i++) {
        const struct option_spec *s = &OPTION_TABLE[i];
        if (strlen(s->name) == n && !strncmp(s->name, name, n))
            return s;
    }
    return NULL;
}

static const struct option_spec *find_letter(char letter)
{
    for (uint32_t i = 0; i < OPTION_TABLE_N; i++) {
        if (OPTION_TABLE[i].letter && OPTION_TABLE[i].letter == letter)
            return &OPTION_TABLE[i];
    }
    return NULL;
}

static bool unknown_long(struct parser *p, const char *word, size_t n)
{
    struct buf BUF_CLEANUP name = {0};
    buf_add(&name, word, n);
    const char **known = arena_array(p->arena, const char *, OPTION_TABLE_N);
    for (uint32_t i = 0; i < OPTION_TABLE_N; i++)
        known[i] = OPTION_TABLE[i].group == GROUP_HIDDEN ? NULL : OPTION_TABLE[i].name;
    const char *near = suggest_word(buf_str(&name), known, OPTION_TABLE_N);
    if (near)
        return err_set(p->err, "unknown option '--%s' (did you mean '--%s'?)", buf_str(&name),
                       near);
    return err_set(p->err, "unknown option '--%s'; see 'concadvise --help'", buf_str(&name));
}

const char *choice_word(struct arena *a, const char *choices, uint32_t index)
{
    for (; index > 0; index--) {
        choices = strchr(choices, '|');
        ASSERT(choices);
        choices++;
    }
    return arena_strndup(a, choices, strcspn(choices, "|"));
}

static bool set_choice(struct parser *p, const struct option_spec *s, const char *value)
{
    uint32_t index = 0;
    for (const char *word = s->value;; index++) {
        size_t n = strcspn(word, "|");
        if (strlen(value) == n && !strncmp(word, value, n)) {
            *(uint32_t *)((char *)p->o + s->offset) = index;
            return true;
        }
        if (!word[n])
            break;
        word += n + 1;
    }
    return err_set(p->err, "--%s: '%s' is none of %s", s->name, value, s->value);
}

static bool set_number(struct parser *p, const struct option_spec *s, const char *value)
{
    char *end = NULL;
    /* 0 runs or 0 clients are nothing to measure; where 0 means "not given" inside, it must not
     * be taken for that when it is given. */
    unsigned long least = s->group == GROUP_BENCH || s->group == GROUP_ADVISE ? 1 : 0;
    errno = 0;
    unsigned long n = strtoul(value, &end, 10);
    if (errno || end == value || *end || *value == '-' || n < least || n > 1000000)
        return err_set(p->err, "--%s: '%s' is not a number from %lu to 1000000", s->name, value,
                       least);
    *(uint32_t *)((char *)p->o + s->offset) = (uint32_t)n;
    if (s->offset == offsetof(struct options, jobs)) {
        p->o->have_jobs = true;
        if (n > MAX_JOBS)
            p->o->jobs = MAX_JOBS;
    }
    return true;
}

static bool set_value(struct parser *p, const struct option_spec *s, const char *value)
{
    void *at = (char *)p->o + s->offset;
    ASSERT((value != NULL) == (s->value != NULL));
    switch (s->kind) {
    case OPT_FLAG:
        *(bool *)at = true;
        return true;
    case OPT_COUNT:
        ++*(uint32_t *)at;
        return true;
    case OPT_TEXT:
        if (!*value)
            return err_set(p->err, "--%s needs a value that is not empty", s->name);
        *(const char **)at = value;
        return true;
    case OPT_LIST:
        if (!*value)
            return err_set(p->err, "--%s needs a value that is not empty", s->name);
        vec_push(p->arena, (struct str_list *)at, value);
        return true;
    case OPT_NUMBER:
        return set_number(p, s, value);
    case OPT_CHOICE:
        return set_choice(p, s, value);
    }
    BUG("option kind");
}

static bool set_option(struct parser *p, const struct option_spec *s, const char *value)
{
    p->o->given[s - OPTION_TABLE] = true;
    return set_value(p, s, value);
}

bool options_set(struct arena *a, struct options *o, const struct option_spec *s,
                 const char *value, struct err *err)
{
    struct parser p = {.arena = a, .o = o, .err = err};
    return set_value(&p, s, value);
}

bool options_reads_nothing(const struct options *o)
{
    return o->help || o->man_page || o->version || o->explain || o->list_rules || o->config_schema;
}

/* The next word of the command line as the value of an option; NULL with an error when there is
 * none. */
static const char *next_value(struct parser *p, const struct option_spec *s)
{
    if (p->i + 1 >= p->argc || !strcmp(p->argv[p->i + 1], "--")) {
        (void)err_set(p->err, "--%s needs a value (%s)", s->name, s->value);
        return NULL;
    }
    return p->argv[++p->i];
}

static bool parse_long(struct parser *p, const char *word)
{
    size_t n = strcspn(word, "=");
    const struct option_spec *s = find_long(word, n);
    if (!s)
        return unknown_long(p, word, n);
    if (!s->value && word[n])
        return err_set(p->err, "--%s takes no value", s->name);
    const char *value = NULL;
    if (s->value) {
        value = word[n] ? word + n + 1 : next_value(p, s);
        if (!value)
            return false;
    }
    return set_option(p, s, value);
}

static bool parse_letters(struct parser *p, const char *letters)
{
    for (; *letters; letters++) {
        const struct option_spec *s = find_letter(*letters);
        if (!s)
            return err_set(p->err, "unknown option '-%c'; see 'concadvise --help'", *letters);
        if (!s->value) {
            if (!set_option(p, s, NULL))
                return false;
            continue;
        }
        const char *value = letters[1] == '=' ? letters + 2 : letters + 1;
        if (!letters[1] && !(value = next_value(p, s)))
            return false;
        return set_option(p, s, value);
    }
    return true;
}

static void parse_word(struct parser *p, const char *word)
{
    if (!p->have_command && p->o->words.n == 0) {
        p->have_command = true;
        for (uint32_t c = 0; c < COMMANDS; c++) {
            if (!strcmp(word, COMMAND_TABLE[c].name)) {
                p->o->command = c;
                return;
            }
        }
    }
    if (word[0] == '@' && word[1])
        vec_push(p->arena, &p->o->file_lists, word + 1);
    else
        vec_push(p->arena, &p->o->words, word);
}

static bool read_stdin(struct arena *a, struct bytes *out, struct err *err)
{
    struct buf BUF_CLEANUP text = {0};
    char part[4096];
    size_t n;
    while ((n = fread(part, 1, sizeof part, stdin)) > 0) {
        buf_add(&text, part, n);
        if (text.n > FILE_LIST_MAX)
            return err_set(err, "the file list on standard input is too long");
    }
    if (ferror(stdin))
        return err_set(err, "cannot read the file list from standard input");
    out->p = arena_strndup(a, buf_str(&text), text.n);
    out->n = text.n;
    return true;
}

static bool read_file_lists(struct parser *p)
{
    for (uint32_t i = 0; i < p->o->file_lists.n; i++) {
        const char *name = p->o->file_lists.v[i];
        struct bytes text = {0};
        bool ok = !strcmp(name, "-") ? read_stdin(p->arena, &text, p->err)
                                     : file_read(p->arena, name, FILE_LIST_MAX, &text, p->err);
        if (!ok)
            return err_prefix(p->err, "file list");
        for (const char *s = text.p, *end = text.p + text.n; s < end;) {
            size_t n = strcspn(s, "\r\n");
            if (n > 0)
                vec_push(p->arena, &p->o->words, arena_strndup(p->arena, s, n));
            s += n + 1;
        }
        p->o->is_file_list = true;
    }
    return true;
}

static void set_defaults(struct arena *a, struct options *o)
{
    memset(o, 0, sizeof *o);
    o->command = CMD_CHECK;
    o->min_confidence = 1; /* medium */
    o->fail_on = FAIL_WARNING;
    o->depth = 5;
    o->given = arena_array(a, bool, OPTION_TABLE_N);
    o->from_config = arena_array(a, bool, OPTION_TABLE_N);
}

/* Whether the command has a use for the option. Options of what is read and how are taken by
 * all, so that one set of flags can be kept for several commands. */
static bool command_takes(uint32_t command, const struct option_spec *s)
{
    bool from_runs = s->offset == offsetof(struct options, bench.markdown) ||
                     s->offset == offsetof(struct options, bench.db);
    switch (s->group) {
    case GROUP_GRAPH:
        return command == CMD_GRAPH;
    case GROUP_BENCH:
        return command == CMD_BENCH || (command == CMD_MATRIX && from_runs) ||
               (command == CMD_ADVISE &&
                (from_runs || s->offset == offsetof(struct options, bench.cores)));
    case GROUP_ADVISE:
        return command == CMD_ADVISE;
    default:
        return true;
    }
}

/* An option without effect is a mistake: `bench --io=40ms` would measure for minutes, but not
 * that. */
static bool check_groups(struct parser *p)
{
    const char *command = COMMAND_TABLE[p->o->command].name;
    for (uint32_t i = 0; i < OPTION_TABLE_N; i++) {
        const struct option_spec *s = &OPTION_TABLE[i];
        if (p->o->given[i] && !command_takes(p->o->command, s))
            return err_set(p->err, "--%s is for 'concadvise %s', not for '%s'", s->name,
                           s->group == GROUP_GRAPH   ? "graph"
                           : s->group == GROUP_BENCH ? "bench"
                                                     : "advise",
                           command);
    }
    return true;
}

bool options_parse(struct arena *a, int argc, char **argv, struct options *o, struct err *err)
{
    set_defaults(a, o);
    struct parser p = {.arena = a, .o = o, .argv = argv, .argc = argc, .err = err};
    for (p.i = 1; p.i < argc; p.i++) {
        const char *word = argv[p.i];
        if (!strcmp(word, "--")) {
            o->have_cflags = true;
            for (int i = p.i + 1; i < argc; i++)
                vec_push(a, &o->cflags, argv[i]);
            break;
        }
        bool ok = true;
        if (!strncmp(word, "--", 2))
            ok = parse_long(&p, word + 2);
        else if (word[0] == '-' && word[1])
            ok = parse_letters(&p, word + 1);
        else
            parse_word(&p, word);
        if (!ok)
            return false;
    }
    if (o->exit_zero) {
        o->fail_on = FAIL_NONE;
        o->given[find_long("fail-on", strlen("fail-on")) - OPTION_TABLE] = true;
    }
    if (!o->help && !o->version && !check_groups(&p))
        return false;
    return read_file_lists(&p);
}
