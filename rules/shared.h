/*
 * What several rules need and only some runs do: made on first use, kept for the run.
 */
#ifndef RULES_SHARED_H
#define RULES_SHARED_H

#include "domains/parallel.h"
#include "models/models.h"
#include "rules/lock_uses.h"
#include "rules/per_request.h"
#include "rules/rules.h"

struct parallel *shared_parallel(struct rule_context *ctx);
struct models *shared_models(struct rule_context *ctx);
/* Of calls that make threads, and of those that fork. */
struct per_request *shared_per_request(struct rule_context *ctx);
struct lock_uses *shared_lock_uses(struct rule_context *ctx);

/* Can another thread run while control is there? */
bool shared_in_parallel(struct rule_context *ctx, const struct moment *here);
/* How control gets to an entry of a loop ("libevent callback registered at"), into the first step
 * of a chain. */
void shared_entry_step(struct rule_context *ctx, const struct entry *e, struct step *first);

#endif
