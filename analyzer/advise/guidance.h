/*
 * What the decision matrix and the measurements say of a finding: its row, the recommended model,
 * and the benchmark that shows what the finding costs. One table for all rules; rules know nothing
 * of it. Fills in findings; what tells one finding from another does not depend on it.
 */
#ifndef ADVISE_GUIDANCE_H
#define ADVISE_GUIDANCE_H

#include "decide/evidence.h"
#include "flow/finding.h"

/* The names of the workloads that these findings need measurements of, each between two spaces;
 * " ": only single operations; NULL: none of them needs anything. */
const char *guidance_workloads(struct arena *a, const struct findings *f);
/* Findings that have evidence already keep it. */
void guidance_apply(struct arena *a, struct findings *f, const struct evidence *e);

/* The evidence of one finding. */
void guidance_evidence(struct arena *a, const struct evidence *e, const char *rule,
                       struct finding_evidence *out);

/* The row of the decision matrix and the model for a rule; NULL: the rule has none. */
const char *guidance_row(const char *rule);
const char *guidance_model(const char *rule);

#endif
