/* The grid with a runner that costs nothing, and results worked out from rows that are known. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "bench/grid.h"
#include "bench/results.h"

struct fixture {
    struct arena arena;
    struct grid grid;
    struct bench_rows rows;
    struct err err;
    double clock, each_s; /* what every run takes */
    uint32_t runs, steps, failures, stop_after;
    sig_atomic_t stop;
    enum bench_model failing;
    double least_left, last_part;
    char text[4096];
};
static struct fixture *fixture; /* the runner has no data of its own */

static int setup(void **state)
{
    static struct fixture x;
    memset(&x, 0, sizeof x);
    arena_init(&x.arena);
    x.each_s = 0.1;
    x.failing = MODEL_COUNT;
    fixture = *state = &x;
    return 0;
}

static int teardown(void **state)
{
    struct fixture *x = *state;
    err_release(&x->err);
    arena_release(&x->arena);
    return 0;
}

static double fake_now(void)
{
    return fixture->clock;
}
static bool fake_run(const struct bench_params *p, struct bench_sample *out, struct err *err)
{
    struct fixture *x = fixture;
    x->clock += x->each_s;
    x->runs++;
    assert_true(p->tasks > 0 || p->duration_ms > 0);
    if (x->stop_after && x->runs >= x->stop_after) {
        x->stop = 1;
        return err_set(err, "stopped");
    }
    if (p->model == x->failing)
        return err_set(err, "no room");
    *out = (struct bench_sample){.wall_ns = 1000000, .done = p->tasks};
    return true;
}
static void fake_step(void *data, const struct grid_cell *cell, uint32_t round, double left,
                      double part)
{
    struct fixture *x = data;
    assert_true(left >= 0 && part >= 0 && part <= 1 && round <= x->grid.rounds);
    x->last_part = part;
    x->least_left = left;
    x->steps++;
    (void)cell;
}
static bool fake_row(void *data, const struct bench_row *row)
{
    struct fixture *x = data;
    assert_int_equal(row->seq, x->rows.n + 1);
    vec_push(&x->arena, &x->rows, *row);
    return true;
}
static void fake_failed(void *data, const struct grid_cell *cell, const char *why)
{
    struct fixture *x = data;
    assert_string_equal(why, "no room");
    assert_true(cell->has_failed);
    x->failures++;
}

static bool make(struct fixture *x, enum grid_size size, const char *workload, const char *model,
                 uint32_t repeat)
{
    struct grid_request req = {.size = size, .workloads = &workload, .models = &model,
                               .n_workloads = workload ? 1 : 0, .n_models = model ? 1 : 0,
                               .repeat = repeat, .cores = 2};
    err_release(&x->err);
    return grid_make(&x->arena, &req, &x->grid, &x->err);
}

static enum grid_end run(struct fixture *x)
{
    struct grid_watch w = {.data = x, .step = fake_step, .row = fake_row, .failed = fake_failed,
                           .run = fake_run, .now_s = fake_now, .stop = &x->stop};
    return grid_run(&x->grid, &w);
}

static void test_names(void **state)
{
    struct fixture *x = *state;
    assert_false(make(x, GRID_QUICK, "io-wiat", NULL, 0));
    assert_string_equal(buf_str(&x->err.text), "no workload 'io-wiat' (did you mean 'io-wait'?)");
    assert_false(make(x, GRID_QUICK, NULL, "event-loop,qqqqqqq", 0));
    assert_non_null(strstr(buf_str(&x->err.text), "there are sequential, event-loop"));
    assert_false(make(x, GRID_QUICK, NULL, "", 0));
    assert_true(make(x, GRID_QUICK, "io-wait,cpu-heavy", "event-loop,sequential", 0));
    assert_true(x->grid.cells.n >= 3);
    for (uint32_t i = 0; i < x->grid.cells.n; i++) {
        const struct bench_params *p = &x->grid.cells.v[i].params;
        assert_true(p->model == MODEL_EVENT_LOOP || p->model == MODEL_SEQUENTIAL);
        assert_true(p->cores == 2 && p->concurrency > 0);
    }
    assert_false(make(x, GRID_QUICK, "io-wait", "event-loop:nonsense", 0));
    assert_non_null(strstr(buf_str(&x->err.text), "no model that is asked for"));
}

/* Rounds are interleaved: no cell runs twice before all have run. */
static void test_rounds(void **state)
{
    struct fixture *x = *state;
    assert_true(make(x, GRID_QUICK, "io-wait", "event-loop,sequential", 4));
    uint32_t n = x->grid.cells.n;
    assert_int_equal(run(x), GRID_COMPLETE);
    assert_int_equal(x->rows.n, 4 * n);
    assert_int_equal(x->runs, 5 * n); /* with the warm-up */
    for (uint32_t i = n; i < x->rows.n; i++)
        assert_int_equal(
            results_compare(&x->rows.v[i].params, &x->rows.v[i - n].params), 0);
    assert_true(x->least_left < 0.2 && x->last_part > 0.9);
}

