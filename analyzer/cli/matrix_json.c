/* The decision matrix for programs: every row with all that it says, and for each model what was
 * measured of it, here or on the reference machine. */
#include "cli/matrix.h"

#include "report/json_kit.h"

static json_t *figure(const struct bench_results *all, enum bench_model m, enum bench_workload w,
                      const char *machine)
{
    const struct bench_result *r = results_largest(all, m, w);
    if (!r)
        return NULL;
    json_t *o = json_object();
    ASSERT(r->params.model == m && r->params.workload == w);
    json_put(o, "workload", json_string(bench_workload_name(w)));
    json_put(o, "variant", json_text(r->params.variant));
    json_put(o, "concurrency", json_integer(r->params.concurrency));
    json_put(o, "per_s", json_real(r->rate.median));
    json_put(o, "memory_kb", json_real(r->pss_kb));
    json_put(o, "measured_on", json_string(machine));
    return o;
}

static json_t *figures(const struct evidence *e, enum bench_model m)
{
    json_t *list = json_array();
    for (int w = 0; w < WORKLOAD_COUNT; w++) {
        enum bench_workload work = (enum bench_workload)w;
        json_t *o = figure(&e->own, m, work, "this machine");
        if (!o)
            o = figure(&e->reference.results, m, work, "reference machine");
        if (o)
            json_push(list, o);
    }
    return list;
}

static json_t *model(const struct matrix_model_row *r, const struct evidence *e,
                     enum bench_model m)
{
    const struct {
        const char *key, *text;
    } texts[] = {
        {"id", r->id}, {"title", r->title}, {"unit", r->unit}, {"memory", r->memory},
        {"global_lock", r->global_lock}, {"best_for", r->best_for}, {"overhead", r->overhead},
        {"throughput", r->throughput}, {"threads", r->threads}, {"processes", r->processes},
        {"switching", r->switching}, {"shared_state", r->shared_state}, {"parallel", r->parallel},
        {"in_c", r->in_c},
    };
    json_t *o = json_object();
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
        json_put(o, texts[i].key, json_text(texts[i].text));
    json_put(o, "complexity", json_integer(r->complexity));
    json_put(o, "measured", figures(e, m));
    return o;
}

static json_t *task(const struct matrix_task_row *r)
{
    json_t *o = json_object();
    json_put(o, "id", json_text(r->id));
    json_put(o, "title", json_text(r->title));
    json_put(o, "best", json_string(bench_model_name(r->best)));
    json_put(o, "alternative", json_string(bench_model_name(r->alternative)));
    json_put(o, "avoid", json_string(bench_model_name(r->avoid)));
    json_put(o, "why", json_text(r->why));
    json_put(o, "potential", json_text(r->potential));
    json_put(o, "in_c", json_text(r->in_c));
    json_put(o, "principle", json_integer(r->principle));
    return o;
}

static json_t *constraint(const struct matrix_constraint_row *r)
{
    json_t *o = json_object(), *prefer = json_array();
    for (uint32_t i = 0; i < r->n_prefer; i++)
        json_push(prefer, json_string(bench_model_name(r->prefer[i])));
    json_put(o, "id", json_text(r->id));
    json_put(o, "title", json_text(r->title));
    json_put(o, "prefer", prefer);
    json_put(o, "why", json_text(r->why));
    return o;
}

static json_t *use_case(const struct matrix_use_case_row *r)
{
    json_t *o = json_object();
    json_put(o, "id", json_text(r->id));
    json_put(o, "title", json_text(r->title));
    json_put(o, "first", json_string(bench_model_name(r->first)));
    json_put(o, "alternative", json_text(r->alternative));
    json_put(o, "avoid", json_text(r->avoid));
    json_put(o, "in_c", json_text(r->in_c));
    return o;
}

static json_t *principle(const struct matrix_principle_row *r)
{
    json_t *o = json_object();
    json_put(o, "id", json_text(r->id));
    json_put(o, "text", json_text(r->text));
    return o;
}

void matrix_json(const struct matrix *m, const struct evidence *e, struct buf *out)
{
    json_t *o = json_object(), *models = json_array(), *tasks = json_array();
    json_t *constraints = json_array(), *uses = json_array(), *principles = json_array();
    for (int i = 0; i < MODEL_COUNT; i++)
        json_push(models, model(&m->models[i], e, (enum bench_model)i));
    for (int i = 0; i < TASKS_N; i++)
        json_push(tasks, task(&m->tasks[i]));
    for (int i = 0; i < CONSTRAINTS_N; i++)
        json_push(constraints, constraint(&m->constraints[i]));
    for (int i = 0; i < USE_CASES_N; i++)
        json_push(uses, use_case(&m->use_cases[i]));
    for (int i = 0; i < PRINCIPLES_N; i++)
        json_push(principles, principle(&m->principles[i]));
    json_put(o, "schema_version", json_integer(1));
    json_put(o, "reference_machine", json_text(e->reference.machine));
    json_put(o, "models", models);
    json_put(o, "tasks", tasks);
    json_put(o, "constraints", constraints);
    json_put(o, "use_cases", uses);
    json_put(o, "principles", principles);
    json_write(o, out);
}
