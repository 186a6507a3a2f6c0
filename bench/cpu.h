/*
 * The computing that tasks do: a chain in which each step needs the one before, so that it takes
 * equally long on every core that is free, whatever its neighbours do.
 */
#ifndef BENCH_CPU_H
#define BENCH_CPU_H

#include "base/base.h"

uint64_t cpu_compute(uint64_t seed, uint64_t steps);
/* What comes out of so many steps, computed once for runs that ask for the same again; not to be
 * called by two threads at once. */
uint64_t cpu_result(uint64_t seed, uint64_t steps);
/* Steps that this machine does in so many microseconds; at least 1 unless us is 0. */
uint64_t cpu_steps(uint32_t us);

#endif
