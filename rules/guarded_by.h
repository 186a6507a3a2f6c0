/*
 * Accesses without the lock that the variable's declaration names (GUARDED_BY, PT_GUARDED_BY): for
 * CA201. Who states a guard says that the variable is shared: a doubt about that, or about aliases,
 * counts no more.
 */
#ifndef RULES_GUARDED_BY_H
#define RULES_GUARDED_BY_H

#include "domains/races.h"
#include "rules/rules.h"

/* Races that break such a statement become sure, and name its lock. */
void guarded_by_races(struct rule_context *ctx, struct races *races);
/* Reports accesses that break one, of variables that are in no race: the other side is not in this
 * program, or cannot be told. */
void guarded_by_report(struct rule_context *ctx, const struct races *races);

#endif
