/*
 * Bars and lines on logarithmic scales: models differ by factors of hundreds, and a linear scale
 * would show only the slowest. Panels stand below each other; each knows its height beforehand.
 */
#include "bench/svg.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { WIDTH = 860, LEFT = 210, RIGHT = 110, ROW = 20, HEAD = 46, LINES_HEIGHT = 330, PAD = 26 };

struct chart {
    struct arena *arena;
    struct buf *out;
    double y; /* where the next panel begins */
};

/* Everything below .bench: in a page, the style of a chart must not reach the rest of it. */
const char svg_style[] =
    ".bench{background:#fff;color:#1a1a1a;font:12px system-ui,sans-serif}\n"
    ".bench text{fill:currentColor}.bench .h{font-weight:600;font-size:14px}\n"
    ".bench .s{opacity:.7}\n"
    ".bench .g{stroke:currentColor;stroke-opacity:.15}\n"
    ".bench .w{stroke:currentColor;stroke-width:1.5}\n"
    ".bench .l{fill:none;stroke-width:2}\n"
    ".bench .x{fill:none;stroke:currentColor;stroke-width:1.5}\n"
    ".bench .x.u{stroke-dasharray:2 2}\n"
    ".bench .b0{fill:#6b7280}.bench .l0{stroke:#6b7280}.bench .b1{fill:#0b7a4b}\n"
    ".bench .l1{stroke:#0b7a4b}\n"
    ".bench .b2{fill:#b45309}.bench .l2{stroke:#b45309}.bench .b3{fill:#b91c1c}\n"
    ".bench .l3{stroke:#b91c1c}\n"
    ".bench .b4{fill:#7c3aed}.bench .l4{stroke:#7c3aed}.bench .b5{fill:#d97706}\n"
    ".bench .l5{stroke:#d97706}\n"
    ".bench .b6{fill:#be185d}.bench .l6{stroke:#be185d}.bench .b7{fill:#1d4ed8}\n"
    ".bench .l7{stroke:#1d4ed8}\n"
    "@media (prefers-color-scheme:dark){\n"
    ".bench{background:#16181d;color:#e6e6e6}\n"
    ".bench .b0{fill:#9ca3af}.bench .l0{stroke:#9ca3af}.bench .b1{fill:#34d399}\n"
    ".bench .l1{stroke:#34d399}\n"
    ".bench .b2{fill:#fbbf24}.bench .l2{stroke:#fbbf24}.bench .b3{fill:#f87171}\n"
    ".bench .l3{stroke:#f87171}\n"
    ".bench .b4{fill:#a78bfa}.bench .l4{stroke:#a78bfa}.bench .b5{fill:#fdba74}\n"
    ".bench .l5{stroke:#fdba74}\n"
    ".bench .b6{fill:#f472b6}.bench .l6{stroke:#f472b6}.bench .b7{fill:#60a5fa}\n"
    ".bench .l7{stroke:#60a5fa}\n"
    "}\n";

static void escape(struct buf *out, const char *s)
{
    for (; *s; s++) {
        if (*s == '<')
            buf_adds(out, "&lt;");
        else if (*s == '>')
            buf_adds(out, "&gt;");
        else if (*s == '&')
            buf_adds(out, "&amp;");
        else if ((unsigned char)*s < 0x80)
            buf_addc(out, *s);
        else
            buf_addc(out, '?');
    }
}

static void text(struct chart *c, double x, double y, const char *anchor, const char *class,
                 const char *words)
{
    buf_addf(c->out, "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\"%s%s%s>", x, y, anchor,
             *class ? " class=\"" : "", class, *class ? "\"" : "");
    escape(c->out, words);
    buf_adds(c->out, "</text>\n");
}

static void line(struct chart *c, double x1, double y1, double x2, double y2, const char *class)
{
    buf_addf(c->out, "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" class=\"%s\"/>\n", x1,
             y1, x2, y2, class);
}

/* ---- scales ---- */

struct scale { /* logarithmic, from whole decades */
    double low, high, from, to;
};

