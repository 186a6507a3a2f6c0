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
        "{\"format\":\"concadvise-reference\",\"machine\":\"m\",\"results\":"
        "[{\"workload\":\"mixed\",\"model\":\"threads\",\"tasks\":-1}]}",
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
        cmocka_unit_test_setup_teardown(test_the_reference_is_read_as_it_is_written, setup,
                                        teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
