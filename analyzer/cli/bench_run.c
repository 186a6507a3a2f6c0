/*
 * Measuring: each finished run is committed before the next one starts, so that whatever ends the
 * process loses at most the run that was under way. A signal ends that run, keeps the others, and
 * shows what there is.
 */
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>

#include "base/cpus.h"
#include "bench/grid.h"
#include "cli/bench.h"
#include "cli/output.h"

enum { BAR_WIDTH = 24 };

struct measuring {
    struct arena *arena;
    const struct options *o;
    const char *path;
    struct bench_store *store;
    struct bench_machine machine;
    struct bench_run run;
    struct bench_rows rows;        /* of this run, as kept */
    struct bench_primitive_rows primitives;
    uint32_t failures;
    bool is_shown, has_bar;        /* the progress bar: wanted; on the screen now */
    bool is_broken;                /* a row could not be kept */
};

static volatile sig_atomic_t stop_signal;

static void on_signal(int signal_number)
{
    int kept = errno;
    stop_signal = signal_number;
    bench_stop();
    errno = kept;
}

/* A signal that is ignored (nohup) stays so. */
static bool catch_signals(struct err *err)
{
    static const int signals[] = {SIGINT, SIGTERM, SIGHUP};
    for (size_t i = 0; i < sizeof signals / sizeof signals[0]; i++) {
        struct sigaction old, now = {.sa_handler = on_signal, .sa_flags = SA_RESTART};
        if (sigemptyset(&now.sa_mask) != 0 || sigaction(signals[i], NULL, &old) != 0 ||
            (old.sa_handler != SIG_IGN && sigaction(signals[i], &now, NULL) != 0))
            return err_set(err, "bench: cannot catch signals: %s", strerror(errno));
    }
    return true;
}

static int64_t now_date(void)
{
    return (int64_t)time(NULL);
}

/* ---- progress ---- */

static size_t terminal_width(void)
{
    struct winsize size;
    return ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 1 ? size.ws_col : 80;
}

static void hide_bar(struct measuring *m)
{
    if (m->has_bar)
        (void)!fwrite("\r\033[K", 1, 4, stderr);
    m->has_bar = false;
}

static const char *time_left(struct arena *a, double s)
{
    if (s < 90)
        return arena_printf(a, "%.0f s", s);
    if (s < 5400)
        return arena_printf(a, "%.0f min", s / 60);
    return arena_printf(a, "%.1f h", s / 3600);
}

static void on_step(void *data, const struct grid_cell *c, uint32_t round, double left_s,
                    double part_done)
{
    struct measuring *m = data;
    if (!m->is_shown)
        return;
    struct arena scratch;
    struct buf BUF_CLEANUP line = {0};
    arena_init(&scratch);
    ASSERT(part_done >= 0 && part_done <= 1);
    int done = (int)(part_done * BAR_WIDTH);
    buf_addf(&line, "\r\033[K[%.*s%*s] %3.0f %%  %s left  ", done, "########################",
             BAR_WIDTH - done, "", 100 * part_done, time_left(&scratch, left_s));
    if (round == 0)
        buf_adds(&line, "warming up  ");
    buf_addf(&line, "%s %s", bench_workload_name(c->params.workload),
             results_model(&scratch, &c->params));
    size_t most = strlen("\r\033[K") + terminal_width() - 1; /* a second line would stay */
    (void)!fwrite(buf_str(&line), 1, line.n < most ? line.n : most, stderr);
    m->has_bar = true;
    arena_release(&scratch);
}

/* ---- rows ---- */

static void print_row(struct measuring *m, const struct bench_row *r)
{
    struct arena scratch;
    struct buf BUF_CLEANUP line = {0};
    arena_init(&scratch);
    const struct bench_sample *s = &r->sample;
    buf_addf(&line, "%lld#%u %s %s: %s: %s, %llu done, %llu failed\n", (long long)r->run, r->seq,
             bench_workload_name(r->params.workload), results_model(&scratch, &r->params),
             results_work(&scratch, &r->params),
             results_time(&scratch, (double)s->wall_ns / 1e9), (unsigned long long)s->done,
             (unsigned long long)s->failed);
    arena_release(&scratch);
    if (output_text(&line) != EXIT_CLEAN)
        m->is_broken = true;
}