static struct scale scale_of(double least, double most, double from, double to)
{
    ASSERT(least > 0 && most >= least && isfinite(most));
    struct scale s = {floor(log10(least) + 1e-9), ceil(log10(most) - 1e-9), from, to};
    if (s.high <= s.low)
        s.high = s.low + 1;
    return s;
}

static double place(const struct scale *s, double v)
{
    ASSERT(v > 0 && s->high > s->low);
    double part = (log10(v) - s->low) / (s->high - s->low);
    part = part < 0 ? 0 : part > 1 ? 1 : part;
    return s->from + part * (s->to - s->from);
}

/* ---- bars ---- */

struct bar {
    double value, low, high;
};

/* Time where tasks are given, throughput where the time is. */
static struct bar bar_of(const struct bench_result *r)
{
    const struct stats_summary *s = r->params.duration_ms ? &r->rate : &r->wall;
    return (struct bar){s->median, s->low, s->high};
}

static const char *value_text(struct arena *a, const struct bench_result *r, double v)
{
    return r->params.duration_ms ? arena_printf(a, "%s/s", results_number(a, v))
                                 : results_time(a, v);
}

static void grid_lines(struct chart *c, const struct bench_result *r, const struct scale *s,
                       double top, double bottom)
{
    for (double d = s->low; d <= s->high + 0.5; d++) {
        double x = place(s, pow(10, d));
        line(c, x, top, x, bottom, "g");
        text(c, x, bottom + 14, "middle", "s", value_text(c->arena, r, pow(10, d)));
    }
}

static void bar_row(struct chart *c, const struct bench_result *r, const struct scale *s, double y)
{
    struct bar b = bar_of(r);
    ASSERT(r->params.model < MODEL_COUNT);
    text(c, LEFT - 8, y + 14, "end", "", results_model(c->arena, &r->params));
    if (b.value <= 0) {
        text(c, LEFT + 4, y + 14, "start", "s", "none");
        return;
    }
    double x = place(s, b.value);
    buf_addf(c->out, "<rect x=\"%d\" y=\"%.1f\" width=\"%.1f\" height=\"%d\" class=\"b%d\"/>\n",
             LEFT, y + 3, x - LEFT < 1 ? 1 : x - LEFT, ROW - 6, (int)r->params.model);
    double end = x;
    if (r->wall.n >= STATS_ENOUGH && b.low > 0) {
        end = fmax(x, place(s, b.high));
        line(c, place(s, b.low), y + ROW / 2.0, end, y + ROW / 2.0, "w");
    }
    const char *lost = r->lost > 0.0005 ? arena_printf(c->arena, ", %.0f %% lost", 100 * r->lost)
                                        : "";
    text(c, end + 6, y + 14, "start", "",
         arena_printf(c->arena, "%s%s%s", value_text(c->arena, r, b.value),
                      r->is_extrapolated ? "*" : "", lost));
}

static void bars(struct chart *c, const struct bench_result *const *v, uint32_t n)
{
    double least = INFINITY, most = 0;
    for (uint32_t i = 0; i < n; i++) {
        struct bar b = bar_of(v[i]);
        if (b.value > 0) {
            least = fmin(least, b.low > 0 ? b.low : b.value);
            most = fmax(most, fmax(b.high, b.value)); /* without intervals, high is 0 */
        }
    }
    if (most <= 0)
        return;
    const struct bench_result *r = v[n - 1];
    struct scale s = scale_of(least * 0.8, most, LEFT, WIDTH - RIGHT);
    double top = c->y + HEAD, bottom = top + n * ROW;
    text(c, LEFT, c->y + 18, "start", "h",
         arena_printf(c->arena, "%s: %s by model", bench_workload_name(r->params.workload),
                      r->params.duration_ms ? "answers per second" : "time"));
    text(c, LEFT, c->y + 36, "start", "s",
         arena_printf(c->arena, "%s, %u cores; logarithmic", results_work(c->arena, &r->params),
                      r->params.cores));
    grid_lines(c, r, &s, top, bottom);
    for (uint32_t i = 0; i < n; i++)
        bar_row(c, v[i], &s, top + i * ROW);
    c->y = bottom + PAD + 14;
}

