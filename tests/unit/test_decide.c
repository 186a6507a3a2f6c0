/* Every row of the decision matrix gives its advice, and gives another when its condition goes
 * away; the performance model keeps its bounds. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/embedded.h"
#include "decide/decide.h"

static struct arena arena;
static struct matrix matrix;

static int setup(void **state)
{
    struct err err = {0};
    (void)state;
    arena_init(&arena);
    assert_true(matrix_load(&arena, &matrix, &err));
    err_release(&err);
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    arena_release(&arena);
    return 0;
}

static struct question question(double io_ms, double cpu_ms, uint32_t concurrency, uint32_t cores)
{
    struct question q = {.work = {.io_ms = io_ms, .cpu_ms = cpu_ms, .concurrency = concurrency},
                         .host = {.cores = cores, .memory_mb = 8192},
                         .costs = costs_reference()};
    return q;
}

static struct answer ask(struct question q)
{
    struct answer out;
    decide(&arena, &matrix, &q, &out);
    return out;
}

static bool has_row(const struct answer *a, const char *id)
{
    for (uint32_t i = 0; i < a->rows.n; i++) {
        if (!strcmp(a->rows.v[i].id, id))
            return true;
    }
    return false;
}

static void test_task_rows(void **state)
{
    (void)state;
    static const struct {
        double io_ms, cpu_ms;
        bool legacy;
        const char *row;
        enum bench_model best;
    } cases[] = {
        {40, 0.1, false, "task/io-bound", MODEL_EVENT_LOOP},
        {40, 0.1, true, "task/io-legacy", MODEL_THREAD_POOL},
        {0, 500, false, "task/cpu-bound", MODEL_THREAD_POOL}, /* in C; the row says processes */
        {0, 0.05, false, "task/cpu-light", MODEL_SEQUENTIAL},
        {40, 20, false, "task/mixed", MODEL_LOOP_EXECUTOR},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct question q = question(cases[i].io_ms, cases[i].cpu_ms, 100, 8);
        q.work.legacy = cases[i].legacy;
        struct answer a = ask(q);
        assert_string_equal(a.rows.v[0].id, cases[i].row);
        assert_int_equal(a.best, cases[i].best);
        assert_string_equal(a.rows.v[1].id,
                            arena_printf(&arena, "principle/%u",
                                         matrix.tasks[a.task].principle));
        assert_int_not_equal(a.best, a.alternative);
        assert_int_not_equal(a.best, a.avoid);
    }
}

/* Ten thousand blocked clients in 64 MB, as each in a thread of its own: the alternative is none
 * rather than a model that is ruled out. */
static void test_pools_have_as_many_workers_as_memory_holds(void **state)
{
    (void)state;
    struct question q = question(40, 2, 10000, 2);
    q.work.legacy = true;
    q.host.memory_mb = 64;
    struct answer a = ask(q);
    assert_int_equal(a.best, MODEL_THREAD_POOL);
    assert_true(a.predictions[MODEL_THREAD_POOL].fits);
    assert_true(a.predictions[MODEL_THREAD_POOL].per_s > 900);
    assert_false(a.predictions[MODEL_THREADS].fits);
    assert_true(a.alternative == MODEL_COUNT || a.is_candidate[a.alternative]);
}

static void test_light_work_on_many_cores(void **state)
{
    (void)state;
    assert_int_equal(ask(question(0, 2, 4, 4)).best, MODEL_THREAD_POOL);
    assert_int_equal(ask(question(0, 2, 1, 4)).best, MODEL_SEQUENTIAL);
    assert_int_equal(ask(question(0, 0.05, 4, 4)).best, MODEL_SEQUENTIAL);
}