static bool on_row(void *data, const struct bench_row *finished)
{
    struct measuring *m = data;
    struct err ERR_CLEANUP err = {0};
    struct bench_row row = *finished;
    bool is_new = false;
    ASSERT(m->run.id > 0 && row.seq > 0);
    row.run = m->run.id;
    row.taken_s = now_date();
    if (!bench_store_put(m->store, &row, &is_new, &err)) {
        hide_bar(m);
        say("bench: a finished run cannot be kept in %s: %s", m->path, buf_str(&err.text));
        m->is_broken = true;
        return false;
    }
    vec_push(m->arena, &m->rows, row);
    if (m->o->verbose) {
        hide_bar(m);
        print_row(m, &row);
    }
    return !m->is_broken;
}

static void on_failed(void *data, const struct grid_cell *c, const char *why)
{
    struct measuring *m = data;
    m->failures++;
    hide_bar(m);
    say("bench: %s by %s (%s): %s", bench_workload_name(c->params.workload),
        results_model(m->arena, &c->params), results_work(m->arena, &c->params), why);
}

static void on_primitive(void *data, const struct bench_primitive *p)
{
    struct measuring *m = data;
    struct err ERR_CLEANUP err = {0};
    struct bench_primitive_row row = {.run = m->run.id, .version = BENCH_VERSION, .primitive = *p};
    bool is_new = false;
    if (!bench_store_put_primitive(m->store, &row, &is_new, &err)) {
        say("bench: a primitive cannot be kept in %s: %s", m->path, buf_str(&err.text));
        m->is_broken = true;
        return;
    }
    row.primitive.name = arena_strdup(m->arena, p->name);
    row.primitive.unit = arena_strdup(m->arena, p->unit);
    vec_push(m->arena, &m->primitives, row);
}

/* ---- the run ---- */

static bool make_grid(struct measuring *m, struct grid *g, struct err *err)
{
    const struct bench_options *b = &m->o->bench;
    uint32_t usable = cpus_usable(m->arena);
    if (b->cores > usable)
        return err_set(err, "bench: --cores=%u, but only %u may be used", b->cores, usable);
    struct grid_request req = {
        .size = b->quick ? GRID_QUICK : b->full ? GRID_FULL : GRID_DEFAULT,
        .workloads = b->workloads.v, .n_workloads = b->workloads.n, .models = b->models.v,
        .n_models = b->models.n, .repeat = b->repeat, .cores = b->cores ? b->cores : usable};
    return grid_make(m->arena, &req, g, err);
}

static bool open_store(struct measuring *m, const char *grid, struct err *err)
{
    const char *note = NULL;
    m->store = bench_store_open(m->arena, m->path, &note, err);
    if (note)
        say("%s", note);
    if (!m->store)
        return err_prefix(err, "bench: measurements could not be kept (--bench-db gives another "
                               "file)");
    m->run = (struct bench_run){.uid = "", .grid = grid, .tool = CONCADVISE_VERSION,
                                .started_s = now_date(), .noise = ""};
    return bench_store_begin(m->store, &m->machine, &m->run, err) ||
           err_prefix(err, "bench: %s", m->path);
}

static bool measure_primitives(struct measuring *m, struct err *err)
{
    if (m->is_shown) {
        (void)!fwrite("\r\033[Ksingle operations", 1, 21, stderr);
        m->has_bar = true;
    }
    bool ok = bench_primitives(m->o->bench.quick, on_primitive, m, err);
    hide_bar(m);
    return ok || stop_signal || err_prefix(err, "bench: single operations");
}

