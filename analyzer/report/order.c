/*
 * One order for every format, and one finding for each fact: a header's code comes in many
 * translation units, and a function is reached by many chains.
 */
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "report/report.h"

static int compare_num(uint64_t a, uint64_t b)
{
    return a < b ? -1 : a > b;
}

/* What makes two findings the same fact. */
static int compare_fact(const struct finding *x, const struct finding *y)
{
    int c = strcmp(x->at.file, y->at.file);
    if (!c)
        c = compare_num(x->at.line, y->at.line);
    if (!c)
        c = compare_num(x->at.col, y->at.col);
    if (!c)
        c = strcmp(x->rule, y->rule);
    return c ? c : strcmp(x->message, y->message);
}

static int compare_spots(const struct spot *x, const struct spot *y)
{
    int c = strcmp(x->file ? x->file : "", y->file ? y->file : "");
    if (!c)
        c = compare_num(x->line, y->line);
    return c ? c : compare_num(x->col, y->col);
}

static int compare_steps(const struct finding *x, const struct finding *y)
{
    int c = compare_num(x->n_steps, y->n_steps);
    for (uint32_t i = 0; !c && i < x->n_steps; i++) {
        c = compare_spots(&x->steps[i].at, &y->steps[i].at);
        if (!c)
            c = compare_spots(&x->steps[i].via_at, &y->steps[i].via_at);
        if (!c)
            c = strcmp(x->steps[i].name, y->steps[i].name);
    }
    return c;
}

static int compare(const void *a, const void *b)
{
    const struct finding *x = a, *y = b;
    int c = compare_fact(x, y);
    if (!c)
        c = compare_num(x->suppressed, y->suppressed);
    if (!c)
        c = compare_num(y->confidence, x->confidence);
    return c ? c : compare_steps(x, y);
}

void findings_order(struct arena *a, struct findings *f)
{
    ASSERT(a);
    if (f->list.n == 0)
        return;
    qsort(f->list.v, f->list.n, sizeof f->list.v[0], compare);
    uint32_t kept = 1;
    for (uint32_t i = 1; i < f->list.n; i++) {
        if (compare_fact(&f->list.v[i], &f->list.v[kept - 1]) != 0)
            f->list.v[kept++] = f->list.v[i];
    }
    ASSERT(kept <= f->list.n);
    f->list.n = kept;
}

bool finding_is_open(const struct finding *f)
{
    return !f->suppressed && !f->baselined;
}

const char *level_name(enum level l)
{
    static const char *const names[] = {"note", "warning", "error"};
    ASSERT((unsigned)l < 3);
    return names[l];
}

const char *confidence_name(enum confidence c)
{
    static const char *const names[] = {"low", "medium", "high"};
    ASSERT((unsigned)c < 3);
    return names[c];
}

static const struct report_format FORMATS[] = {
    {.name = "text", .wants_units = true, .write = report_text},
    {.name = "json", .wants_units = true, .write = report_json},
    {.name = "sarif", .wants_provenance = true, .write = report_sarif},
    {.name = "github", .write = report_github},
    {.name = "gitlab", .write = report_gitlab},
    {.name = "checkstyle", .write = report_checkstyle},
    {.name = "html", .wants_measured = true, .wants_provenance = true, .wants_units = true,
     .write = report_html},
};
enum { FORMATS_N = sizeof FORMATS / sizeof FORMATS[0] };

const struct report_format *report_format_find(const char *name, size_t n)
{
    for (uint32_t i = 0; i < FORMATS_N; i++) {
        if (strlen(FORMATS[i].name) == n && !strncmp(FORMATS[i].name, name, n))
            return &FORMATS[i];
    }
    return NULL;
}

const char *report_format_names(struct arena *a)
{
    const char *names = FORMATS[0].name;
    for (uint32_t i = 1; i < FORMATS_N; i++)
        names = arena_printf(a, "%s, %s", names, FORMATS[i].name);
    return names;
}

const char *report_path(struct arena *a, const char *base, const char *path)
{
    bool is_root = !strcmp(base, "/"); /* every path would lose its slash, and gain nothing */
    return !is_root && path_inside(base, path) ? path_relative(a, base, path) : path;
}
