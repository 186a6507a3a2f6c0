/* How many processors this process may use: scheduler affinity and cgroup quota (v2 and v1). */
#ifndef BASE_CPUS_H
#define BASE_CPUS_H

#include "base/base.h"

uint32_t cpus_usable(struct arena *a); /* >= 1 */
/* Binds the calling process to the first n of the processors that it may run on; false with errno
 * when there are fewer. */
MUST_USE bool cpus_pin(uint32_t n);
/* Of the cgroup quotas that apply to this process the least, in hundredths of a processor; 0:
 * none. */
uint32_t cpus_quota_percent(struct arena *a);
/* Quota of one cgroup v2 "cpu.max" text ("max 100000", "150000 100000"), rounded up; 0: no
 * limit. */
uint32_t cpus_from_quota(const char *text);

#endif