static void test_single_core(void **state)
{
    (void)state;
    struct answer one = ask(question(40, 20, 100, 1)), many = ask(question(40, 20, 100, 8));
    assert_true(has_row(&one, "constraint/single-core"));
    assert_int_equal(one.best, MODEL_EVENT_LOOP);
    assert_false(has_row(&many, "constraint/single-core"));
    assert_int_equal(many.best, MODEL_LOOP_EXECUTOR);
}

static void test_multi_core(void **state)
{
    (void)state;
    struct answer four = ask(question(0, 500, 8, 4)), one = ask(question(0, 500, 8, 1));
    assert_true(has_row(&four, "constraint/multi-core"));
    assert_int_equal(four.best, MODEL_THREAD_POOL);
    assert_int_equal(four.alternative, MODEL_PROCESS_POOL);
    assert_int_not_equal(one.best, MODEL_THREAD_POOL);
}

static void test_limited_memory(void **state)
{
    (void)state;
    struct question q = question(40, 20, 2000, 8);
    q.work.legacy = true;
    struct answer roomy = ask(q);
    assert_int_equal(roomy.best, MODEL_THREAD_POOL);
    q.work.legacy = false;
    q.host.memory_mb = 4; /* not even the workers of the executor */
    struct answer tight = ask(q);
    assert_true(tight.predictions[tight.best].fits);
    assert_false(tight.predictions[MODEL_THREADS].fits);
    struct costs small = *costs_reference();
    small.base_kb = 1500;
    small.thread_kb = 20;
    small.wait_kb = 1;
    small.loop_kb = small.pool_kb = 0;
    q = question(0, 500, 10, 64);
    q.costs = &small;
    assert_int_equal(ask(q).best, MODEL_THREAD_POOL);
    q.host.memory_mb = 1515.0 / 1024; /* no room for one worker */
    tight = ask(q);
    assert_true(has_row(&tight, "constraint/limited-memory"));
    assert_int_equal(tight.best, MODEL_EVENT_LOOP);
}

static void test_shared_state(void **state)
{
    (void)state;
    struct question q = question(0, 500, 8, 8);
    struct costs slow_threads = *costs_reference();
    slow_threads.handoff = 1e9; /* so that processes are the choice */
    q.costs = &slow_threads;
    struct answer free_to = ask(q);
    assert_int_equal(free_to.best, MODEL_PROCESS_POOL);
    q.work.needs_state = true;
    struct answer shared = ask(q);
    assert_true(has_row(&shared, "constraint/shared-state"));
    assert_false(shared.is_candidate[MODEL_PROCESS_POOL]);
    assert_true(shared.best == MODEL_EVENT_LOOP || shared.best == MODEL_THREAD_POOL);
}

static void test_one_lock_leaves_nothing_to_gain(void **state)
{
    (void)state;
    struct question q = question(0, 500, 8, 8);
    q.work.shared = 1; /* a library that serialises its threads, say */
    struct answer all = ask(q);
    assert_int_equal(all.best, MODEL_PROCESS_POOL);
    q.work.needs_state = true;
    all = ask(q);
    assert_int_equal(all.best, MODEL_EVENT_LOOP);
    q.work.shared = 0.01;
    struct answer little = ask(q);
    assert_int_equal(little.best, MODEL_THREAD_POOL);
}

static void test_stateless(void **state)
{
    (void)state;
    struct question q = question(40, 0.1, 500, 8);
    q.work.stateless = true;
    struct answer a = ask(q);
    assert_true(has_row(&a, "constraint/stateless"));
    assert_int_equal(a.best, MODEL_EVENT_LOOP);
    q.work.stateless = false;
    a = ask(q);
    assert_false(has_row(&a, "constraint/stateless"));
}

static void test_legacy(void **state)
{
    (void)state;
    struct question q = question(40, 20, 100, 8);
    q.work.legacy = true;
    struct answer a = ask(q);
    assert_true(has_row(&a, "constraint/legacy"));
    assert_int_equal(a.best, MODEL_THREAD_POOL);
    assert_int_equal(a.avoid, MODEL_EVENT_LOOP);
    assert_false(a.is_candidate[MODEL_EVENT_LOOP]);
}

