/*
 * The advice for each unit: decide's answer for its work on a machine, and how much quicker that
 * would be than what the unit is today. Says nothing where nothing is known of the work.
 */
#ifndef MODELS_ADVICE_H
#define MODELS_ADVICE_H

#include "decide/decide.h"
#include "decide/evidence.h"
#include "models/models.h"

/* Fills in advice of every unit. */
void models_advise(struct arena *a, struct models *m, const struct matrix *matrix,
                   const struct host *host, const struct evidence *e);
/* One unit; costs are those to predict with, e may be NULL: nothing was measured. */
void unit_advise(struct arena *a, struct model_unit *u, const struct matrix *matrix,
                 const struct host *host, const struct costs *costs, const struct evidence *e);
/* Can anything be said of what it does? */
bool work_is_known(const struct model_unit *u);
const char *gain_word(enum model_gain g); /* "measured"; "" for unknown */

#endif
