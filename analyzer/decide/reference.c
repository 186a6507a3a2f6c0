/*
 * A result is written as its numbers that are not 0, under the names of one table, so that the
 * file is short, and reading and writing cannot differ.
 */
#include "decide/reference.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "base/embedded.h"

static const char FORMAT[] = "concadvise-reference";

static void release_json(json_t **j)
{
    json_decref(*j);
}
#define JSON_CLEANUP __attribute__((cleanup(release_json)))

struct number {
    const char *name;
    size_t offset;
    bool is_real; /* else 32 bits */
};
#define PARAM(member) {#member, offsetof(struct bench_result, params.member), false}
#define RESULT(member) {#member, offsetof(struct bench_result, member), true}
static const struct number NUMBERS[] = {
    PARAM(tasks), PARAM(concurrency), PARAM(io_us), PARAM(cpu_us), PARAM(payload),
    PARAM(shared_permille), PARAM(cores), PARAM(duration_ms), PARAM(timeout_ms),
    {"runs", offsetof(struct bench_result, rate.n), false},
    {"per_s", offsetof(struct bench_result, rate.median), true},
    {"per_s_low", offsetof(struct bench_result, rate.low), true},
    {"per_s_high", offsetof(struct bench_result, rate.high), true},
    RESULT(p50_s), RESULT(p99_s), RESULT(pss_kb), RESULT(threads), RESULT(processes), RESULT(lost),
};
enum { N_NUMBERS = sizeof NUMBERS / sizeof NUMBERS[0] };

static double get_number(const struct bench_result *r, const struct number *n)
{
    double real = 0;
    uint32_t whole = 0;
    ASSERT(n->offset < sizeof *r);
    const char *at = (const char *)r + n->offset;
    if (n->is_real)
        memcpy(&real, at, sizeof real);
    else
        memcpy(&whole, at, sizeof whole);
    return n->is_real ? real : whole;
}

static void set_number(struct bench_result *r, const struct number *n, double v)
{
    ASSERT(n->offset < sizeof *r && v >= 0 && (n->is_real || v <= UINT32_MAX));
    char *at = (char *)r + n->offset;
    uint32_t whole = n->is_real ? 0 : (uint32_t)v;
    if (n->is_real)
        memcpy(at, &v, sizeof v);
    else
        memcpy(at, &whole, sizeof whole);
}

/* ---- out ---- */

/* Names of processors are the only text from outside. */
static void add_text(struct buf *out, const char *s)
{
    buf_addc(out, '"');
    for (; *s; s++) {
        unsigned char c = (unsigned char)*s;
        buf_addc(out, c < ' ' || c > '~' || c == '"' || c == '\\' ? '?' : *s);
    }
    buf_addc(out, '"');
}

static void write_result(const struct bench_result *r, struct buf *out)
{
    buf_addf(out, "{\"workload\":\"%s\",\"model\":\"%s\"", bench_workload_name(r->params.workload),
             bench_model_name(r->params.model));
    if (*r->params.variant)
        buf_addf(out, ",\"variant\":\"%s\"", r->params.variant);
    for (size_t i = 0; i < N_NUMBERS; i++) {
        double v = get_number(r, &NUMBERS[i]);
        if (v > 0)
            buf_addf(out, ",\"%s\":%.6g", NUMBERS[i].name, v);
    }
    buf_addc(out, '}');
}

void reference_write(const struct reference *r, struct buf *out)
{
    buf_addf(out, "{\n\"format\": \"%s\", \"version\": %u, \"taken\": %lld,\n\"machine\": ", FORMAT,
             r->version, (long long)r->taken_s);
    add_text(out, r->machine);
    buf_adds(out, ",\n\"primitives\": [");
    for (uint32_t i = 0; i < r->primitives.n; i++) {
        const struct bench_primitive *p = &r->primitives.v[i].primitive;
        buf_addf(out, "%s\n{\"name\":\"%s\",\"unit\":\"%s\",\"value\":%.6g}", i ? "," : "", p->name,
                 p->unit, p->value);
    }
    buf_adds(out, "\n],\n\"results\": [");
    for (uint32_t i = 0; i < r->results.n; i++) {
        buf_adds(out, i ? ",\n" : "\n");
        write_result(&r->results.v[i], out);
    }
    buf_adds(out, "\n]\n}\n");
}

