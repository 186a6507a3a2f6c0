/*
 * The command line. One table (options_table.c) says everything about each option: parsing, --help
 * and the manual page are made from it, so they cannot disagree. Strings point into argv, or into
 * the arena for file lists.
 */
#ifndef CLI_OPTIONS_H
#define CLI_OPTIONS_H

#include "base/base.h"

enum command { CMD_CHECK, CMD_GRAPH, CMD_EXPLAIN, CMD_RULES, CMD_CACHE, CMD_BENCH, CMD_ADVISE,
               CMD_MATRIX, CMD_HOOK, COMMANDS };
enum color_mode { COLOR_AUTO, COLOR_ALWAYS, COLOR_NEVER };
enum fail_level { FAIL_NOTE, FAIL_WARNING, FAIL_ERROR, FAIL_NONE };

struct str_list {
    const char **v;
    uint32_t n, cap;
};

struct bench_options {
    bool quick, full, primitives;               /* what is measured */
    struct str_list workloads, models;
    uint32_t repeat, cores;
    bool show, list, compare, source_tables, validate; /* what is shown of what was measured */
    bool markdown;
    const char *export, *import, *svg;
    const char *db;
};

struct advise_options {
    const char *io, *cpu, *memory, *lock_share, *current; /* as written; NULL: not given */
    uint32_t concurrency, tasks;
    bool shared, legacy, stateless;
};

struct options {
    uint32_t command;         /* enum command */
    struct str_list words;    /* positional arguments after the command, file lists included */
    struct str_list cflags;   /* after "--" */
    bool have_cflags;         /* "--" was given */
    bool is_file_list;        /* @file or --file-list was given */

    bool whole_project;       /* the words narrow the report, not what is read */
    const char *moved_from, *moved_to; /* of discover_request; set by 'hook' */
    const char *build_dir;
    struct str_list extra_args, extra_args_before, removed_args, excludes;

    struct str_list formats;  /* "text", "json", "json:FILE" */
    const char *output;       /* of the first format without a file of its own */
    uint32_t color;           /* enum color_mode */
    bool quiet, stats, include_suppressed;
    uint32_t verbose;

    struct str_list select, ignore;
    uint32_t severity;        /* enum level: least level that is shown */
    uint32_t min_confidence;  /* enum confidence */
    uint32_t fail_on;         /* enum fail_level */
    bool exit_zero, strict;
    const char *baseline;
    bool no_baseline, write_baseline, show_baselined, prune_baseline;
    const char *diff_base;
    uint32_t changed_only;    /* enum changed_only */
    uint32_t diff_filter;     /* enum diff_filter */

    uint32_t jobs;            /* 0: not given */
    bool have_jobs;
    const char *cache_dir;
    bool no_cache;
    struct str_list file_lists;

    const char *explain;
    const char *list_rules;   /* NULL: not given; "": without a format */
    const char *completion;   /* the shell */
    bool json;                /* the same as a format "json" */
    bool show_files, dump_unit, version, help, man_page;

    const char *config;
    bool no_config, show_config, config_schema;
    const char *config_path;  /* the file in use; NULL: none */
    const char *catalog_text; /* that file, when it has a catalog */
    const char *workloads_text; /* that file, when it has workloads */
    bool *given, *from_config; /* [OPTION_TABLE_N] which options were given, and where */

    bool dot;
    uint32_t depth;

    struct bench_options bench;
    struct advise_options advise;
};

enum option_kind {
    OPT_FLAG,   /* bool */
    OPT_COUNT,  /* uint32_t, one more each time */
    OPT_TEXT,   /* const char * */
    OPT_LIST,   /* struct str_list, one more each time */
    OPT_NUMBER, /* uint32_t */
    OPT_MAYBE,  /* const char *: "" when the option stands alone, else what follows its "=" */
    OPT_CHOICE, /* uint32_t: index into the words of values, which are separated by '|' */
    OPT_SWITCH, /* the same, and without a value the second of them */
};
enum option_group {
    GROUP_INPUT,
    GROUP_RULES,
    GROUP_OUTPUT,
    GROUP_RUN,
    GROUP_GRAPH,
    GROUP_BENCH,
    GROUP_ADVISE,
    GROUP_OTHER,
    GROUP_HIDDEN,
    OPTION_GROUPS
};
enum { CLI_ONLY = 256 };

struct option_spec {
    char letter;        /* 0: none */
    const char *name;   /* without the dashes */
    enum option_kind kind;
    size_t offset;      /* in struct options */
    const char *value;  /* how help calls the value; for OPT_CHOICE the choices; NULL: takes none */
    uint32_t group;     /* enum option_group; | CLI_ONLY: no key of .concadvise.json */
    const char *help;   /* one sentence, no full stop */
};
struct command_spec {
    const char *name, *usage, *help;
};

extern const struct option_spec OPTION_TABLE[];
extern const uint32_t OPTION_TABLE_N;
extern const struct command_spec COMMAND_TABLE[COMMANDS];
extern const char *const OPTION_GROUP_NAMES[OPTION_GROUPS];

/* Fills o (defaults first). False with a message that names the nearest known word. */
MUST_USE bool options_parse(struct arena *a, int argc, char **argv, struct options *o,
                            struct err *err);
/* One option, as if the command line gave it; value NULL for those that take none. */
MUST_USE bool options_set(struct arena *a, struct options *o, const struct option_spec *s,
                          const char *value, struct err *err);
/* Help, versions, rules: no code is looked at. */
bool options_reads_nothing(const struct options *o);
/* Which commands take the option: bit 1 << command. */
uint32_t options_takers(const struct option_spec *s);
/* The value may be left out. */
bool option_may_stand_alone(const struct option_spec *s);
/* The words of a choice: "auto|always|never". */
const char *choice_word(struct arena *a, const char *choices, uint32_t index);

/* Completion for "bash" or "zsh", from the same tables. */
MUST_USE bool completion_script(struct arena *a, const char *shell, struct buf *out,
                                struct err *err);
void help_text(struct buf *out);
void help_man_page(struct buf *out); /* docs/concadvise.1 */

#endif
