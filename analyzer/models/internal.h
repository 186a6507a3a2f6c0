/* What the parts of models/ share; see models.h, which is what to include. */
#ifndef MODELS_INTERNAL_H
#define MODELS_INTERNAL_H

#include "flow/fork.h"
#include "models/models.h"

/* A place that is an event loop in whatever flow of control comes to it. */
struct loop_place {
    gfunc_id func;
    loop_id region;  /* 0: a call that runs a library's loop */
    site_id site;    /* the wait, or that call */
    const char *library;
    bool sure;
    uint32_t next;   /* of the same function; index + 1 */
};
/* How a function is come to: once, in turns, in the turns of a loop without an end that is no event
 * loop, in those of an event loop. */
enum { ON_TOP = 1, IN_A_LOOP = 2, IN_A_WORKERS_LOOP = 4, ON_A_LOOP = 8 };

/* One flow of control: a thread of the program, or what the children of one fork run. */
struct control {
    uint32_t strand;
    const struct fork_site *fork; /* NULL: no child */
    gfunc_id root;
    uint64_t programs;
    uint32_t loop;       /* the event loop that it comes to, of several the one that says most:
                            index into places + 1; 0: none */
    uint8_t loop_rank;   /* how much that one says */
    bool loop_reads;     /* takes datagrams in the turns of an event loop */
    bool loop_accepts;   /* that loop takes connections itself */
    bool takes_turns;    /* waits in a loop of its own for work: condition, queue, pipe, accept */
    bool waits_for_others; /* by a condition, semaphore or queue, somewhere */
    bool accepts;        /* takes connections in a loop that is no event loop */
    bool waits;          /* does descriptor I/O or waits in a loop that is no event loop */
    bool execs;          /* becomes another program */
    VEC(uint32_t) threads; /* strands that it creates: threads and jobs */
};
struct finding_models {
    struct arena *arena;
    const struct flow_facts *flow;
    const struct program *p;
    const struct domains *domains;
    const struct parallel *parallel;
    const struct model_requests *requests;
    struct model_statements *stated;
    struct forks forks;
    VEC(struct loop_place) places;
    VEC(struct control) controls;
    uint32_t *place_of;  /* [gfunc] index into places + 1 */
    uint32_t *childs;    /* [site] only the child of this fork runs it: index into forks + 1 */
    uint8_t *reach;      /* [gfunc] scratch: ON_TOP ... */
    gfunc_id *stack;     /* scratch */
    bool *queued;        /* scratch, [gfunc] */
    struct models *out;
};

/* Flows of control and where each of them goes; fills places and controls. */
void controls_find(struct finding_models *k);
/* Fills out from them. */
void units_find(struct finding_models *k);
/* Is the fork of the control in a loop, its own or a caller's? */
bool forks_several(const struct finding_models *k, const struct control *c);
/* Fills in the work of each unit. */
void work_judge(struct finding_models *k);
/* What users have said of it, over what the analysis has found. */
void work_state(struct finding_models *k, struct model_unit *u);
void programs_judge(struct finding_models *k);
/* Can they be part of the same program? 0: of any. */
static inline bool are_together(uint64_t programs, uint64_t others)
{
    return !programs || !others || (programs & others);
}

#endif