/* ---- in ---- */

static bool read_result(struct arena *a, const json_t *j, struct reference *out, struct err *err)
{
    struct bench_result r = {.last_s = out->taken_s};
    const char *workload = json_string_value(json_object_get(j, "workload"));
    const char *model = json_string_value(json_object_get(j, "model"));
    const char *variant = json_string_value(json_object_get(j, "variant"));
    if (!workload || !bench_workload_find(workload, &r.params.workload) || !model ||
        !bench_model_find(model, &r.params.model))
        return err_set(err, "a result without workload or model");
    r.params.variant = variant ? arena_strdup(a, variant) : "";
    for (size_t i = 0; i < N_NUMBERS; i++) {
        double v = json_number_value(json_object_get(j, NUMBERS[i].name));
        if (!(v >= 0) || (!NUMBERS[i].is_real && v > UINT32_MAX))
            return err_set(err, "'%s' of a result is no such number", NUMBERS[i].name);
        set_number(&r, &NUMBERS[i], v);
    }
    r.wall.n = r.params.tasks && r.rate.median > 0 ? r.rate.n : 0;
    if (r.wall.n)
        r.wall.median = r.params.tasks / r.rate.median;
    vec_push(a, &out->results, r);
    return true;
}

static bool read_primitive(struct arena *a, const json_t *j, struct reference *out,
                           struct err *err)
{
    const char *name = json_string_value(json_object_get(j, "name"));
    const char *unit = json_string_value(json_object_get(j, "unit"));
    double value = json_number_value(json_object_get(j, "value"));
    if (!name || !unit || !(value >= 0))
        return err_set(err, "a primitive without name, unit or value");
    struct bench_primitive_row row = {
        .version = out->version,
        .primitive = {.name = arena_strdup(a, name), .unit = arena_strdup(a, unit),
                      .value = value}};
    vec_push(a, &out->primitives, row);
    (void)costs_set(&out->costs, name, value);
    return true;
}

bool reference_parse(struct arena *a, const char *text, struct reference *out, struct err *err)
{
    json_error_t why;
    JSON_CLEANUP json_t *root = json_loads(text, JSON_REJECT_DUPLICATES, &why);
    const char *format = json_string_value(json_object_get(root, "format"));
    const char *machine = json_string_value(json_object_get(root, "machine"));
    size_t i;
    const json_t *j;
    memset(out, 0, sizeof *out);
    if (!root)
        return err_set(err, "reference: line %d: %s", why.line, why.text);
    if (!format || strcmp(format, FORMAT) || !machine)
        return err_set(err, "reference: it is no export of 'concadvise bench --export=reference'");
    out->machine = arena_strdup(a, machine);
    out->taken_s = json_integer_value(json_object_get(root, "taken"));
    out->version = (uint32_t)json_integer_value(json_object_get(root, "version"));
    out->costs = *costs_reference();
    json_array_foreach(json_object_get(root, "primitives"), i, j) {
        if (!read_primitive(a, j, out, err))
            return err_prefix(err, "reference");
    }
    json_array_foreach(json_object_get(root, "results"), i, j) {
        if (!read_result(a, j, out, err))
            return err_prefix(err, "reference");
    }
    return true;
}

void reference_load(struct arena *a, struct reference *out)
{
    struct err ERR_CLEANUP err = {0};
    ASSERT(embedded_reference_count == 1);
    if (!reference_parse(a, embedded_reference[0].text, out, &err))
        BUG("rules/reference.json");
}
