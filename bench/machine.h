/*
 * Which machine this is, and how quiet it is. The fingerprint says which measurements belong
 * together; the noise says how far to trust them.
 */
#ifndef BENCH_MACHINE_H
#define BENCH_MACHINE_H

#include "bench/row.h"

void machine_find(struct arena *a, struct bench_machine *out);
/* The fingerprint of the other fields, set into m. */
void machine_fingerprint(struct arena *a, struct bench_machine *m);
/* "AMD EPYC, 2 of its processors, 23.5 GB, Linux 6.1.0" */
const char *machine_describe(struct arena *a, const struct bench_machine *m);

/* Taken before and after a run of benchmarks. */
struct machine_state {
    const char *governor;        /* of the first processor; "": not known */
    double mhz;                  /* the mean now; 0: not known */
    double load;                 /* over the last minute */
    uint64_t ticks, stolen;      /* of all processors since boot; stolen by a hypervisor */
    double loop_ns, loop_spread; /* a fixed piece of computing: median, MAD by median */
};
void machine_look(struct arena *a, struct machine_state *out);
/* What should make the reader careful, in words, "; " between; "" when nothing was seen. */
const char *machine_noise(struct arena *a, uint32_t cpus, const struct machine_state *before,
                          const struct machine_state *after);

/* Parts that read texts of the kernel. */
const char *machine_cpu_name(struct arena *a, const char *cpuinfo); /* /proc/cpuinfo */
uint64_t machine_memory_kb(const char *meminfo);                    /* /proc/meminfo; 0: unknown */

#endif
