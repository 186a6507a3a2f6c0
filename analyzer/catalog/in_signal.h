/*
 * What catalogs say of calls in signal handlers, and in children of programs with threads: the list
 * `in_signal`, and what can be deduced from a function's entry.
 */
#ifndef CATALOG_IN_SIGNAL_H
#define CATALOG_IN_SIGNAL_H

#include "catalog/catalog.h"

/* What a call does when it interrupts the program, or runs in the child of a program with threads:
 * async-signal-safe, or what it needs that the interrupted code may be in the middle of. */
enum cat_in_signal {
    IN_SIGNAL_UNKNOWN,
    IN_SIGNAL_SAFE,   /* and leaves errno alone */
    IN_SIGNAL_ERRNO,  /* safe, and may set errno */
    IN_SIGNAL_HEAP,   /* allocates or frees */
    IN_SIGNAL_STDIO,  /* uses a stream: its lock and its buffer */
    IN_SIGNAL_LOCK,   /* takes or releases a lock */
    IN_SIGNAL_LOG,    /* formats, allocates and locks for a log */
    IN_SIGNAL_STATE,  /* a static buffer or other hidden state */
    IN_SIGNAL_EXIT,   /* exit(): handlers of the program, buffers of streams */
    IN_SIGNAL_JUMP,   /* leaves the handler, and what it interrupted, half done */
    IN_SIGNAL_FORMAT, /* snprintf() and kin: harmless in the usual libraries, not by any standard */
    IN_SIGNAL_OTHER,  /* a library that nobody made for it */
    CAT_IN_SIGNALS
};
struct cat_signal_entry {
    const char *name;
    enum cat_in_signal is;
};

/* Also by the plain name of a builtin or checked form (__printf_chk); where no list has the name,
 * by what the function's entry says: an allocator uses the heap. */
enum cat_in_signal catalog_in_signal(const struct catalog *c, const char *name);

#endif
