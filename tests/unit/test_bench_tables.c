/* The source's tables and the charts, from rows that are known: cells, missing cells, crossings. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <math.h>
#include <string.h>

#include "bench/svg.h"
#include "bench/table.h"
#include "bench/tables.h"

struct fixture {
    struct arena arena;
    struct bench_rows rows;
    struct bench_results results;
    struct buf out;
};

static int setup(void **state)
{
    static struct fixture x;
    memset(&x, 0, sizeof x);
    arena_init(&x.arena);
    *state = &x;
    return 0;
}

static int teardown(void **state)
{
    struct fixture *x = *state;
    buf_release(&x->out);
    arena_release(&x->arena);
    return 0;
}

/* Five runs that differ by a thousandth. */
static void add(struct fixture *x, struct bench_params p, uint64_t wall_us, uint32_t measured,
                uint64_t failed)
{
    for (uint32_t i = 0; i < 5; i++) {
        uint64_t done = p.tasks ? measured - failed : 1000 - failed;
        struct bench_row row = {
            .run = 1, .seq = x->rows.n + 1, .measured_tasks = measured, .params = p,
            .sample = {.wall_ns = wall_us * (998 + i), .cpu_ns = wall_us * 500, .done = done,
                       .failed = failed, .p50_ns = 1000000, .p99_ns = 2000000,
                       .pss_peak_kb = 4096, .threads_peak = 3, .processes_peak = 2}};
        vec_push(&x->arena, &x->rows, row);
    }
}

static struct bench_params waits(enum bench_model m, uint32_t concurrency)
{
    return (struct bench_params){.workload = WORK_IO_WAIT, .model = m, .variant = "",
                                 .tasks = 1000, .concurrency = concurrency, .io_us = 5000,
                                 .cores = 2};
}

static struct bench_params computing(enum bench_workload w, enum bench_model m)
{
    return (struct bench_params){.workload = w, .model = m, .variant = "", .tasks = 40,
                                 .concurrency = m ? 2 : 1, .cpu_us = 10000, .cores = 2};
}

static struct bench_params endpoint(enum bench_model m, const char *variant)
{
    return (struct bench_params){.workload = WORK_ENDPOINT, .model = m, .variant = variant,
                                 .concurrency = 500, .io_us = 40000, .cores = 2,
                                 .duration_ms = 2000, .timeout_ms = 1000};
}

static void group(struct fixture *x)
{
    results_group(&x->arena, &x->rows, &x->results);
}

static void has(struct fixture *x, const char *text)
{
    if (!strstr(buf_str(&x->out), text))
        fail_msg("'%s' is not in:\n%s", text, buf_str(&x->out));
}

static void test_table(void **state)
{
    struct fixture *x = *state;
    struct table t;
    table_init(&t, &x->arena, 3, 1);
    table_row(&t, (const char *const[]){"name", "n", "much"});
    table_row(&t, (const char *const[]){"a|b", "1000", ""});
    table_text(&t, " ", &x->out);
    assert_string_equal(buf_str(&x->out), " name     n  much\n a|b   1000\n");
    buf_reset(&x->out);
    table_markdown(&t, &x->out);
    assert_string_equal(buf_str(&x->out), "| name | n | much |\n|---|---:|---:|\n"
                                          "| a\\|b | 1000 |  |\n");
}

static void test_nothing_measured(void **state)
{
    struct fixture *x = *state;
    tables_write(&x->arena, &x->results, false, &x->out);
    has(x, "sequential          ~1000 s        1x    1 CPU    10 MB           -         -");
    has(x, "93.2 %");
    has(x, "Nothing has been measured on this machine yet.");
}

static void test_io(void **state)
{
    struct fixture *x = *state;
    add(x, waits(MODEL_SEQUENTIAL, 1), 500000, 100, 0);
    add(x, waits(MODEL_EVENT_LOOP, 20), 260000, 1000, 0);
    add(x, waits(MODEL_EVENT_LOOP, 1000), 50000, 1000, 0);
    struct bench_params many = waits(MODEL_EVENT_LOOP, 10000);
    many.tasks = 10000;
    add(x, many, 1500000, 10000, 0);
    struct bench_params small = waits(MODEL_SEQUENTIAL, 1);
    small.tasks = 10; /* another size: not what is shown */
    add(x, small, 1, 10, 0);
    group(x);
    tables_write(&x->arena, &x->results, true, &x->out);
    has(x, "here: 1000 tasks, 5.00 ms I/O, 2 cores");
    has(x, "| sequential | ~1000 s | 1x | 1 CPU | 10 MB | 5.00 s* | 1.00x | 1 |");
    has(x, "| event-loop | 10-20 s (15) | 67x | 1 CPU | 50 MB | 50.0 ms | 100x | 1000 | 50 % | "
           "4.00 MB | 3/2 |");
    has(x, "| threads | 15-30 s (25) | 40x | 1-2 CPU | 200 MB+ | - | - | - | - | - | - |");
    has(x, "* extrapolated");
    has(x, "One event loop held 10000 waits at once");
}

