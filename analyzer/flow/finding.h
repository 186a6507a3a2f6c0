/*
 * What a rule reports: places, chain, evidence; no formatting. Made by rules/, read by advise and
 * report. Places are resolved (file name, line, column): a finding needs no unit.
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

/* One hop of the chain, outermost first; the last one is the call that the finding is about (its at
 * is the finding's primary place). Texts hold no paths: the report prints places relative to the
 * user. */
struct step {
    const char *name;   /* "on_request" */
    struct spot at;     /* where name is defined; for the last step the place of the call */
    const char *via;    /* how control gets here: "libevent callback registered at", "called at",
                           "called through conn.handler at"; NULL for none */
    struct spot via_at; /* the place that via speaks of; file NULL for none */
    struct spot macro;  /* definition place when the call lies in a macro; file NULL else */
};

/* Another place that takes part: the other access of a race, the other order of two locks. */
struct side {
    const char *what; /* "written here with `lock` held", a part of a sentence */
    struct spot at;
    const char *intro; /* what its chain says: "runs in the thread" */
    const struct step *steps;
    uint32_t n_steps;
};

/* What measurements say of a finding; never a part of what tells it from others. */
enum evidence_kind {
    EVIDENCE_NONE,
    EVIDENCE_MEASURED,  /* on this machine */
    EVIDENCE_PREDICTED, /* from single operations measured on this machine */
    EVIDENCE_REFERENCE  /* measured on the machine that the shipped figures come from */
};
struct finding_evidence {
    enum evidence_kind kind;
    const char *text;      /* one sentence without a full stop */
    const char *benchmark; /* "endpoint/loop-blocking" */
    const char *date;      /* "2026-11-20"; NULL: predicted */
    double better, worse;  /* tasks in a second; of a single operation: better 0, worse its cost */
    const char *unit;      /* "1/s"; of a single operation "ns" or "bytes" */
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
    const char *intro;  /* what the chain says: "runs on the loop" */
    const struct side *sides;
    uint32_t n_sides;
    const char *const *notes; /* further note lines, complete, without paths */
    uint32_t n_notes;
    const char *help;       /* the fix, in the framework's terms */
    const char *matrix_row; /* id of the decision matrix row, or NULL */
    const char *model;      /* recommended model id, or NULL */
    struct finding_evidence evidence;
    double cost_ms, worst_ms; /* estimate; worst < 0: no bound */
    bool suppressed;
    const char *suppress_reason;
    struct spot suppress_at; /* the comment; file NULL: not suppressed */
    bool baselined; /* an entry of the baseline covers it */
    bool is_old;    /* no change introduced it (--diff-base): not reported */
    /* What tells it from others (of report/fingerprint.h); fingerprint: also from those that are
     * the same but for their place, which have one identity. NULL until all are known. */
    const char *identity, *fingerprint;
};
struct findings {
    VEC(struct finding) list;
};

#endif
