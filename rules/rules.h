/*
 * The rule table. A rule reads the program and what flow and domains found, and appends findings;
 * it formats nothing and knows neither suppression nor output. rules.def is the only list of rules:
 * add a line there and write rules/<name>.c with `void rule_<name>(struct rule_context *)`.
 */
#ifndef RULES_RULES_H
#define RULES_RULES_H

#include "base/base.h"
#include "flow/finding.h"

struct program;
struct catalog;
struct flow_facts;
struct domains;
struct rule_shared;
struct model_statements;

struct rule_context {
    struct arena *arena; /* run arena: what findings point to lives here */
    const struct program *program;
    const struct catalog *catalog;
    const struct flow_facts *flow;
    const struct domains *domains;
    struct findings *out;
    struct model_statements *stated; /* what users say of the work of units; NULL: nothing */
    struct rule_shared *shared; /* of shared.h; NULL at the start */
};

struct rule {
    const char *id;    /* "CA101" */
    const char *name;  /* "blocking-call-on-loop" */
    const char *title; /* one line, no full stop */
    enum level level;  /* default level of its findings */
    uint32_t cwe;      /* 0: none fits */
    void (*run)(struct rule_context *ctx);
};

enum rule_index {
#define RULE(id, fn, name, level, cwe, title) RULE_##id,
#include "rules/rules.def"
#undef RULE
    RULE_COUNT
};

#define RULE(id, fn, name, level, cwe, title) void rule_##fn(struct rule_context *ctx);
#include "rules/rules.def"
#undef RULE

const struct rule *rule_at(uint32_t index);           /* index < RULE_COUNT; sorted by id */
const struct rule *rule_find(const char *id_or_name); /* any case of the id; NULL: unknown */
/* Markdown for `explain`; NULL: none shipped */
const char *rule_doc(const struct rule *r);
const char *rule_nearest(const char *id);             /* id for a hint, NULL when nothing is near */

/* Which rules run. Patterns are ids, prefixes of ids ("CA1"), names, or "all", comma-separated. */
struct rule_selection {
    bool enabled[RULE_COUNT];
};
/* No select pattern: all. Ignores are applied after. A pattern that fits no rule is an error. */
MUST_USE bool rules_select(struct rule_selection *s, const char *const *select, uint32_t n_select,
                           const char *const *ignore, uint32_t n_ignore, struct err *err);
bool rule_is_enabled(const struct rule_selection *s, const char *id);

void rules_run(struct rule_context *ctx, const struct rule_selection *s); /* in id order */

#endif
