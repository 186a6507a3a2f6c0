/*
 * Does this call make the calling thread wait, on what, and for how long? Judged at one call in one
 * context: the catalog's conditions on the arguments, and the state of the descriptor that is
 * passed.
 */
#ifndef FLOW_BLOCKING_H
#define FLOW_BLOCKING_H

#include "flow/context.h"
#include "flow/finding.h"

enum block_how {
    BLOCKS_NOT,
    BLOCKS_CALL,    /* the call itself waits */
    BLOCKS_FD,      /* on a descriptor in blocking mode */
    BLOCKS_DRAIN,   /* repeated on a blocking descriptor: the last turn waits */
    BLOCKS_SPIN,    /* retried at once on EAGAIN: waits by turning */
};
struct blocking {
    enum block_how how;
    enum cat_device device;
    enum confidence conf;
    double typical_ms, worst_ms; /* worst < 0: no bound */
    bool exact;                  /* typical is the constant of the source (sleep(5)) */
    struct abs_fd fd;            /* when how is BLOCKS_FD, BLOCKS_DRAIN or BLOCKS_SPIN */
};

/* cat is what the catalog says of the called function; without an effect on blocking:
 * BLOCKS_NOT. */
struct blocking blocking_judge(const struct flow_facts *f, site_id site, const struct context *ctx,
                               const struct cat_func *cat);

#endif
