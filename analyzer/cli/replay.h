/*
 * When nothing has changed since a run, its answer is given again: the reports, what was said, the
 * exit code. The key holds all that an answer depends on, and rather too much than too little: the
 * program itself, every word of the command line, the configuration, each file of each unit, the
 * baseline, the measurements, the machine. What cannot be told that way is worked out anew.
 */
#ifndef CLI_REPLAY_H
#define CLI_REPLAY_H

#include "cli/load.h"

struct replay {
    struct arena *arena;
    const char *dir;    /* of the cache; NULL: nothing is kept or given again */
    struct hash128 key;
    struct buf said;    /* lines on standard error */
    VEC(struct buf) reports;
    struct {
        int code;
        struct buf said, before, after; /* before, after: the summary around its time */
        VEC(struct buf) reports;
    } old;
};

/* True: old is the answer. paths: what is read; baseline: its file, or NULL. */
bool replay_find(struct arena *a, const struct options *o, const struct loaded *l,
                 const struct str_list *paths, const char *baseline, struct replay *r);
/* What is said from now on is a part of the answer. */
void replay_record(struct replay *r);
void replay_add_report(struct replay *r, const struct buf *text);
void replay_keep(struct replay *r, int code, const char *before, const char *after);
void replay_release(struct replay *r);

#endif
