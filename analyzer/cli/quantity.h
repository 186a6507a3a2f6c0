/* Amounts with units as people write them on a command line. */
#ifndef CLI_QUANTITY_H
#define CLI_QUANTITY_H

#include "base/base.h"

/* "40ms", "1.5s", "200us", "0" to milliseconds. what: for the message ("--io"). */
MUST_USE bool quantity_time_ms(const char *text, const char *what, double *out, struct err *err);
/* "2G", "512M", "64k", bytes without a unit, to megabytes (of 2^20 bytes). */
MUST_USE bool quantity_memory_mb(const char *text, const char *what, double *out, struct err *err);
/* "0.25", "25%" to a part, 0 to 1. */
MUST_USE bool quantity_part(const char *text, const char *what, double *out, struct err *err);

/* Three digits and a unit that suits: "1.25 s", "40 ms", "310 us". */
const char *quantity_ms_text(struct arena *a, double ms);

#endif
