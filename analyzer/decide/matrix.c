/*
 * Rows are found by their id, so their order in the file is free; every row that the program knows
 * must be there, and none that it does not.
 */
#include "decide/matrix.h"

#include <jansson.h>
#include <string.h>

#include "base/embedded.h"

static const char *const TASK_IDS[TASKS_N] = {
    [TASK_IO] = "task/io-bound", [TASK_IO_LEGACY] = "task/io-legacy",
    [TASK_CPU] = "task/cpu-bound", [TASK_CPU_LIGHT] = "task/cpu-light",
    [TASK_MIXED] = "task/mixed",
};
static const char *const CONSTRAINT_IDS[CONSTRAINTS_N] = {
    [CONSTRAINT_SINGLE_CORE] = "constraint/single-core",
    [CONSTRAINT_MULTI_CORE] = "constraint/multi-core",
    [CONSTRAINT_MEMORY] = "constraint/limited-memory",
    [CONSTRAINT_SHARED] = "constraint/shared-state",
    [CONSTRAINT_STATELESS] = "constraint/stateless",
    [CONSTRAINT_LEGACY] = "constraint/legacy",
};

struct reader {
    struct arena *arena;
    struct err *err;
    json_t *root;
};

static void release_json(json_t **j)
{
    json_decref(*j);
}

static bool wrong(struct reader *r, const char *id, const char *key, const char *what)
{
    return err_set(r->err, "matrix: '%s': %s: %s", id, key, what);
}

/* need: a text must be there; else null is NULL. */
static bool text_at(struct reader *r, const json_t *row, const char *id, const char *key, bool need,
                    const char **out)
{
    const char *s = json_string_value(json_object_get(row, key));
    *out = s ? arena_strdup(r->arena, s) : NULL;
    return s || !need || wrong(r, id, key, "no text");
}

static bool model_at(struct reader *r, const json_t *row, const char *id, const char *key,
                     enum bench_model *out)
{
    const char *s;
    return text_at(r, row, id, key, true, &s) &&
           (bench_model_find(s, out) || wrong(r, id, key, "no model of that name"));
}

static const json_t *row_of(struct reader *r, const char *table, const char *id)
{
    const json_t *rows = json_object_get(r->root, table);
    size_t i;
    json_t *row;
    json_array_foreach(rows, i, row) {
        const char *own = json_string_value(json_object_get(row, "id"));
        if (own && !strcmp(own, id))
            return row;
    }
    (void)wrong(r, id, table, "there is no such row");
    return NULL;
}

static bool has_rows(struct reader *r, const char *table, size_t n)
{
    size_t got = json_array_size(json_object_get(r->root, table));
    return got == n ||
           err_set(r->err, "matrix: %s: %zu rows instead of %zu", table, got, n);
}

static bool read_model(struct reader *r, enum bench_model m, struct matrix_model_row *out)
{
    const char *id = bench_model_name(m);
    const struct {
        const char *key;
        const char **at;
    } texts[] = {
        {"title", &out->title},         {"unit", &out->unit},
        {"memory", &out->memory},       {"global_lock", &out->global_lock},
        {"best_for", &out->best_for},   {"overhead", &out->overhead},
        {"throughput", &out->throughput}, {"threads", &out->threads},
        {"processes", &out->processes}, {"switching", &out->switching},
        {"shared_state", &out->shared_state}, {"parallel", &out->parallel},
        {"in_c", &out->in_c},
    };
    const json_t *row = row_of(r, "models", id);
    out->id = id;
    for (size_t i = 0; row && i < sizeof texts / sizeof *texts; i++) {
        if (!text_at(r, row, id, texts[i].key, true, texts[i].at))
            return false;
    }
    json_int_t n = json_integer_value(json_object_get(row, "complexity"));
    out->complexity = n >= 1 && n <= 5 ? (uint32_t)n : 0;
    return row && (out->complexity || wrong(r, id, "complexity", "not a number from 1 to 5"));
}

