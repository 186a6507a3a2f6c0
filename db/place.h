/*
 * What a project's place has to do with its units: nothing, but that they hold absolute paths. Jobs
 * are told without the place, and units are brought from one place to another.
 */
#ifndef DB_PLACE_H
#define DB_PLACE_H

#include "db/unit_cache.h"

/* File, folder and flags, each with a NUL behind it; paths inside the place from its root on. A
 * flag that is there twice because a copy and its original are both searched is there once. */
void place_job_text(const struct job *job, const struct cache_place *place, struct buf *out);

/* Paths of one place to those of the other. What is only in the original of a copy stays there. */
void place_move_unit(struct arena *a, struct unit *u, const struct cache_place *from,
                     const struct cache_place *to);

#endif
