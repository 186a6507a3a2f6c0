/*
 * Parsing by the table. Long options take their value as "--opt=v" or "--opt v", short ones as
 * "-pv", "-p=v" or "-p v"; flags of one letter may be joined. Only the first word may name a
 * command: after options it is a path, so that a folder "bench" can be checked and measures nothing
 * by accident; "--" ends options and starts compiler flags.
 */
#include "cli/options.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

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
    ASSERT(s->kind == OPT_MAYBE || (value != NULL) == (s->value != NULL));
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
    case OPT_MAYBE:
        *(const char **)at = value ? value : "";
        return true;
    case OPT_CHOICE:
    case OPT_SWITCH:
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
    return o->help || o->man_page || o->version || o->explain || o->list_rules ||
           o->config_schema || o->completion;
}

bool option_may_stand_alone(const struct option_spec *s)
{
    return s->kind == OPT_MAYBE || s->kind == OPT_SWITCH;
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
    if (option_may_stand_alone(s) && !word[n]) {
        value = s->kind == OPT_SWITCH ? choice_word(p->arena, s->value, 1) : NULL;
    } else if (s->value) {
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

static uint32_t find_command(const char *word)
{
    uint32_t c = 0;
    while (c < COMMANDS && strcmp(word, COMMAND_TABLE[c].name) != 0)
        c++;
    return c;
}

static void parse_word(struct parser *p, const char *word)
{
    uint32_t command = p->i == 1 ? find_command(word) : COMMANDS;
    if (command < COMMANDS) {
        p->have_command = true;
        p->o->command = command;
        return;
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

/* ---- what does not go together ---- */

#define ONE(command) (1U << (command))
enum { READERS = ONE(CMD_CHECK) | ONE(CMD_GRAPH) | ONE(CMD_HOOK), ANY = ONE(COMMANDS) - 1 };

/* Which commands have a use for the options of a group. */
static const uint32_t TAKERS[OPTION_GROUPS] = {
    [GROUP_INPUT] = READERS | ONE(CMD_CACHE),
    [GROUP_RULES] = ONE(CMD_CHECK) | ONE(CMD_HOOK),
    [GROUP_OUTPUT] = ONE(CMD_CHECK) | ONE(CMD_HOOK),
    [GROUP_RUN] = READERS,
    [GROUP_GRAPH] = ONE(CMD_GRAPH),
    [GROUP_BENCH] = ONE(CMD_BENCH),
    [GROUP_ADVISE] = ONE(CMD_ADVISE),
    [GROUP_OTHER] = ANY,
    [GROUP_HIDDEN] = ANY,
};
/* And the options that others than those of their group take. */
static const struct {
    size_t offset;
    uint32_t commands;
} MORE_TAKERS[] = {
    {offsetof(struct options, quiet), ANY},
    {offsetof(struct options, verbose), ANY},
    {offsetof(struct options, formats), ONE(CMD_ADVISE) | ONE(CMD_MATRIX) | ONE(CMD_RULES)},
    {offsetof(struct options, json), ONE(CMD_ADVISE) | ONE(CMD_RULES)},
    {offsetof(struct options, output), ONE(CMD_BENCH) | ONE(CMD_ADVISE) | ONE(CMD_MATRIX)},
    {offsetof(struct options, cache_dir), ONE(CMD_CACHE)},
    {offsetof(struct options, bench.markdown), ONE(CMD_ADVISE) | ONE(CMD_MATRIX)},
    {offsetof(struct options, bench.db), ONE(CMD_CHECK) | ONE(CMD_ADVISE) | ONE(CMD_MATRIX)},
    {offsetof(struct options, bench.cores), ONE(CMD_CHECK) | ONE(CMD_ADVISE)},
    /* what the work of a program is, for the table of its units */
    {offsetof(struct options, advise.io), ONE(CMD_CHECK)},
    {offsetof(struct options, advise.cpu), ONE(CMD_CHECK)},
    {offsetof(struct options, advise.concurrency), ONE(CMD_CHECK)},
    {offsetof(struct options, advise.memory), ONE(CMD_CHECK)},
    {offsetof(struct options, advise.lock_share), ONE(CMD_CHECK)},
    {offsetof(struct options, advise.shared), ONE(CMD_CHECK)},
    {offsetof(struct options, advise.legacy), ONE(CMD_CHECK)},
    {offsetof(struct options, advise.stateless), ONE(CMD_CHECK)},
};

uint32_t options_takers(const struct option_spec *s)
{
    uint32_t commands = TAKERS[s->group & ~(uint32_t)CLI_ONLY];
    for (size_t i = 0; i < sizeof MORE_TAKERS / sizeof MORE_TAKERS[0]; i++) {
        if (MORE_TAKERS[i].offset == s->offset)
            commands |= MORE_TAKERS[i].commands;
    }
    return commands;
}

static const char *first_taker(uint32_t commands)
{
    uint32_t c = 0;
    ASSERT(commands & ANY);
    while (!(commands & ONE(c)))
        c++;
    return COMMAND_TABLE[c].name;
}

/* An option without effect is a mistake: `bench --io=40ms` would measure for minutes, but not
 * that. */
static bool check_takers(struct parser *p)
{
    for (uint32_t i = 0; i < OPTION_TABLE_N; i++) {
        const struct option_spec *s = &OPTION_TABLE[i];
        uint32_t takers = options_takers(s);
        if (p->o->given[i] && !(takers & ONE(p->o->command)))
            return err_set(p->err, "--%s is for 'concadvise %s', not for '%s'", s->name,
                           first_taker(takers), COMMAND_TABLE[p->o->command].name);
    }
    return true;
}

/* A path that does not exist and is called like a command was meant as one. */
static bool check_command(struct parser *p)
{
    const char *word = p->o->words.n ? p->o->words.v[0] : "";
    if (p->have_command || find_command(word) == COMMANDS || access(word, F_OK) == 0)
        return true;
    return err_set(p->err, "there is no path '%s'; the command comes first: 'concadvise %s ...'",
                   word, word);
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
    if (!o->help && !o->version && (!check_command(&p) || !check_takers(&p)))
        return false;
    if (o->json) {
        vec_push(a, &o->formats, "json");
        o->given[find_long("format", strlen("format")) - OPTION_TABLE] = true;
    }
    return read_file_lists(&p);
}
