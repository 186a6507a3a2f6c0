/* What the matrix and the measurements say of a finding: the row and the model of every rule that
 * has one, this machine's figures before the reference machine's, and the fingerprint without
 * either. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "advise/guidance.h"
#include "decide/matrix.h"
#include "report/fingerprint.h"
#include "rules/rules.h"

static struct arena arena;
static struct evidence evidence;

static int setup(void **state)
{
    (void)state;
    arena_init(&arena);
    memset(&evidence, 0, sizeof evidence);
    reference_load(&arena, &evidence.reference);
    evidence.costs = evidence.reference.costs;
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    arena_release(&arena);
    return 0;
}

static bool is_row(const struct matrix *m, const char *id)
{
    for (int i = 0; i < TASKS_N; i++) {
        if (!strcmp(m->tasks[i].id, id))
            return true;
    }
    for (int i = 0; i < CONSTRAINTS_N; i++) {
        if (!strcmp(m->constraints[i].id, id))
            return true;
    }
    return false;
}

static void test_every_rule_has_a_row_of_the_matrix(void **state)
{
    (void)state;
    struct matrix m;
    struct err err = {0};
    uint32_t n = 0;
    assert_true(matrix_load(&arena, &m, &err));
    for (uint32_t i = 0; i < RULE_COUNT; i++) {
        const char *id = rule_at(i)->id;
        struct finding_evidence e;
        enum bench_model model;
        if (strcmp(id, "CA500") >= 0)
            continue;
        n++;
        assert_non_null(guidance_row(id));
        assert_true(is_row(&m, guidance_row(id)));
        assert_true(bench_model_find(guidance_model(id), &model));
        guidance_evidence(&arena, &evidence, id, &e);
        if (e.kind != EVIDENCE_REFERENCE)
            fail_msg("%s has no row of the reference machine", id);
        assert_non_null(strstr(e.text, "the reference machine"));
        assert_int_equal(strlen(e.date), 10);
        assert_true(e.worse > 0);
        if (!strcmp(e.unit, "1/s") && e.better <= e.worse)
            fail_msg("%s: what it is about costs nothing: %s", id, e.text);
    }
    assert_true(n >= 18);
    assert_null(guidance_row("CA501"));
}

static void add(enum bench_model m, const char *variant, double per_s, double lost)
{
    struct bench_result r = {
        .params = {.workload = WORK_ENDPOINT, .model = m, .variant = variant, .concurrency = 500,
                   .io_us = 40000, .duration_ms = 1500, .timeout_ms = 1000, .cores = 2},
        .rate = {.n = 4, .median = per_s, .low = per_s, .high = per_s}, .lost = lost,
        .last_s = 1795132800};
    vec_push(&arena, &evidence.own, r);
}

static void test_this_machine_first(void **state)
{
    (void)state;
    struct finding_evidence e;
    add(MODEL_EVENT_LOOP, "", 4900, 0);
    add(MODEL_EVENT_LOOP, "blocking", 1, 0.994);
    guidance_evidence(&arena, &evidence, "CA101", &e);
    assert_int_equal(e.kind, EVIDENCE_MEASURED);
    assert_string_equal(e.text, "a loop that waits: 500 clients on this machine went from 4,900 "
                                "req/s to 1.00 req/s with 99 % time-outs");
    assert_string_equal(e.benchmark, "endpoint/loop-blocking");
    assert_string_equal(e.date, "2026-11-20");
    assert_true(e.better == 4900 && e.worse == 1);
}

static void test_predicted_from_single_operations(void **state)
{
    (void)state;
    struct finding_evidence e;
    evidence.costs.is_measured = true;
    guidance_evidence(&arena, &evidence, "CA102", &e);
    assert_int_equal(e.kind, EVIDENCE_PREDICTED);
    assert_null(e.date);
    assert_true(e.better > e.worse);
    guidance_evidence(&arena, &evidence, "CA101", &e);
    assert_int_equal(e.kind, EVIDENCE_PREDICTED);
    assert_true(e.worse > 20 && e.worse < 30); /* one after the other, 40 ms each */
}

static void test_only_what_is_needed_is_read(void **state)
{
    (void)state;
    struct findings f = {0};
    assert_null(guidance_workloads(&arena, &f));
    struct finding loop = {.rule = "CA101"}, light = {.rule = "CA305"}, race = {.rule = "CA201"};
    vec_push(&arena, &f.list, race);
    assert_string_equal(guidance_workloads(&arena, &f), " ");
    vec_push(&arena, &f.list, light);
    vec_push(&arena, &f.list, loop);
    vec_push(&arena, &f.list, loop);
    assert_string_equal(guidance_workloads(&arena, &f), "  cpu-light  endpoint ");
}

