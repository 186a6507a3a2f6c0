/*
 * Retry loops: `while ((n = write(fd, ...)) < 0 && errno == EAGAIN)` does not block on the
 * descriptor, it turns until the peer is ready.
 */
#ifndef FLOW_RETRY_H
#define FLOW_RETRY_H

#include "flow/flow.h"

/* Is the call repeated at once when it fails with EAGAIN? The way from the test back to the call is
 * followed with what it stores to locals and with errno known, so a stop flag or a later test for
 * EINTR ends it. */
bool retries_on_again(const struct flow_facts *f, site_id site);

/* Does some block of the loop hold a call that waits, sleeps or runs a loop? */
bool loop_waits(const struct flow_facts *f, gfunc_id func, loop_id loop);

#endif
