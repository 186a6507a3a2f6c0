/*
 * State that tasks share, in the ways in which programs share it. What a task does with it takes
 * shared_steps of computing; every update is counted, so that a lost one shows.
 */
#ifndef BENCH_WORK_STATE_H
#define BENCH_WORK_STATE_H

#include "bench/work.h"

struct work_state *work_state_new(void);
void work_state_free(struct work_state *s);
bool work_state_update(struct work *w, uint32_t update, uint32_t worker);

#endif
