/* The table of units at the end of the text report: unit, today, work, advice, instead of today;
 * and the words that other formats share with it. */
#ifndef REPORT_UNITS_H
#define REPORT_UNITS_H

#include "models/models.h"
#include "report/report.h"

void report_units(struct arena *a, const struct report *r, struct buf *out);

struct unit_words {
    const char *name;  /* with its program, where there are several */
    const char *today; /* "threads" */
    const char *work, *advice, *gain; /* gain may be "" */
};
/* False: the unit is a helper, or nothing is known of it, and no table has a line for it. */
bool report_unit_words(struct arena *a, const struct models *m, const struct model_unit *u,
                       struct unit_words *out);
const char *report_work(struct arena *a, const struct model_unit *u); /* "I/O 40 ms, 1 DNS" */

#endif