static void test_the_fingerprint_does_not_depend_on_it(void **state)
{
    (void)state;
    struct evidence_note note;
    struct evidence none;
    struct findings f = {0};
    struct finding one = {.rule = "CA101", .message = "m", .entity = "e",
                          .at = {.file = "/a/b.c", .line = 1, .col = 1}};
    vec_push(&arena, &f.list, one);
    const char *before = finding_fingerprints(&arena, f.list.v, 1, "/a")[0];
    evidence_read(&arena, "/nonexistent/bench.db", NULL, &none, &note);
    guidance_apply(&arena, &f, &none);
    assert_string_equal(f.list.v[0].matrix_row, "task/mixed");
    assert_string_equal(f.list.v[0].model, "loop-executor");
    assert_int_equal(f.list.v[0].evidence.kind, EVIDENCE_REFERENCE);
    assert_non_null(note.text);
    assert_false(note.is_urgent);
    assert_string_equal(finding_fingerprints(&arena, f.list.v, 1, "/a")[0], before);
    assert_null(guidance_workloads(&arena, &f)); /* they have it */
}

static void test_the_nearest_workload(void **state)
{
    (void)state;
    struct nearest n;
    struct workload w = {.io_ms = 6, .concurrency = 150};
    evidence_nearest(&arena, &evidence, &w, &n);
    assert_true(n.is_reference && n.results.n > 7 && n.distance < 0.5);
    for (uint32_t i = 0; i < n.results.n; i++)
        assert_int_equal(n.results.v[i].params.workload, WORK_IO_WAIT);
    assert_int_equal(n.taken_s, evidence.reference.taken_s);
    w = (struct workload){.io_ms = 6, .concurrency = 30, .legacy = true};
    evidence_nearest(&arena, &evidence, &w, &n);
    assert_int_equal(n.results.v[0].params.workload, WORK_LEGACY_IO);
    w = (struct workload){.cpu_ms = 4, .concurrency = 2, .shared = 1};
    evidence_nearest(&arena, &evidence, &w, &n);
    assert_int_equal(n.results.v[0].params.workload, WORK_SERIALISED);
    evidence.reference.results.n = 0;
    evidence_nearest(&arena, &evidence, &w, &n);
    assert_true(n.results.n == 0 && n.taken_s == 0);
}

static void test_pairs_are_of_the_same_work(void **state)
{
    (void)state;
    struct evidence_pair p;
    struct evidence_who loop = {MODEL_EVENT_LOOP, ""}, each = {MODEL_PROCESSES, ""};
    assert_true(evidence_pair(&evidence, WORK_IO_WAIT, loop, each, &p));
    assert_true(p.is_reference);
    assert_true(results_same_work(&p.better->params, &p.worse->params));
    assert_int_equal(p.worse->params.concurrency, 1000); /* the loop alone did 10,000 */
    struct evidence_who nobody = {MODEL_THREADS, "none"};
    assert_false(evidence_pair(&evidence, WORK_IO_WAIT, loop, nobody, &p));
    assert_false(evidence_pair(&evidence, WORK_SPAWN, loop, each, &p));
}

static void test_costs_of_single_operations(void **state)
{
    (void)state;
    struct evidence_cost c;
    assert_true(evidence_cost(&evidence, "context-switch", &c));
    assert_true(c.is_reference && c.value > 0);
    assert_string_equal(c.unit, "ns");
    struct bench_primitive_row row = {.primitive = {.name = "context-switch", .unit = "ns",
                                                    .value = 1234}};
    vec_push(&arena, &evidence.primitives, row);
    evidence.primitives_s = 1795132800;
    assert_true(evidence_cost(&evidence, "context-switch", &c));
    assert_true(!c.is_reference && c.value == 1234 && c.taken_s == 1795132800);
    assert_false(evidence_cost(&evidence, "teleport", &c));
    assert_string_equal(evidence_date(&arena, 1795132800), "2026-11-20");
    assert_string_equal(evidence_date(&arena, 0), "");
}

static void test_medians_and_costs(void **state)
{
    (void)state;
    struct bench_primitive_rows rows = {0}, medians = {0};
    static const double values[] = {5, 900, 7};
    struct costs c;
    for (int i = 0; i < 3; i++) {
        struct bench_primitive_row row = {
            .primitive = {.name = "queue-handoff", .unit = "ns", .value = values[i]}};
        vec_push(&arena, &rows, row);
    }
    evidence_medians(&arena, &rows, &medians);
    assert_int_equal(medians.n, 1);
    assert_true(medians.v[0].primitive.value == 7);
    evidence_costs(&arena, &rows, &c);
    assert_true(c.handoff == 7 && c.is_measured);
    assert_true(c.context_switch == evidence.reference.costs.context_switch);
    rows.n = 0;
    evidence_costs(&arena, &rows, &c);
    assert_false(c.is_measured);
}