static bool read_task(struct reader *r, const char *id, struct matrix_task_row *out)
{
    const json_t *row = row_of(r, "tasks", id);
    out->id = id;
    if (!row || !text_at(r, row, id, "title", true, &out->title) ||
        !text_at(r, row, id, "why", true, &out->why) ||
        !text_at(r, row, id, "potential", true, &out->potential) ||
        !text_at(r, row, id, "in_c", false, &out->in_c) ||
        !model_at(r, row, id, "best", &out->best) ||
        !model_at(r, row, id, "alternative", &out->alternative) ||
        !model_at(r, row, id, "avoid", &out->avoid))
        return false;
    json_int_t n = json_integer_value(json_object_get(row, "principle"));
    out->principle = n >= 1 && n <= PRINCIPLES_N ? (uint32_t)n : 0;
    return out->principle || wrong(r, id, "principle", "not the number of a principle");
}

static bool read_constraint(struct reader *r, const char *id, struct matrix_constraint_row *out)
{
    const json_t *row = row_of(r, "constraints", id);
    out->id = id;
    if (!row || !text_at(r, row, id, "title", true, &out->title) ||
        !text_at(r, row, id, "why", true, &out->why))
        return false;
    size_t i;
    json_t *name;
    json_array_foreach(json_object_get(row, "prefer"), i, name) {
        const char *s = json_string_value(name);
        if (i >= MODEL_COUNT || !s || !bench_model_find(s, &out->prefer[i]))
            return wrong(r, id, "prefer", "no model of that name");
        out->n_prefer++;
    }
    return out->n_prefer > 0 || wrong(r, id, "prefer", "no models");
}

static bool read_use_case(struct reader *r, const json_t *row, struct matrix_use_case_row *out)
{
    return text_at(r, row, "use_cases", "id", true, &out->id) &&
           text_at(r, row, out->id, "title", true, &out->title) &&
           text_at(r, row, out->id, "alternative", false, &out->alternative) &&
           text_at(r, row, out->id, "avoid", false, &out->avoid) &&
           text_at(r, row, out->id, "in_c", false, &out->in_c) &&
           model_at(r, row, out->id, "first", &out->first);
}

static bool read_all(struct reader *r, struct matrix *m)
{
    if (!has_rows(r, "models", MODEL_COUNT) || !has_rows(r, "tasks", TASKS_N) ||
        !has_rows(r, "constraints", CONSTRAINTS_N) || !has_rows(r, "use_cases", USE_CASES_N) ||
        !has_rows(r, "principles", PRINCIPLES_N))
        return false;
    for (int i = 0; i < MODEL_COUNT; i++) {
        if (!read_model(r, (enum bench_model)i, &m->models[i]))
            return false;
    }
    for (int i = 0; i < TASKS_N; i++) {
        if (!read_task(r, TASK_IDS[i], &m->tasks[i]))
            return false;
    }
    for (int i = 0; i < CONSTRAINTS_N; i++) {
        if (!read_constraint(r, CONSTRAINT_IDS[i], &m->constraints[i]))
            return false;
    }
    for (int i = 0; i < USE_CASES_N; i++) {
        const json_t *rows = json_object_get(r->root, "use_cases");
        if (!read_use_case(r, json_array_get(rows, (size_t)i), &m->use_cases[i]))
            return false;
    }
    for (int i = 0; i < PRINCIPLES_N; i++) {
        const char *id = arena_printf(r->arena, "principle/%d", i + 1);
        const json_t *row = row_of(r, "principles", id);
        m->principles[i].id = id;
        if (!row || !text_at(r, row, id, "text", true, &m->principles[i].text))
            return false;
    }
    return true;
}

bool matrix_parse(struct arena *a, const char *text, struct matrix *out, struct err *err)
{
    json_error_t why;
    json_t *root __attribute__((cleanup(release_json))) = json_loads(text, JSON_REJECT_DUPLICATES,
                                                                     &why);
    memset(out, 0, sizeof *out);
    if (!root)
        return err_set(err, "matrix: line %d: %s", why.line, why.text);
    struct reader r = {a, err, root};
    return read_all(&r, out);
}

bool matrix_load(struct arena *a, struct matrix *out, struct err *err)
{
    ASSERT(embedded_matrix_count == 1);
    return matrix_parse(a, embedded_matrix[0].text, out, err);
}