/* One panel for each level; the sequential run stands in all of them. */
static void all_bars(struct chart *c, const struct bench_results *r)
{
    for (uint32_t i = 0, k; i < r->n; i = k) {
        const struct bench_result **v = arena_array(c->arena, const struct bench_result *,
                                                    (size_t)r->n);
        uint32_t n = 0;
        const struct bench_params *p = &r->v[i].params;
        for (uint32_t b = 0; b < i; b++) {
            if (r->v[b].params.model == MODEL_SEQUENTIAL &&
                r->v[b].params.concurrency != p->concurrency &&
                results_same_work(&r->v[b].params, p))
                v[n++] = &r->v[b];
        }
        for (k = i; k < r->n && r->v[k].params.concurrency == p->concurrency &&
                    results_same_work(p, &r->v[k].params);
             k++)
            v[n++] = &r->v[k];
        ASSERT(k > i && n <= r->n);
        if (n > 1)
            bars(c, v, n);
    }
}

/* ---- lines ---- */

static bool is_series(const struct bench_result *x, const struct bench_result *like)
{
    struct bench_params p = x->params;
    p.concurrency = like->params.concurrency;
    return x->params.model == like->params.model &&
           !strcmp(x->params.variant, like->params.variant) && results_same_work(&p, &like->params);
}

/* The same model at the next level that is in v. */
static const struct bench_result *next_level(const struct bench_result *v, uint32_t n,
                                             const struct bench_result *x)
{
    const struct bench_result *next = NULL;
    for (uint32_t i = 0; i < n; i++) {
        uint32_t level = v[i].params.concurrency;
        if (is_series(&v[i], x) && level > x->params.concurrency && v[i].rate.median > 0 &&
            (!next || level < next->params.concurrency))
            next = &v[i];
    }
    return next;
}

static void add_crossing(struct arena *a, const struct bench_result *x,
                         const struct bench_result *y, const struct bench_result *nx,
                         const struct bench_result *ny, struct svg_crossings *out)
{
    double d0 = log(x->rate.median / y->rate.median), d1 = log(nx->rate.median / ny->rate.median);
    if (d0 * d1 >= 0)
        return;
    double part = d0 / (d0 - d1);
    ASSERT(part >= 0 && part <= 1);
    double l0 = log(x->params.concurrency), l1 = log(nx->params.concurrency);
    double r0 = log(x->rate.median), r1 = log(nx->rate.median);
    enum stats_order before = stats_compare(&x->rate, &y->rate);
    enum stats_order after = stats_compare(&nx->rate, &ny->rate);
    struct svg_crossing crossing = {
        .before = {x, y}, .after = {nx, ny}, .concurrency = exp(l0 + part * (l1 - l0)),
        .rate = exp(r0 + part * (r1 - r0)),
        .is_sure = (before == STATS_LESS && after == STATS_GREATER) ||
                   (before == STATS_GREATER && after == STATS_LESS)};
    vec_push(a, out, crossing);
}

void svg_crossings(struct arena *a, const struct bench_result *v, uint32_t n,
                   struct svg_crossings *out)
{
    for (uint32_t i = 0; i < n; i++) {
        const struct bench_result *nx = next_level(v, n, &v[i]);
        for (uint32_t k = i + 1; nx && k < n; k++) {
            const struct bench_result *ny = next_level(v, n, &v[k]);
            if (ny && !*v[i].params.variant && !*v[k].params.variant &&
                v[i].params.model != v[k].params.model && v[i].rate.median > 0 &&
                v[k].rate.median > 0 && results_same_work(&v[i].params, &v[k].params) &&
                nx->params.concurrency == ny->params.concurrency)
                add_crossing(a, &v[i], &v[k], nx, ny, out);
        }
    }
}

struct plane {
    struct scale x, y;
};

