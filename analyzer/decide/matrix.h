/*
 * The decision matrix, rules/matrix.json, as data. Every row is one that an answer can name.
 */
#ifndef DECIDE_MATRIX_H
#define DECIDE_MATRIX_H

#include "base/base.h"
#include "bench/bench.h"

enum matrix_task { TASK_IO, TASK_IO_LEGACY, TASK_CPU, TASK_CPU_LIGHT, TASK_MIXED, TASKS_N };
enum matrix_constraint {
    CONSTRAINT_SINGLE_CORE,
    CONSTRAINT_MULTI_CORE,
    CONSTRAINT_MEMORY,
    CONSTRAINT_SHARED,
    CONSTRAINT_STATELESS,
    CONSTRAINT_LEGACY,
    CONSTRAINTS_N
};
enum { USE_CASES_N = 6, PRINCIPLES_N = 5 };

struct matrix_model_row { /* the comparison table */
    const char *id, *title, *unit, *memory, *global_lock, *best_for, *overhead, *throughput;
    const char *threads, *processes, *switching, *shared_state, *parallel, *in_c;
    uint32_t complexity; /* 1 to 5 */
};
struct matrix_task_row {
    const char *id, *title, *why, *potential;
    const char *in_c; /* where C differs; NULL: it does not */
    enum bench_model best, alternative, avoid;
    uint32_t principle; /* 1 to 5 */
};
struct matrix_constraint_row {
    const char *id, *title, *why;
    enum bench_model prefer[MODEL_COUNT]; /* best first */
    uint32_t n_prefer;
};
struct matrix_use_case_row { /* alternatives and what to avoid are words: some are no models */
    const char *id, *title, *alternative, *avoid, *in_c; /* the last three may be NULL */
    enum bench_model first;
};
struct matrix_principle_row {
    const char *id, *text;
};
struct matrix {
    struct matrix_model_row models[MODEL_COUNT];
    struct matrix_task_row tasks[TASKS_N];
    struct matrix_constraint_row constraints[CONSTRAINTS_N];
    struct matrix_use_case_row use_cases[USE_CASES_N];
    struct matrix_principle_row principles[PRINCIPLES_N];
};

/* The matrix that is built in. */
MUST_USE bool matrix_load(struct arena *a, struct matrix *out, struct err *err);
/* Any text of that form; what is wrong is said with the row's id. */
MUST_USE bool matrix_parse(struct arena *a, const char *text, struct matrix *out, struct err *err);

#endif
