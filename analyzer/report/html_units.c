/*
 * The decision table: what the program is made of, what each part is today, and which model would
 * serve its work. The words are those of the text report; here all units stand, and what the
 * program is as a whole.
 */
#include "report/html.h"
#include "report/units.h"

static void programs(struct html *h, const struct models *m)
{
    buf_adds(h->out, "<ul class=\"programs\">\n");
    for (uint32_t i = 0; i < m->programs.n; i++) {
        const struct model_program *p = &m->programs.v[i];
        buf_adds(h->out, "<li><b>");
        html_text(h->out, p->is_library ? "library code" : p->name);
        buf_adds(h->out, "</b>: ");
        html_text(h->out, p->model < MODEL_COUNT ? bench_model_name(p->model) : "unknown");
        if (p->why) {
            buf_adds(h->out, " <small>(");
            html_prose(h->out, p->why);
            buf_adds(h->out, ")</small>");
        }
        buf_adds(h->out, "</li>\n");
    }
    buf_adds(h->out, "</ul>\n");
}

static void advice(struct html *h, const struct model_advice *v, const struct unit_words *w)
{
    bool changes = v->best != MODEL_COUNT && !v->keeps;
    buf_adds(h->out, changes ? "<td><b>" : "<td>");
    html_text(h->out, w->advice);
    buf_adds(h->out, changes ? "</b>" : "");
    if (v->row)
        buf_addf(h->out, " <small><a href=\"#m-%s\">%s</a></small>", v->row, v->row);
    buf_adds(h->out, "</td>");
}

/* The work comes last: on a small screen, what is advised stands in the first view. */
static void row(struct html *h, const struct model_unit *u, const struct unit_words *w)
{
    buf_adds(h->out, "<tr><th scope=\"row\">");
    html_text(h->out, w->name);
    buf_adds(h->out, " <small>");
    html_place(h, &u->at);
    buf_adds(h->out, "</small></th><td>");
    html_text(h->out, w->today);
    buf_adds(h->out, "</td>");
    advice(h, &u->advice, w);
    buf_adds(h->out, "<td>");
    html_text(h->out, w->gain);
    buf_adds(h->out, "</td><td class=\"long\">");
    html_text(h->out, w->work);
    buf_adds(h->out, "</td></tr>\n");
}

void html_units(struct html *h)
{
    static const char *const columns[] = {"unit", "today", "advice", "instead of today", "work"};
    const struct models *m = h->report->models;
    uint32_t n = 0, helpers = 0;
    if (!m)
        return;
    buf_adds(h->out, "<section id=\"units\">\n<h2>Units</h2>\n");
    programs(h, m);
    for (uint32_t i = 0; i < m->units.n; i++) {
        struct unit_words words;
        if (!report_unit_words(h->arena, m, &m->units.v[i], &words)) {
            helpers++;
            continue;
        }
        if (n++ == 0)
            html_table_starts(h, "Models today, and the models that fit", columns, "lllll");
        row(h, &m->units.v[i], &words);
    }
    ASSERT(n + helpers == m->units.n);
    if (n > 0)
        html_table_ends(h);
    if (helpers)
        buf_addf(h->out, "<p><small>%u more: helpers, what <code>main()</code> does before and "
                         "after, and what nothing is known of (<code>--format=json</code> has "
                         "them).</small></p>\n",
                 helpers);
    buf_adds(h->out, "</section>\n");
}
