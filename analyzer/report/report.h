/*
 * From findings to bytes. A format is one function from a report to a buffer: it opens source files
 * for excerpts and nothing else, and never decides which findings are shown. Called by cli, which
 * writes the buffer out. Same report, same bytes.
 */
#ifndef REPORT_REPORT_H
#define REPORT_REPORT_H

#include "base/base.h"
#include "flow/finding.h"

struct bench_results;

struct report_counts {
    uint32_t units;         /* translation units analysed, partly read ones included */
    uint32_t units_partial; /* of which partly read */
    uint32_t units_failed;  /* could not be read at all */
    uint32_t functions;     /* with a body, counted once however many units include them */
    uint32_t functions_partial, functions_failed;
};

/* Something that could not be read: no finding, but whoever reads the report should know. */
enum notice_kind {
    NOTICE_NOT_ANALYSED, NOTICE_PARTIAL, NOTICE_MISSING_HEADER,
    NOTICE_LEFT_OUT /* only made by a format that has no room for all findings */
};
struct notice {
    enum notice_kind kind;
    const char *file; /* normal absolute path; NULL: no single one */
    uint32_t line;    /* 0: the whole file */
    const char *text; /* one sentence with its full stop, without paths */
};

struct models;
/* Where the code is from; all NULL: not known, or nobody asked. */
struct report_provenance {
    const char *repository; /* URI without a user */
    const char *revision, *branch; /* each may be NULL */
};

struct report {
    const struct finding *findings; /* sorted; those to show */
    uint32_t n;
    uint32_t hidden_suppressed; /* suppressed findings that are not among them */
    uint32_t hidden_baselined;  /* the same, of the baseline */
    uint32_t hidden_in_base;    /* those that the revision compared with has already */
    const char *baseline;       /* its path as shown; NULL: none is used */
    const char *cwd, *root;     /* normal */
    bool color;
    struct report_counts counts;
    const struct notice *notices; /* sorted by kind, file, line */
    uint32_t n_notices;
    bool is_complete; /* the job could be done: no file that was named is unreadable */
    int exit_code;    /* that the run will end with, if all reports can be written */
    struct report_provenance provenance;
    const char *libclang_version;
    const struct models *models; /* of the whole program; NULL: nothing was analysed */
    bool hides_units;            /* the text report leaves its table out */
    /* What this machine has measured, for formats that want it; NULL: nothing. */
    const struct bench_results *measured;
    const char *machine; /* what it is */
    /* The same of the reference machine; set for formats that want it. */
    const struct bench_results *reference;
    const char *reference_machine;
};

struct report_format {
    const char *name;
    bool wants_measured;   /* report.measured */
    bool wants_provenance; /* report.provenance */
    bool wants_units;      /* report.models with its advice */
    void (*write)(struct arena *a, const struct report *r, struct buf *out);
};
const struct report_format *report_format_find(const char *name, size_t n); /* NULL: unknown */
const char *report_format_names(struct arena *a); /* "text, json" */

void report_text(struct arena *a, const struct report *r, struct buf *out);
void report_json(struct arena *a, const struct report *r, struct buf *out);
void report_sarif(struct arena *a, const struct report *r, struct buf *out);
void report_github(struct arena *a, const struct report *r, struct buf *out);
void report_gitlab(struct arena *a, const struct report *r, struct buf *out);
void report_checkstyle(struct arena *a, const struct report *r, struct buf *out);
void report_html(struct arena *a, const struct report *r, struct buf *out);

/* Sorts by (file, line, column, rule, message) and keeps one of each; of equal ones the one that is
 * not suppressed, then the surest, then the one with the shortest chain. */
void findings_order(struct arena *a, struct findings *f);

/* Neither suppressed nor in the baseline: what somebody has to act on. */
bool finding_is_open(const struct finding *f);

const char *level_name(enum level l);           /* "note", "warning", "error" */
const char *confidence_name(enum confidence c); /* "low", "medium", "high" */

/* path relative to base when inside it, else unchanged. */
const char *report_path(struct arena *a, const char *base, const char *path);

#endif
