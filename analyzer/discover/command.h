/* What a compile command says beyond its flags: the language it compiles. */
#ifndef DISCOVER_COMMAND_H
#define DISCOVER_COMMAND_H

#include "discover/words.h"

/* By the file's extension, the compiler's name behind any wrappers (env, ccache, libtool) and
 * -x. */
bool command_is_c(const struct words *words, const char *file);

/* "c" only: what is taken for C when nothing else is known. */
bool file_is_c(const char *file);
/* A header by its name: named on a command line it is not an error, and not a job. */
bool file_is_header(const char *file);

#endif
