/* Which repository and revision the code is from, as far as git knows without looking at files. */
#ifndef CLI_PROVENANCE_H
#define CLI_PROVENANCE_H

#include "report/report.h"

/* root: of the project. Leaves *out as it is where the root is not the top of a work tree, there
 * is no remote, or its place is a path on this machine. */
void provenance_find(struct arena *a, const char *root, struct report_provenance *out);
/* The remote as a URI that says nothing of who asks: "git@host:x/y.git" and
 * "https://user:token@host/x/y" lose their user. NULL: a path, or nothing that is known. */
const char *provenance_uri(struct arena *a, const char *remote);

#endif
