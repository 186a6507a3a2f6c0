/*
 * From the command line to an ordered list of parse jobs. Knows files, compile_commands.json and
 * git only; never runs a program that a database names, and writes nothing.
 *
 * Jobs are sorted by (file, flags), so the result does not depend on directory order.
 */
#ifndef DISCOVER_DISCOVER_H
#define DISCOVER_DISCOVER_H

#include "base/base.h"

enum flags_from { FLAGS_FROM_DATABASE, FLAGS_FROM_USER, FLAGS_GUESSED };

struct job {
    const char *file;      /* normal absolute path of the source */
    const char *directory; /* working directory of the command: relative -I are relative to it */
    const char **flags;    /* allowlisted; no compiler, no source, no -c/-o; NULL-terminated */
    uint32_t n_flags;
    enum flags_from from;
};

struct discover_request {
    const char **paths; /* as given; empty: "." */
    uint32_t n_paths;
    const char *build_dir;    /* -p: holds compile_commands.json; NULL: search */
    const char **user_flags;  /* after "--"; used instead of a database */
    uint32_t n_user_flags;
    bool have_user_flags;     /* "--" was given, also with nothing after it */
    /* --extra-arg-before, --extra-arg, --remove-arg */
    const char **extra_before, **extra_after, **removed;
    uint32_t n_extra_before, n_extra_after, n_removed;
    /* The paths lie in moved_to, a copy of moved_from, of which a database speaks; NULL: no. */
    const char *moved_from, *moved_to;
    const char **excludes; /* path globs */
    uint32_t n_excludes;
};

enum discover_note_kind {
    NOTE_DATABASE_USED,  /* text: its path; shown with -v */
    NOTE_NO_DATABASE,
    NOTE_FILE_GONE,      /* named by the database, not on disk: grouped, counted */
    NOTE_NOT_C,          /* named on the command line, not C: grouped, counted */
    NOTE_HEADER,         /* the same, a header */
    NOTE_BAD_ENTRY,      /* malformed entries of a database, or none: said and skipped */
};
struct discover_note {
    enum discover_note_kind kind;
    const char *text;
    uint32_t count;
};

struct discovered {
    VEC(struct job) jobs;
    VEC(struct discover_note) notes;
    const char *root;     /* project root: VCS root above the first path, else the database's
                             directory, else the first path's directory; normal, real */
    const char *database; /* path of the database used, or NULL */
    uint32_t n_named_files; /* files (not directories) named on the command line */
    uint32_t n_named_not_c; /* of which not C: all of them => exit 0 with no job (R3) */
};

/* False: cannot do the job (a named path that does not exist or cannot be read, a database given by
 * -p that is missing or not JSON). No job at all is not an error here. */
MUST_USE bool discover(struct arena *a, const struct discover_request *req, struct discovered *out,
                       struct err *err);

/* The folder above dir (or dir itself) that is under version control, or NULL. */
const char *discover_vcs_root(struct arena *a, const char *dir);

/* The allowlist of flags on its own (used for database entries and user flags): appends to out. */
void flags_filter(struct arena *a, const char *const *args, uint32_t n, const char *source,
                  const char *directory, const char ***out, uint32_t *n_out);

#endif
