/*
 * Conditions on the arguments of a call, under which a catalog's entry holds: all of a list
 * ("when") or any ("unless"). Judged by flow/conds.c. Include catalog/catalog.h.
 */
#ifndef CATALOG_CONDS_H
#define CATALOG_CONDS_H

#include "base/base.h"

enum cat_test {
    CAT_NULL,     /* argument is a null pointer / integer 0 */
    CAT_NONNULL,  /* argument is known not to be null / 0 */
    CAT_EQUALS,   /* argument == num */
    CAT_BITS,     /* (argument & num) == num, surely */
    CAT_NO_BITS,  /* (argument & num) == 0, surely */
    CAT_NEGATIVE, /* argument < 0 */
    CAT_ZERO_TIME /* argument points to a struct timeval/timespec that is all 0 */
};
struct cat_cond {
    enum cat_test test;
    int arg;
    const char *field; /* test the field of this name in what the argument points to; else NULL */
    int64_t num;
    const char *name; /* "MSG_DONTWAIT": for messages */
};
struct cat_conds {
    const struct cat_cond *v;
    uint32_t n;
};

#endif
