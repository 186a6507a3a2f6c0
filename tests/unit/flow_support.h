/* What the tests of flow/ share: facts from C texts with the shipped catalogs, ops found by
 * name. */
#ifndef TESTS_UNIT_FLOW_SUPPORT_H
#define TESTS_UNIT_FLOW_SUPPORT_H

#include "flow/flow.h"
#include "link_support.h"

static inline struct flow_facts *facts_of(struct arena *a, const char *const *texts, uint32_t n)
{
    const struct catalog *c = NULL;
    struct err ERR_CLEANUP err = {0};

    if (!catalog_load(a, NULL, NULL, 0, &c, &err))
        fail_msg("catalog: %s", buf_str(&err.text));
    return flow_analyse(a, link_texts(a, texts, n), c);
}

static inline struct flow_facts *facts_of_text(struct arena *a, const char *text)
{
    return facts_of(a, &text, 1);
}

/* The nth call (from 0) of callee in function. */
static inline site_id nth_call(const struct program *p, const char *function, const char *callee,
                               uint32_t nth)
{
    gfunc_id f = find_func(p, function);

    for (uint32_t i = 0; i < p->funcs[f.v].n_sites; i++) {
        site_id s = {p->funcs[f.v].first_site + i};
        if (!strcmp(p->syms[p->sites[s.v].callee.v].name, callee) && nth-- == 0)
            return s;
    }
    fail_msg("%s does not call %s so often", function, callee);
    return (site_id){0};
}

#endif
