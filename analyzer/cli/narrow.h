/*
 * --whole-project: what is known comes from the whole program, what is reported touches the paths
 * that were named. A change in one file can make a call in another one block, so a finding counts
 * when its place or any step of its chain lies in a named path.
 */
#ifndef CLI_NARROW_H
#define CLI_NARROW_H

#include "cli/options.h"
#include "flow/finding.h"

struct narrow {
    VEC(const char *) paths; /* normal and real; none: everything is reported */
    struct map known; /* by hash of a file's name: 1 when it is in one of them */
    bool is_on;
    bool is_nothing; /* only files were named, none of which is C or a header */
};

/* paths: what to read, the project and the named files (which a database may not know yet). False
 * with a message for a path that does not exist. */
MUST_USE bool narrow_init(struct arena *a, const struct options *o, struct narrow *n,
                          struct str_list *paths, struct err *err);
bool narrow_has_file(struct arena *a, struct narrow *n, const char *file);
bool narrow_has(struct arena *a, struct narrow *n, const struct finding *f);

#endif