static bool measure(struct measuring *m, struct grid *g, enum grid_end *end, struct err *err)
{
    const struct bench_options *b = &m->o->bench;
    struct machine_state before, after;
    struct grid_watch w = {.data = m, .step = on_step, .row = on_row, .failed = on_failed,
                           .run = bench_run_once, .now_s = seconds_now, .stop = &stop_signal};
    bool is_whole = b->workloads.n + b->models.n == 0 && !b->quick;
    machine_look(m->arena, &before);
    *end = b->primitives ? GRID_COMPLETE : grid_run(g, &w);
    hide_bar(m);
    if (*end != GRID_STOPPED && (b->primitives || is_whole) && !measure_primitives(m, err))
        return false;
    if (stop_signal)
        *end = GRID_STOPPED;
    machine_look(m->arena, &after);
    m->run.noise = machine_noise(m->arena, m->machine.cpus, &before, &after);
    m->run.ended_s = now_date();
    return m->is_broken ||
           bench_store_end(m->store, m->run.id, m->run.ended_s, m->run.noise, err);
}

static void say_end(const struct measuring *m, const struct grid *g, enum grid_end end,
                    double seconds)
{
    const char *how = end == GRID_STOPPED ? "stopped" : "done";
    if (*m->run.noise)
        say("bench: take care: %s", m->run.noise);
    uint32_t missed = 0;
    for (uint32_t i = 0; i < g->cells.n; i++)
        missed += g->cells.v[i].runs == 0 && !g->cells.v[i].has_failed;
    if (end == GRID_OUT_OF_TIME && missed)
        say("bench: the machine is slow or busy: the time was over before %u of %u cases were "
            "reached; --repeat=N takes the time it needs",
            missed, g->cells.n);
    else if (end == GRID_OUT_OF_TIME && !m->o->quiet)
        say("bench: the time was over before the last of %u rounds ended; --repeat=N takes the "
            "time it needs",
            g->rounds);
    uint32_t rows = m->rows.n + m->primitives.n;
    if (!m->o->quiet && rows == 0)
        say("bench: %s after %.1f s, before anything had finished", how, seconds);
    else if (!m->o->quiet)
        say("bench: %s after %.1f s: run %lld with %s is kept in %s", how, seconds,
            (long long)m->run.id, plural(m->arena, rows, "row", "rows"), m->path);
}

static bool show_rows(struct measuring *m, struct buf *out)
{
    struct bench_results results = {0};
    results_group(m->arena, &m->rows, &results);
    bench_print_results(m->arena, &results, m->o->bench.markdown, out);
    bench_print_primitives(m->arena, &m->primitives, m->o->bench.markdown, out);
    return bench_print(m->o, out) == EXIT_CLEAN;
}

static int exit_code(const struct measuring *m, enum grid_end end)
{
    if (m->is_broken)
        return EXIT_FAILED;
    if (end == GRID_STOPPED)
        return stop_signal ? 128 + stop_signal : EXIT_FAILED;
    if (m->rows.n + m->primitives.n == 0 || (m->failures && m->o->strict))
        return EXIT_FAILED;
    return EXIT_CLEAN;
}

static bool run(struct measuring *m, int *code, struct err *err)
{
    struct grid g;
    enum grid_end end = GRID_COMPLETE;
    struct buf BUF_CLEANUP out = {0};
    if (!make_grid(m, &g, err) || !catch_signals(err) ||
        !open_store(m, m->o->bench.primitives ? "primitives" : g.name, err))
        return false;
    if (!m->o->quiet && !m->o->bench.primitives)
        say("bench: %s on %s: about %s; Ctrl-C keeps what has finished",
            plural(m->arena, g.cells.n, "case", "cases"), machine_describe(m->arena, &m->machine),
            time_left(m->arena, grid_seconds(&g)));
    double start = seconds_now();
    bool ok = measure(m, &g, &end, err);
    ok = show_rows(m, &out) && ok;
    say_end(m, &g, end, seconds_now() - start);
    *code = exit_code(m, end);
    return ok;
}

int bench_measure(struct arena *a, const struct options *o, const char *path)
{
    struct measuring m = {.arena = a, .o = o, .path = path,
                          .is_shown = !o->quiet && isatty(STDERR_FILENO)};
    struct err ERR_CLEANUP err = {0};
    int code = EXIT_FAILED;
    machine_find(a, &m.machine);
    if (!run(&m, &code, &err)) {
        if (*buf_str(&err.text))
            say("%s", buf_str(&err.text));
        code = EXIT_FAILED;
    }
    bench_store_close(m.store);
    return code;
}
