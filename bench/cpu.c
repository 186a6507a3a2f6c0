/*
 * Calibrated once in a process by CPU time, so that other load on the machine does not count; the
 * fastest of many short trials is the one that nobody disturbed.
 */
#include "bench/cpu.h"

#include <stdatomic.h>
#include <time.h>

#include "bench/bench.h"

enum { TRIALS = 40 };
static const uint64_t TRIAL_STEPS = 200000;

static _Atomic double steps_per_us; /* 0: not known yet */

__attribute__((noinline)) uint64_t cpu_compute(uint64_t seed, uint64_t steps)
{
    uint64_t x = seed;
    for (uint64_t i = 0; i < steps; i++) {
        x ^= x >> 29;
        x = x * 0xbf58476d1ce4e5b9U + 1;
    }
    return x;
}

uint64_t cpu_result(uint64_t seed, uint64_t steps)
{
    enum { KEPT = 4 };
    static struct {
        uint64_t seed, steps, result;
    } kept[KEPT];
    static uint32_t next;
    for (uint32_t i = 0; i < KEPT; i++) {
        if (kept[i].steps == steps && kept[i].seed == seed && steps > 0)
            return kept[i].result;
    }
    uint64_t result = cpu_compute(seed, steps);
    kept[next].seed = seed;
    kept[next].steps = steps;
    kept[next].result = result;
    next = (next + 1) % KEPT;
    return result;
}

static uint64_t thread_cpu_ns(void)
{
    struct timespec t;
    int rc = clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
    ASSERT(rc == 0);
    return (uint64_t)t.tv_sec * 1000000000U + (uint64_t)t.tv_nsec;
}

static double calibrate(void)
{
    uint64_t best = UINT64_MAX, seed = 1;
    for (int i = 0; i < TRIALS; i++) {
        uint64_t start = thread_cpu_ns();
        seed = cpu_compute(seed, TRIAL_STEPS);
        uint64_t took = thread_cpu_ns() - start;
        if (took > 0 && took < best)
            best = took;
    }
    /* Using the result keeps the compiler from dropping the work. */
    ASSERT(best > 0 && seed != 1);
    return (double)TRIAL_STEPS * 1000.0 / (double)best;
}

double bench_cpu_rate(void)
{
    double rate = atomic_load(&steps_per_us);
    if (rate <= 0) {
        rate = calibrate();
        atomic_store(&steps_per_us, rate);
    }
    return rate;
}

void bench_set_cpu_rate(double rate)
{
    ASSERT(rate > 0);
    atomic_store(&steps_per_us, rate);
}

uint64_t cpu_steps(uint32_t us)
{
    double steps = bench_cpu_rate() * us;
    return us > 0 && steps < 1 ? 1 : (uint64_t)steps;
}