static void test_current_stays_within_the_noise(void **state)
{
    (void)state;
    struct question q = question(40, 0.1, 20, 8);
    q.has_current = true;
    q.current = MODEL_THREAD_POOL; /* twenty waits: as fast as a loop */
    struct answer a = ask(q);
    assert_true(a.keeps_current);
    assert_int_equal(a.best, MODEL_THREAD_POOL);
    q.current = MODEL_SEQUENTIAL;
    a = ask(q);
    assert_false(a.keeps_current);
    assert_int_equal(a.best, MODEL_EVENT_LOOP);
    assert_true(a.gain > 15 && a.gain < 21);
}

static void test_ranges_cross(void **state)
{
    (void)state;
    struct answer eight = ask(question(40, 0, 100, 8)), a = ask(question(40, 0, 100, 1));
    assert_int_equal(vec_last(&eight.ranges).model, MODEL_HYBRID); /* one loop fills one core */
    assert_true(a.ranges.n >= 2);
    assert_int_equal(a.ranges.v[0].from, 1);
    for (uint32_t i = 1; i < a.ranges.n; i++) {
        assert_true(a.ranges.v[i].from > a.ranges.v[i - 1].from);
        assert_int_not_equal(a.ranges.v[i].model, a.ranges.v[i - 1].model);
    }
    assert_int_equal(vec_last(&a.ranges).model, MODEL_EVENT_LOOP);
}

static void test_prediction_bounds(void **state)
{
    (void)state;
    static const double io[] = {0, 1, 40}, cpu[] = {0.001, 1, 50};
    static const uint32_t at_once[] = {1, 10, 1000}, cores[] = {1, 2, 16};
    for (int i = 0; i < 81; i++) {
        struct question q = question(io[i % 3], cpu[i / 3 % 3], at_once[i / 9 % 3],
                                     cores[i / 27 % 3]);
        for (int m = 0; m < MODEL_COUNT; m++) {
            struct prediction p;
            predict(&q.work, &q.host, q.costs, (enum bench_model)m, &p);
            double ms = q.work.io_ms + q.work.cpu_ms;
            assert_true(p.per_s > 0);
            assert_true(p.per_s <= 1000 * q.work.concurrency / ms * 1.0001);
            assert_true(p.per_s <= 1000 * q.host.cores / q.work.cpu_ms * 1.0001);
            assert_true(p.p50_ms >= ms * 0.9999);
            assert_true(p.p99_ms >= p.p50_ms);
            assert_true(p.memory_mb > 0);
            if (m == MODEL_SEQUENTIAL || m == MODEL_EVENT_LOOP)
                assert_true(p.per_s <= 1000 / q.work.cpu_ms * 1.0001);
        }
    }
}

static void test_batch_of_waits(void **state)
{
    (void)state;
    struct workload w = {.io_ms = 1000, .concurrency = 1000, .tasks = 1000};
    struct host h = {.cores = 4};
    struct prediction loop, one;
    predict(&w, &h, costs_reference(), MODEL_EVENT_LOOP, &loop);
    predict(&w, &h, costs_reference(), MODEL_SEQUENTIAL, &one);
    assert_true(one.wall_ms > 999000 && one.wall_ms < 1050000);
    assert_true(loop.wall_ms > 1000 && loop.wall_ms < 1200);
}

