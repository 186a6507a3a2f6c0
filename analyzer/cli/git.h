/* Runs git as a hook has to: with the index that git names, and nothing else that git set. */
#ifndef CLI_GIT_H
#define CLI_GIT_H

#include "base/base.h"

struct git_place {
    const char *dir;   /* git works there; NULL: the working directory */
    const char *index; /* in place of the index that git names; NULL: that one */
    bool is_quiet;     /* nothing that git says is shown */
};

/* git with these words (NULL ends them); what it prints goes to out, what it complains of to
 * standard error. False with a message when it fails. where NULL: as all zeros. */
MUST_USE bool git_run(struct arena *a, const struct git_place *where, const char *const *words,
                      struct buf *out, struct err *err);
/* The first line that git prints; false when there is none. */
MUST_USE bool git_line(struct arena *a, const struct git_place *where, const char *const *words,
                       const char **line, struct err *err);

#endif