static void test_work_that_the_model_speaks_of(void **state)
{
    (void)state;
    struct workload w;
    struct host h;
    struct bench_params p = {.workload = WORK_MIXED, .variant = "", .tasks = 9, .concurrency = 3,
                             .io_us = 2000, .cpu_us = 500, .cores = 2};
    assert_true(evidence_work(&p, &evidence.costs, &w, &h));
    assert_true(w.io_ms == 2 && w.cpu_ms == 0.5 && w.tasks == 9 && h.cores == 2);
    assert_true(w.peer_ms == evidence.costs.request_peer / 1e6);
    p = (struct bench_params){.workload = WORK_SHARED_STATE, .variant = "", .tasks = 9,
                              .cpu_us = 20, .shared_permille = 200};
    assert_true(evidence_work(&p, &evidence.costs, &w, &h));
    assert_true(w.needs_state && w.shared == 0.2 && w.peer_ms == 0 && w.concurrency == 1);
    p.variant = "atomic";
    assert_false(evidence_work(&p, &evidence.costs, &w, &h));
    p = (struct bench_params){.workload = WORK_DISK_IO, .variant = "", .tasks = 9};
    assert_false(evidence_work(&p, &evidence.costs, &w, &h));
}

/* A model's figure in a table is that of a size that others have too. */
static void test_the_largest_size_that_most_did(void **state)
{
    (void)state;
    const struct bench_results *all = &evidence.reference.results;
    const struct bench_result *loop = results_largest(all, MODEL_EVENT_LOOP, WORK_IO_WAIT);
    const struct bench_result *pool = results_largest(all, MODEL_THREAD_POOL, WORK_IO_WAIT);
    assert_true(loop && pool);
    assert_int_equal(loop->params.concurrency, pool->params.concurrency);
    assert_null(results_largest(all, MODEL_EVENT_LOOP, WORK_SPAWN));
}

static void test_the_reference_is_read_as_it_is_written(void **state)
{
    (void)state;
    struct buf BUF_CLEANUP first = {0}, second = {0};
    struct reference again;
    struct err ERR_CLEANUP err = {0};
    reference_write(&evidence.reference, &first);
    assert_true(reference_parse(&arena, buf_str(&first), &again, &err));
    reference_write(&again, &second);
    assert_string_equal(buf_str(&first), buf_str(&second));
    assert_true(again.results.n > 50 && again.primitives.n > 10);
    static const char *const broken[] = {
        "", "[]", "{}", "{\"format\":\"concadvise-reference\"}",
        "{\"format\":\"concadvise-reference\",\"machine\":\"m\",\"results\":[{}]}",
        "{\"format\":\"concadvise-reference\",\"machine\":\"m\",\"primitives\":[{}]}",
        "{\"format\":\"concadvise-reference\",\"results\":[{\"model\":\"threads\",\"tasks\":-1}]}",
    };
    for (size_t i = 0; i < sizeof broken / sizeof *broken; i++) {
        struct err ERR_CLEANUP why = {0};
        assert_false(reference_parse(&arena, broken[i], &again, &why));
        assert_true(why.text.n > 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_every_rule_has_a_row_of_the_matrix, setup, teardown),
        cmocka_unit_test_setup_teardown(test_this_machine_first, setup, teardown),
        cmocka_unit_test_setup_teardown(test_predicted_from_single_operations, setup, teardown),
        cmocka_unit_test_setup_teardown(test_only_what_is_needed_is_read, setup, teardown),
        cmocka_unit_test_setup_teardown(test_the_fingerprint_does_not_depend_on_it, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(test_the_nearest_workload, setup, teardown),
        cmocka_unit_test_setup_teardown(test_pairs_are_of_the_same_work, setup, teardown),
        cmocka_unit_test_setup_teardown(test_costs_of_single_operations, setup, teardown),
        cmocka_unit_test_setup_teardown(test_medians_and_costs, setup, teardown),
        cmocka_unit_test_setup_teardown(test_work_that_the_model_speaks_of, setup, teardown),
        cmocka_unit_test_setup_teardown(test_the_largest_size_that_most_did, setup, teardown),
        cmocka_unit_test_setup_teardown(test_the_reference_is_read_as_it_is_written, setup,
                                        teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
