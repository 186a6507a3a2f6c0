/*
 * What a configure script would have found out: for sources that ask for HAVE_... macros while the
 * config.h that defines them has never been made. Looks at this machine; runs nothing.
 */
#ifndef DISCOVER_CONFIGURED_H
#define DISCOVER_CONFIGURED_H

#include "discover/words.h"

/* HAVE_SYS_TIME_H for "sys/time.h". */
const char *configured_header_macro(struct arena *a, const char *header);

/* "-DNAME=1" or "-DSIZEOF_...=8" when the macro is known to hold here, else NULL. Not for
 * headers. */
const char *configured_flag(struct arena *a, const char *macro);

#endif
