/* The table of units at the end of the text report: unit, today, work, advice, instead of today;
 * and the words that other formats share with it. */
#ifndef REPORT_UNITS_H
#define REPORT_UNITS_H

#include "models/models.h"
#include "report/report.h"

void report_units(struct arena *a, const struct report *r, struct buf *out);
const char *report_work(struct arena *a, const struct model_unit *u); /* "I/O 40 ms, 1 DNS" */

#endif