static void test_cpu(void **state)
{
    struct fixture *x = *state;
    add(x, computing(WORK_CPU_HEAVY, MODEL_SEQUENTIAL), 400000, 40, 0);
    add(x, computing(WORK_CPU_HEAVY, MODEL_THREAD_POOL), 200000, 40, 0);
    add(x, computing(WORK_CPU_HEAVY, MODEL_PROCESS_POOL), 210000, 40, 0);
    add(x, computing(WORK_SERIALISED, MODEL_SEQUENTIAL), 400000, 40, 0);
    add(x, computing(WORK_SERIALISED, MODEL_THREADS), 400000, 40, 0);
    group(x);
    tables_write(&x->arena, &x->results, true, &x->out);
    has(x, "| sequential | 40 s | 1x (25 % CPU) | 400 ms | 1.00x | 25 % |");
    has(x, "| threads, one lock around the work | 38 s | 1.05x | 400 ms | 1.00x |");
    has(x, "| thread-pool, no lock |  |  | 200 ms | 2.00x |");
    has(x, "Here 2 threads took 200 ms (2.00x) and 2 processes 210 ms (1.90x): threads are faster, "
           "and the intervals say so.");
}

static void test_endpoint(void **state)
{
    struct fixture *x = *state;
    add(x, endpoint(MODEL_THREAD_POOL, ""), 2000000, 0, 0);
    add(x, endpoint(MODEL_EVENT_LOOP, "blocking"), 2000000, 0, 950);
    group(x);
    tables_write(&x->arena, &x->results, true, &x->out);
    has(x, "| 2122 | 35.6 | 1300 ms | 41 | 0 % | 500 | 1.00 ms | 2.00 ms | 3 | 4.00 MB | 0.0 % |");
    has(x, "| 785 | 13.1 | 27000 ms | 1 | 93.2 % | 25.0 | 1.00 ms | 2.00 ms | 3 | 4.00 MB | "
           "95.0 % |");
    has(x, "| 3190 | 53.2 | 8300 ms | 1 | 0 % | - | - | - | - | - | - |");
}

/* Two lines that meet half-way between 10 and 1000 on logarithmic axes: at 100. */
static void test_crossings(void **state)
{
    struct fixture *x = *state;
    add(x, waits(MODEL_EVENT_LOOP, 10), 1000000, 1000, 0);
    add(x, waits(MODEL_EVENT_LOOP, 1000), 10000, 1000, 0);
    add(x, waits(MODEL_THREADS, 10), 100000, 1000, 0);
    add(x, waits(MODEL_THREADS, 1000), 100000, 1000, 0);
    add(x, waits(MODEL_HYBRID, 10), 2000000, 1000, 0); /* below the others everywhere */
    add(x, waits(MODEL_HYBRID, 1000), 2000000, 1000, 0);
    group(x);
    struct svg_crossings c = {0};
    svg_crossings(&x->arena, x->results.v, x->results.n, &c);
    assert_int_equal(c.n, 1);
    assert_true(c.v[0].is_sure && fabs(c.v[0].concurrency - 100) < 0.5);
    assert_true(fabs(c.v[0].rate - 10000) < 50);
    svg_write(&x->arena, &x->results, "a <machine> & more", &x->out);
    has(x, "a &lt;machine&gt; &amp; more");
    has(x, "from about 100 at once, event-loop overtakes threads<");
    has(x, "io-wait: throughput against concurrency");
    has(x, "io-wait: time by model");
    has(x, "<title>from about 100");
}

static void test_svg_extremes(void **state)
{
    struct fixture *x = *state;
    add(x, endpoint(MODEL_THREAD_POOL, ""), 2000000, 0, 0);
    add(x, endpoint(MODEL_EVENT_LOOP, "blocking"), 2000000, 0, 1000); /* nothing succeeds */
    add(x, computing(WORK_CPU_LIGHT, MODEL_THREADS), 1, 40, 0);
    add(x, waits(MODEL_THREADS, 5), 0, 1000, 0); /* no time at all */
    add(x, waits(MODEL_THREADS, 6), 0, 1000, 0);
    group(x);
    svg_write(&x->arena, &x->results, "", &x->out);
    has(x, ">none</text>");
    assert_null(strstr(buf_str(&x->out), "nan"));
    assert_null(strstr(buf_str(&x->out), "inf"));
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
    const struct CMUnitTest tests[] = {
        TEST(test_table), TEST(test_nothing_measured), TEST(test_io), TEST(test_cpu),
        TEST(test_endpoint), TEST(test_crossings), TEST(test_svg_extremes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
