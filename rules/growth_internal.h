/* What finding what grows and judging loops over it share. */
#ifndef RULES_GROWTH_INTERNAL_H
#define RULES_GROWTH_INTERNAL_H

#include "flow/lists.h"
#include "rules/growth.h"

enum { MADE_ONCE = 1, MADE_OFTEN = 2 };

struct growth {
    struct rule_context *ctx;
    const struct walk *w;
    uint8_t *func;       /* [gfunc] GROWS_*: it runs for each event, for each connection */
    bool *accepts;       /* [gfunc] accepts, or gets the descriptor from a function that does */
    uint8_t *record;     /* [grec] GROWS_* */
    gfunc_id *made_in;   /* [grec] a function that allocates it */
    uint8_t *made;       /* [grec] MADE_*: how often, by all of the program */
    bool *is_kept;       /* [grec] a callback puts a new one among others */
    bool *is_pool;       /* [node] what allocates takes from there first: spare ones */
    double *limit;       /* [node] who counts it tests it against this constant; 0: no limit */
    bool *from_file;     /* [gfunc] reads files line by line: what it makes is configuration */
    uint8_t *counter;    /* [node] GROWS_* */
    gfunc_id *counted_in; /* [node] */
    uint8_t *frees;      /* [gfunc] of its first parameter: 0 not asked, 1 no, 2 yes */
};

/* Does the call allocate, or return what an allocator of the program's own has made? */
bool growth_makes_fresh(const struct growth *g, gfunc_id func, op_id call);
/* Events of peers, and turns of loops made by hand; not the program's own clock and signals. */
bool growth_is_of_peers(enum cat_event e);

#endif