/* Of a batch only those threads that are under way, of a service all of them. */
static void test_memory_of_what_is_alive(void **state)
{
    (void)state;
    const struct costs *c = costs_reference();
    struct workload w = {.io_ms = 5, .concurrency = 1000, .tasks = 1000};
    struct host h = {.cores = 2};
    struct prediction batch, service, pool, loop;
    predict(&w, &h, c, MODEL_PROCESSES, &batch);
    predict(&w, &h, c, MODEL_PROCESS_POOL, &pool);
    predict(&w, &h, c, MODEL_EVENT_LOOP, &loop);
    w.tasks = 0;
    predict(&w, &h, c, MODEL_PROCESSES, &service);
    assert_true(batch.memory_mb < 5);
    assert_true(service.memory_mb > 40 && service.memory_mb < 45);
    assert_true(pool.memory_mb > 40 && pool.memory_mb < 45);
    assert_true(loop.memory_mb > 3 && loop.memory_mb < 3.5);
}

/* The upstream of the benchmark runs on the same processors. */
static void test_others_use_the_processors_too(void **state)
{
    (void)state;
    struct workload w = {.io_ms = 1, .concurrency = 1000};
    struct host h = {.cores = 2};
    struct prediction alone, beside;
    predict(&w, &h, costs_reference(), MODEL_HYBRID, &alone);
    w.peer_ms = 0.06;
    predict(&w, &h, costs_reference(), MODEL_HYBRID, &beside);
    assert_true(beside.per_s > 0.45 * alone.per_s && beside.per_s < 0.55 * alone.per_s);
    assert_int_equal(beside.limit, LIMIT_CPU);
}

/* Many threads cost more for each request than few; a loop does not care. */
static void test_a_crowd_of_threads(void **state)
{
    (void)state;
    struct host h = {.cores = 4};
    struct prediction few, many, loop_few, loop_many;
    struct workload w = {.io_ms = 1, .concurrency = 400}, v = {.io_ms = 10, .concurrency = 4000};
    predict(&w, &h, costs_reference(), MODEL_THREAD_POOL, &few);
    predict(&v, &h, costs_reference(), MODEL_THREAD_POOL, &many);
    predict(&w, &h, costs_reference(), MODEL_EVENT_LOOP, &loop_few);
    predict(&v, &h, costs_reference(), MODEL_EVENT_LOOP, &loop_many);
    assert_true(many.per_s < 0.85 * few.per_s);
    assert_true(loop_many.per_s > 0.99 * loop_few.per_s);
}

static void test_matrix_texts(void **state)
{
    (void)state;
    const char *text = embedded_matrix[0].text;
    static const struct {
        const char *from, *to, *says;
    } edits[] = {
        {"\"task/mixed\"", "\"task/mixd\"", "task/mixed"},
        {"\"best\": \"sequential\"", "\"best\": \"sequentail\"", "task/cpu-light"},
        {"\"complexity\": 5", "\"complexity\": 6", "hybrid"},
        {"\"principle\": 4", "\"principle\": 9", "task/mixed"},
        {"{", "", "matrix: line"},
    };
    for (size_t i = 0; i < sizeof edits / sizeof *edits; i++) {
        struct err err = {0};
        struct matrix m;
        const char *at = strstr(text, edits[i].from);
        assert_non_null(at);
        const char *bent = arena_printf(&arena, "%.*s%s%s", (int)(at - text), text, edits[i].to,
                                        at + strlen(edits[i].from));
        assert_false(matrix_parse(&arena, bent, &m, &err));
        assert_non_null(strstr(buf_str(&err.text), edits[i].says));
        err_release(&err);
    }
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, setup, teardown)
int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_task_rows), TEST(test_single_core), TEST(test_multi_core),
        TEST(test_pools_have_as_many_workers_as_memory_holds),
        TEST(test_light_work_on_many_cores),
        TEST(test_limited_memory), TEST(test_shared_state),
        TEST(test_one_lock_leaves_nothing_to_gain), TEST(test_stateless), TEST(test_legacy),
        TEST(test_current_stays_within_the_noise), TEST(test_ranges_cross),
        TEST(test_prediction_bounds), TEST(test_batch_of_waits),
        TEST(test_memory_of_what_is_alive), TEST(test_others_use_the_processors_too),
        TEST(test_a_crowd_of_threads), TEST(test_matrix_texts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
