/*
 * Puts the parts together: flows of control, then units, then what each program is as a whole.
 */
#include "models/models.h"

#include "models/internal.h"

struct models *models_find(struct arena *a, const struct flow_facts *flow,
                           const struct domains *domains, const struct parallel *parallel,
                           const struct model_requests *requests,
                           struct model_statements *stated)
{
    struct models *m = arena_new(a, struct models);
    struct finding_models k = {.arena = a, .flow = flow, .p = flow->program, .domains = domains,
                               .parallel = parallel, .requests = requests, .stated = stated,
                               .out = m};

    ASSERT(flow && domains && parallel);
    controls_find(&k);
    units_find(&k);
    programs_judge(&k);
    work_judge(&k);
    return m;
}

const char *model_unit_kind_name(enum model_unit_kind k)
{
    static const char *const names[] = {
        [MODEL_UNIT_MAIN] = "main",       [MODEL_UNIT_LOOP] = "loop",
        [MODEL_UNIT_THREADS] = "threads", [MODEL_UNIT_WORKERS] = "workers",
        [MODEL_UNIT_JOBS] = "jobs",       [MODEL_UNIT_CHILDREN] = "processes",
    };
    ASSERT(k < sizeof names / sizeof *names);
    return names[k];
}