static void test_budget(void **state)
{
    struct fixture *x = *state;
    assert_true(make(x, GRID_DEFAULT, NULL, NULL, 0));
    x->each_s = 40.0 / x->grid.cells.n; /* the warm-up takes as long here */
    assert_int_equal(run(x), GRID_OUT_OF_TIME);
    assert_true(x->clock < 180 && x->rows.n >= 2 * x->grid.cells.n - 1);
    x->clock = 0;
    x->rows.n = 0;
    assert_true(make(x, GRID_QUICK, NULL, NULL, 0)); /* a machine on which one round is too long */
    x->each_s = 30.0 / x->grid.cells.n;
    assert_int_equal(run(x), GRID_OUT_OF_TIME);
    assert_true(x->clock < 20 && x->rows.n > x->grid.cells.n / 3);
    x->clock = x->last_part = 0;
    x->steps = 0;
    x->rows.n = x->runs = 0;
    assert_true(make(x, GRID_DEFAULT, NULL, NULL, 5));
    assert_int_equal(run(x), GRID_COMPLETE);
    assert_int_equal(x->rows.n, 5 * x->grid.cells.n);
}

static void test_stop_and_failure(void **state)
{
    struct fixture *x = *state;
    assert_true(make(x, GRID_QUICK, "io-wait", "event-loop,sequential", 3));
    x->failing = MODEL_SEQUENTIAL;
    assert_int_equal(run(x), GRID_COMPLETE);
    assert_int_equal(x->failures, 1);
    assert_int_equal(x->rows.n, 3 * (x->grid.cells.n - 1));
    x->failing = MODEL_COUNT;
    x->rows.n = x->runs = x->steps = 0;
    assert_true(make(x, GRID_QUICK, "io-wait", "event-loop", 3));
    x->stop_after = x->grid.cells.n + 2;
    assert_int_equal(run(x), GRID_STOPPED);
    assert_int_equal(x->rows.n, 1);
    assert_int_equal(x->failures, 1);
}

/* ---- results ---- */

static void add(struct fixture *x, enum bench_model m, uint64_t wall_ms, uint32_t measured)
{
    struct bench_row row = {.run = 1, .seq = x->rows.n + 1, .measured_tasks = measured,
                            .params = {.workload = WORK_IO_WAIT, .model = m, .variant = "",
                                       .tasks = 100, .concurrency = m ? 10 : 1, .io_us = 5000},
                            .sample = {.wall_ns = wall_ms * 1000000, .done = measured - 1,
                                       .failed = 1, .pss_peak_kb = wall_ms,
                                       .cpu_ns = 1000000000}};
    vec_push(&x->arena, &x->rows, row);
}

static void test_group(void **state)
{
    struct fixture *x = *state;
    struct bench_results r = {0};
    for (uint32_t i = 0; i < 5; i++) {
        add(x, MODEL_THREADS, 200 + i, 100);
        add(x, MODEL_SEQUENTIAL, 1000 + i, 10);
        add(x, MODEL_EVENT_LOOP, 100 + i, 100);
    }
    results_group(&x->arena, &x->rows, &r);
    assert_int_equal(r.n, 3);
    assert_true(r.v[0].params.model == MODEL_SEQUENTIAL && r.v[0].is_extrapolated);
    assert_true(r.v[0].wall.median > 10.019 && r.v[0].wall.median < 10.021);
    assert_true(r.v[0].cpu_s == 10 && r.v[0].rate.median < 9 && r.v[0].rate.median > 8.9);
    assert_true(r.v[0].lost == 0.1 && r.v[1].lost == 0.01);
    assert_true(r.v[1].params.model == MODEL_EVENT_LOOP && !r.v[1].is_extrapolated);
    assert_true(r.v[1].wall.median == 0.102 && r.v[1].wall.low == 0.1 && r.v[1].pss_kb == 102);
    assert_true(results_same_work(&r.v[0].params, &r.v[1].params));
    bool is_sure = false;
    assert_int_equal(results_best(r.v, r.n, &is_sure), 1);
    assert_true(is_sure);
    add(x, MODEL_HYBRID, 101, 100); /* one run tells nothing */
    r.n = 0;
    results_group(&x->arena, &x->rows, &r);
    (void)results_best(r.v, r.n, &is_sure);
    assert_false(is_sure);
}

static void test_words(void **state)
{
    struct fixture *x = *state;
    struct arena *a = &x->arena;
    assert_string_equal(results_time(a, 1.2345), "1.23 s");
    assert_string_equal(results_time(a, 0.99996), "1.00 s");
    assert_string_equal(results_time(a, 0.0102), "10.2 ms");
    assert_string_equal(results_time(a, 0.00031), "310 us");
    assert_string_equal(results_time(a, 25e-9), "25.0 ns");
    assert_string_equal(results_time(a, 0), "0.00 ns");
    assert_string_equal(results_factor(a, 67.123), "67.1x");
    assert_string_equal(results_factor(a, 0.004), "1/250");
    assert_string_equal(results_factor(a, 0), "");
    assert_string_equal(results_memory(a, 512), "512 kB");
    assert_string_equal(results_memory(a, 20480), "20.0 MB");
    assert_string_equal(results_number(a, 12345678), "12.3M");
    struct bench_params p = {.workload = WORK_ENDPOINT, .variant = "x", .concurrency = 500,
                             .io_us = 40000, .duration_ms = 2000, .timeout_ms = 1000,
                             .model = MODEL_EVENT_LOOP};
    assert_string_equal(results_work(a, &p),
                        "500 users for 2.00 s, 40.0 ms I/O, time-out 1.00 s");
    assert_string_equal(results_model(a, &p), "event-loop x");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
    const struct CMUnitTest tests[] = {
        TEST(test_names), TEST(test_rounds), TEST(test_budget), TEST(test_stop_and_failure),
        TEST(test_group), TEST(test_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
