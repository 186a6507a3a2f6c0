/*
 * What a rule reports: places, chain, evidence; no formatting. Made by rules/, read by advise and report.
 * Places are resolved (file name, line, column): a finding needs no unit.
 */
#ifndef FLOW_FINDING_H
#define FLOW_FINDING_H

#include "base/base.h"

enum confidence { CONF_LOW, CONF_MEDIUM, CONF_HIGH };
enum level { LEVEL_NOTE, LEVEL_WARNING, LEVEL_ERROR };

struct spot { /* a resolved place */
    const char *file; /* normal absolute path */
    uint32_t line, col, end_col; /* col in bytes from 1; end_col exclusive, 0 when unknown */
    const char *function; /* enclosing function, NULL outside */
};

struct step { /* one hop of the chain, outermost first; the last one is the primary place */
    struct spot at;
    const char *text; /* "on_request (libevent callback registered at src/main.c:88:5)" */
    const char *name; /* the short one for the one-line chain: "on_request" */
    struct spot macro; /* definition place when at lies in a macro; file NULL else */
};

struct finding {
    const char *rule; /* "CA101" */
    enum level level;
    enum confidence confidence;
    struct spot at;
    const char *message;    /* one sentence, without the rule id */
    const char *entity;     /* normalised entity for fingerprints: "getaddrinfo" */
    const struct step *steps;
    uint32_t n_steps;
    const char *const *notes; /* further note lines, complete */
    uint32_t n_notes;
    const char *help;       /* the fix, in the framework's terms */
    const char *matrix_row; /* id of the decision matrix row, or NULL */
    const char *model;      /* recommended model id, or NULL */
    double cost_ms, worst_ms; /* estimate; worst < 0: no bound */
    bool suppressed;
    const char *suppress_reason;
};
struct findings {
    VEC(struct finding) list;
};

#endif
