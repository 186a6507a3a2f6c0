/*
 * From a workload and a machine to a model: the row of the task, what constraints change, what the
 * predictions say, and by how far. Pure: the same question has the same answer.
 *
 * Precedence, strongest first: what does not fit in memory; what cannot be refactored; state that
 * tasks share; a single core; the row of the task; how fast the candidates are, where rows leave a
 * choice. A model that is in use stays unless the gain is above the noise.
 *
 * What is measured differs from day to day, and an answer must not. So figures decide only where
 * the rows leave a choice, and then only by more than DECIDE_CLOSE; below that the order is: the
 * less complex model, the one that needs much less memory, threads before processes.
 */
#ifndef DECIDE_DECIDE_H
#define DECIDE_DECIDE_H

#include "decide/matrix.h"
#include "decide/predict.h"

struct question {
    struct workload work;
    struct host host;
    const struct costs *costs;
    bool has_current;
    enum bench_model current; /* what the program does today */
    double noise;             /* gains below this part are none; 0: DECIDE_NOISE */
};
#define DECIDE_CLOSE 0.9  /* a model that is this much of the fastest is as fast */
#define DECIDE_NOISE 0.15 /* two runs of the same benchmark differ by less on a quiet machine */

struct answer_row { /* a row of the matrix that counted */
    const char *id, *title;
    const char *effect; /* "the task: event-loop", a part of a sentence */
};
struct answer_range { /* from this many tasks at once on, the simplest of the fastest is that */
    uint32_t from;
    enum bench_model model;
};
struct answer {
    enum matrix_task task;
    enum bench_model best, alternative, avoid; /* MODEL_COUNT: none */
    struct prediction predictions[MODEL_COUNT];
    bool is_candidate[MODEL_COUNT]; /* no constraint rules it out */
    double ahead;        /* throughput of best by that of the alternative */
    double gain;         /* throughput of best by that of the current model; 0: none known */
    bool keeps_current;  /* the gain is within the noise: best is the current model */
    VEC(struct answer_row) rows;
    VEC(struct answer_range) ranges;
};
void decide(struct arena *a, const struct matrix *m, const struct question *q, struct answer *out);

/* The simplest of those that are as fast as the fastest within what can be told (the least complex,
 * then the one that needs much less memory, then threads before processes). MODEL_COUNT: none is a
 * candidate. */
enum bench_model decide_simplest(const struct matrix *m, const struct prediction p[MODEL_COUNT],
                                 const bool is_candidate[MODEL_COUNT]);

/* The row of the task alone. */
enum matrix_task decide_task(const struct workload *w);

#endif
