/* Tables and charts of what has been measured. Without measurements the source's figures stand
 * alone. */
#include "bench/tables.h"
#include "bench/svg.h"
#include "cli/bench.h"
#include "cli/output.h"

static int finish(bool ok, const char *path, const struct buf *out, struct err *err)
{
    if (ok && output_write(path, out, err))
        return EXIT_CLEAN;
    say("%s", buf_str(&err->text));
    return EXIT_FAILED;
}

int bench_source_tables(struct bench_view *v)
{
    struct bench_choice choice;
    struct bench_rows rows = {0};
    struct bench_results results = {0};
    struct buf BUF_CLEANUP out = {0};
    struct err ERR_CLEANUP err = {0};
    bool ok = !v->store ||
              (bench_choose(v, v->o->words.n ? v->o->words.v[0] : NULL, &choice, &err) &&
               bench_rows(v, &choice, &rows, &err));
    if (ok) {
        if (v->store)
            bench_say_noise(v, &choice);
        results_group(v->arena, &rows, &results);
        tables_write(v->arena, &results, v->o->bench.markdown, &out);
    }
    return finish(ok, v->o->output, &out, &err);
}

int bench_svg(struct bench_view *v)
{
    struct bench_choice choice;
    struct bench_results results = {0};
    struct buf BUF_CLEANUP out = {0};
    struct err ERR_CLEANUP err = {0};
    bool ok = bench_choose(v, v->o->words.n ? v->o->words.v[0] : NULL, &choice, &err) &&
              bench_results(v, &choice, &results, &err);
    if (ok)
        svg_write(v->arena, &results,
                  v->o->words.n ? choice.name : machine_describe(v->arena, &v->machine), &out);
    return finish(ok, v->o->bench.svg, &out, &err);
}