static struct plane plane_of(const struct bench_result *v, uint32_t n, double top)
{
    double least = INFINITY, most = 0, low = v[0].params.concurrency, high = 1;
    for (uint32_t i = 0; i < n; i++) {
        low = fmax(1, fmin(low, v[i].params.concurrency));
        high = fmax(high, v[i].params.concurrency);
        if (v[i].rate.median > 0) {
            least = fmin(least, v[i].rate.median);
            most = fmax(most, v[i].rate.median);
        }
    }
    return (struct plane){scale_of(low, high, LEFT, WIDTH - RIGHT - 60),
                          scale_of(least, most, top + LINES_HEIGHT, top)};
}

static void axes(struct chart *c, const struct plane *p)
{
    for (double d = p->x.low; d <= p->x.high + 0.5; d++) {
        double x = place(&p->x, pow(10, d));
        line(c, x, p->y.to, x, p->y.from, "g");
        text(c, x, p->y.from + 16, "middle", "s", arena_printf(c->arena, "%.0f", pow(10, d)));
    }
    for (double d = p->y.low; d <= p->y.high + 0.5; d++) {
        double y = place(&p->y, pow(10, d));
        line(c, p->x.from, y, p->x.to, y, "g");
        text(c, p->x.from - 8, y + 4, "end", "s",
             arena_printf(c->arena, "%s/s", results_number(c->arena, pow(10, d))));
    }
    text(c, (p->x.from + p->x.to) / 2, p->y.from + 34, "middle", "s", "waits at once");
}

static bool is_first_of_series(const struct bench_result *v, uint32_t i)
{
    for (uint32_t k = 0; k < i; k++) {
        if (is_series(&v[k], &v[i]))
            return false;
    }
    return true;
}

static double series(struct chart *c, const struct plane *p, const struct bench_result *v,
                     uint32_t n, const struct bench_result *first, double label_y)
{
    const struct bench_result *last = first;
    int color = (int)first->params.model;
    buf_addf(c->out, "<polyline class=\"l l%d\"%s points=\"", color,
             *first->params.variant ? " stroke-dasharray=\"5 4\"" : "");
    for (const struct bench_result *x = first; x; x = next_level(v, n, x)) {
        buf_addf(c->out, "%.1f,%.1f ", place(&p->x, x->params.concurrency),
                 place(&p->y, x->rate.median));
        last = x;
    }
    buf_adds(c->out, "\"/>\n");
    for (const struct bench_result *x = first; x; x = next_level(v, n, x))
        buf_addf(c->out, "<circle class=\"b%d\" cx=\"%.1f\" cy=\"%.1f\" r=\"3\"/>\n", color,
                 place(&p->x, x->params.concurrency), place(&p->y, x->rate.median));
    double x = p->x.to + 14;
    buf_addf(c->out, "<circle class=\"b%d\" cx=\"%.1f\" cy=\"%.1f\" r=\"4\"/>\n", color, x,
             label_y - 4);
    text(c, x + 9, label_y, "start", "", results_model(c->arena, &last->params));
    return label_y + 17;
}

static int by_concurrency(const void *x, const void *y)
{
    const struct svg_crossing *a = x, *b = y;
    if (a->concurrency != b->concurrency)
        return a->concurrency < b->concurrency ? -1 : 1;
    int order = (int)a->before[0]->params.model - (int)b->before[0]->params.model;
    return order ? order : (int)a->before[1]->params.model - (int)b->before[1]->params.model;
}

static void crossings(struct chart *c, const struct plane *p, const struct bench_result *v,
                      uint32_t n)
{
    struct svg_crossings all = {0};
    svg_crossings(c->arena, v, n, &all);
    double y = p->y.from + 54;
    uint32_t unsure = 0;
    if (all.n > 1)
        qsort(all.v, all.n, sizeof *all.v, by_concurrency);
    for (uint32_t i = 0; i < all.n; i++) {
        const struct svg_crossing *x = &all.v[i];
        bool first_rises = x->before[0]->rate.median < x->before[1]->rate.median;
        const char *winner = bench_model_name(x->before[!first_rises]->params.model);
        const char *loser = bench_model_name(x->before[first_rises]->params.model);
        const char *words = arena_printf(
            c->arena, "from about %.0f at once, %s overtakes %s%s", x->concurrency, winner, loser,
            x->is_sure ? "" : " (not sure)");
        buf_addf(c->out, "<circle class=\"x%s\" cx=\"%.1f\" cy=\"%.1f\" r=\"6\"><title>%s</title>"
                         "</circle>\n",
                 x->is_sure ? "" : " u", place(&p->x, x->concurrency), place(&p->y, x->rate),
                 words);
        if (x->is_sure) {
            text(c, LEFT, y, "start", "s", words);
            y += 17;
        }
        unsure += !x->is_sure;
    }
    if (unsure) {
        text(c, LEFT, y, "start", "s",
             arena_printf(c->arena, "%u dashed: not sure, the intervals overlap or runs are few",
                          unsure));
        y += 17;
    }
    c->y = y + PAD;
}

