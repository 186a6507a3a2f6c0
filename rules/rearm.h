/*
 * Busy waits of event loops: callbacks that run again in each turn without a pause. A timer of 0 ms
 * or an event that its own callback makes active, an idle handler that nobody stops or that always
 * wants to be called again.
 */
#ifndef RULES_REARM_H
#define RULES_REARM_H

#include "rules/spin.h"

void rearm_find(struct rule_context *ctx, struct spins *spins); /* adds the findings of CA304 */

#endif
