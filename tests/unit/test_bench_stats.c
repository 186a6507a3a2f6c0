/* The statistics against distributions whose medians are known, and the machine's texts. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <math.h>
#include <string.h>

#include "bench/machine.h"
#include "bench/stats.h"

/* Numbers of our own, so that a changed library changes no test. */
static double uniform(uint64_t *state)
{
    *state = *state * 6364136223846793005u + 1442695040888963407u;
    return (double)((*state >> 11) + 1) / 9007199254740993.0;
}
static double exponential(uint64_t *state)
{
    return -log(uniform(state));
}
static double normal(uint64_t *state)
{
    return sqrt(-2 * log(uniform(state))) * cos(6.283185307179586 * uniform(state));
}
/* One of 20 values is far off, as when another program wakes up. */
static double disturbed(uint64_t *state)
{
    return uniform(state) < 0.05 ? 1000 : normal(state);
}

static void test_small(void **state)
{
    (void)state;
    struct stats_summary s;
    const double odd[] = {3, 1, 2}, even[] = {4, 1, 3, 2}, skewed[] = {1, 1, 2, 2, 4, 6, 9};
    assert_true(stats_median(odd, 3) == 2);
    assert_true(stats_median(even, 4) == 2.5);
    stats_summarise(skewed, 7, &s);
    assert_true(s.median == 2 && s.mad == 1 && s.n == 7);
    stats_summarise(odd, 1, &s);
    assert_true(s.median == 3 && s.mad == 0 && s.low == 3 && s.high == 3);
    const double few[] = {5, 7, 6, 9, 8};
    stats_summarise(few, 5, &s);
    assert_true(s.low == 5 && s.high == 9);
}

static void test_order_does_not_matter(void **state)
{
    (void)state;
    const double up[] = {1, 2, 3, 4, 5, 6, 7, 8, 9}, mixed[] = {7, 2, 9, 4, 1, 6, 3, 8, 5};
    struct stats_summary x, y;
    stats_summarise(up, 9, &x);
    stats_summarise(mixed, 9, &y);
    assert_memory_equal(&x, &y, sizeof x);
}

/* How often, of 400 samples of n, the interval holds the median of the distribution. */
static uint32_t covered(double (*draw)(uint64_t *), double median, uint32_t n, uint64_t seed)
{
    uint32_t hits = 0;
    double v[64];
    assert_true(n <= 64);
    for (uint32_t i = 0; i < 400; i++) {
        struct stats_summary s;
        for (uint32_t k = 0; k < n; k++)
            v[k] = draw(&seed);
        stats_summarise(v, n, &s);
        assert_true(s.low <= s.median && s.median <= s.high);
        hits += s.low <= median && median <= s.high;
    }
    return hits;
}

static void test_coverage(void **state)
{
    (void)state;
    static const struct {
        double (*draw)(uint64_t *);
        double median;
    } known[] = {{uniform, 0.5}, {exponential, 0.6931471805599453}, {normal, 0}};
    for (uint32_t i = 0; i < 3; i++) {
        for (uint32_t n = 8; n <= 64; n *= 2) {
            uint32_t hits = covered(known[i].draw, known[i].median, n, i * 100 + n);
            assert_in_range(hits, 360, 398); /* 95 % of 400 is 380 */
        }
    }
}

static void test_outliers(void **state)
{
    (void)state;
    uint64_t seed = 5;
    double v[40];
    struct stats_summary s;
    for (uint32_t i = 0; i < 40; i++)
        v[i] = 100 + disturbed(&seed);
    stats_summarise(v, 40, &s);
    assert_true(fabs(s.median - 100) < 0.6 && s.mad < 1.5 && s.high < 101.5);
}

static enum stats_order compare_normals(double by, uint32_t n, uint64_t *seed)
{
    double x[64], y[64];
    struct stats_summary sx, sy;
    for (uint32_t i = 0; i < n; i++) {
        x[i] = normal(seed);
        y[i] = by + normal(seed);
    }
    stats_summarise(x, n, &sx);
    stats_summarise(y, n, &sy);
    return stats_compare(&sx, &sy);
}

/* Equal models seldom get a winner, different ones always do, and always the right one. */
static void test_compare(void **state)
{
    (void)state;
    uint64_t seed = 9;
    for (uint32_t n = 4; n <= 32; n *= 2) {
        uint32_t wrong = 0;
        for (uint32_t i = 0; i < 100; i++) {
            wrong += compare_normals(0, n, &seed) != STATS_SAME;
            assert_int_equal(compare_normals(12, n, &seed), STATS_LESS);
            assert_int_equal(compare_normals(-12, n, &seed), STATS_GREATER);
        }
        assert_true(wrong <= 6); /* at most 5 % are expected */
    }
    assert_int_equal(compare_normals(100, 3, &seed), STATS_TOO_FEW);
}

static void test_kernel_texts(void **state)
{
    (void)state;
    struct arena a;
    arena_init(&a);
    assert_string_equal(machine_cpu_name(&a, "processor\t: 0\ncpu family\t: 6\n"
                                             "model name\t: A CPU @ 2 GHz\ncpu MHz\t: 5\n"),
                        "A CPU @ 2 GHz");
    assert_string_equal(machine_cpu_name(&a, "processor : 0\nCPU part : 0xd0c\n"), "0xd0c");
    assert_string_equal(machine_cpu_name(&a, ""), "unknown processor");
    assert_string_equal(machine_cpu_name(&a, NULL), "unknown processor");
    assert_int_equal(machine_memory_kb("MemTotal:       24684084 kB\n"), 24684084);
    assert_int_equal(machine_memory_kb("nothing"), 0);
    assert_int_equal(machine_memory_kb(NULL), 0);
    arena_release(&a);
}

static void test_fingerprint(void **state)
{
    (void)state;
    struct arena a;
    arena_init(&a);
    struct bench_machine m, other;
    machine_find(&a, &m);
    machine_find(&a, &other);
    assert_string_equal(m.fingerprint, other.fingerprint);
    assert_int_equal(strlen(m.fingerprint), 16);
    assert_true(m.cpus >= 1 && m.memory_mb > 0);
    other.cpus++;
    machine_fingerprint(&a, &other);
    assert_string_not_equal(m.fingerprint, other.fingerprint);
    arena_release(&a);
}

static void test_noise(void **state)
{
    (void)state;
    struct arena a;
    arena_init(&a);
    struct machine_state quiet = {"performance", 2000, 0.1, 1000, 0, 1e6, 0.001}, now;
    machine_look(&a, &now);
    assert_true(now.loop_ns > 0 && now.ticks > 0);
    struct machine_state later = quiet;
    later.ticks = 2000;
    assert_string_equal(machine_noise(&a, 2, &quiet, &later), "");
    later.stolen = 50;
    later.mhz = 1500;
    later.loop_ns = 1.2e6;
    later.loop_spread = 0.1;
    later.governor = "powersave";
    quiet.load = 3;
    assert_string_equal(machine_noise(&a, 2, &quiet, &later),
                        "the machine was busy before (load 3.0 on 2 processors); 5 % of the "
                        "processors was stolen by other virtual machines; the frequency went from "
                        "2000 to 1500 MHz; the frequency governor is powersave; equal pieces of "
                        "computing differ by 10 %; computing became slower by 20 % meanwhile");
    arena_release(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_small),        cmocka_unit_test(test_order_does_not_matter),
        cmocka_unit_test(test_coverage),     cmocka_unit_test(test_outliers),
        cmocka_unit_test(test_compare),      cmocka_unit_test(test_kernel_texts),
        cmocka_unit_test(test_fingerprint),  cmocka_unit_test(test_noise),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