/* v[0..n): one piece of work at all its levels. */
static void lines(struct chart *c, const struct bench_result *v, uint32_t n)
{
    double top = c->y + HEAD + 6, label_y = top + 10;
    ASSERT(n > 0);
    struct plane p = plane_of(v, n, top);
    text(c, LEFT, c->y + 18, "start", "h",
         arena_printf(c->arena, "%s: throughput against concurrency",
                      bench_workload_name(v[0].params.workload)));
    struct bench_params work = v[0].params;
    work.concurrency = 1;
    text(c, LEFT, c->y + 36, "start", "s",
         arena_printf(c->arena, "%s, %u cores; both axes logarithmic; rings: models change places",
                      results_work(c->arena, &work), work.cores));
    axes(c, &p);
    for (uint32_t i = 0; i < n; i++) {
        if (v[i].rate.median > 0 && is_first_of_series(v, i))
            label_y = series(c, &p, v, n, &v[i], label_y);
    }
    crossings(c, &p, v, n);
}

static void all_lines(struct chart *c, const struct bench_results *r)
{
    for (uint32_t i = 0, k; i < r->n; i = k) {
        uint32_t levels = 0, before = 0;
        bool has_rate = false;
        for (k = i; k < r->n; k++) {
            struct bench_params p = r->v[k].params;
            p.concurrency = r->v[i].params.concurrency;
            if (!results_same_work(&p, &r->v[i].params))
                break;
            if (p.model != MODEL_SEQUENTIAL && r->v[k].params.concurrency != before) {
                before = r->v[k].params.concurrency;
                levels++;
            }
            has_rate = has_rate || r->v[k].rate.median > 0;
        }
        ASSERT(k > i);
        if (levels > 1 && has_rate)
            lines(c, r->v + i, k - i);
    }
}

/* Panels below `top`, as the inside of an svg element; the height that they take. */
static double panels(struct arena *a, const struct bench_results *r, const char *machine,
                     double top, struct buf *out)
{
    struct chart c = {.arena = a, .out = out, .y = top};
    ASSERT(r->n > 0);
    if (machine)
        text(&c, 16, 24, "start", "s", machine);
    all_lines(&c, r);
    all_bars(&c, r);
    return c.y;
}

void svg_write(struct arena *a, const struct bench_results *r, const char *machine,
               struct buf *out)
{
    struct buf BUF_CLEANUP body = {0};
    double height = panels(a, r, machine, 40, &body);
    buf_addf(out,
             "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"bench\" "
             "viewBox=\"0 0 %d %.0f\" width=\"%d\" height=\"%.0f\" role=\"img\">\n"
             "<title>concadvise bench</title>\n"
             "<style>\n%s</style>\n",
             WIDTH, height, WIDTH, height, svg_style);
    buf_add(out, buf_str(&body), body.n);
    buf_adds(out, "</svg>\n");
}

void svg_embed(struct arena *a, const struct bench_results *r, struct buf *out)
{
    struct buf BUF_CLEANUP body = {0};
    double height = panels(a, r, NULL, 0, &body);
    buf_addf(out, "<svg class=\"bench\" viewBox=\"0 0 %d %.0f\" role=\"img\">\n<title>", WIDTH,
             height);
    escape(out, bench_workload_name(r->v[0].params.workload));
    buf_adds(out, "</title>\n");
    buf_add(out, buf_str(&body), body.n);
    buf_adds(out, "</svg>\n");
}
