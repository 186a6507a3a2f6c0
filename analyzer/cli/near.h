/*
 * What has to be read at least to judge named files, when reading the whole project would make a
 * hook wait: the files themselves, and their neighbours, told by #include lines alone.
 */
#ifndef CLI_NEAR_H
#define CLI_NEAR_H

#include "discover/discover.h"

/* named: normal paths, of folders too. Marks in is_near (of jobs, all false) those of the
 * candidates that lie in named paths, and up to max others: first what includes a named header,
 * then what includes the header of a named source, then the sources of headers that a named source
 * includes. The number of others that were left out. */
uint32_t near_choose(struct arena *a, const char *const *named, uint32_t n_named,
                     const struct job *jobs, uint32_t n_jobs, const bool *is_candidate,
                     uint32_t max, bool *is_near);

#endif
