/*
 * The main job: all stages in order, then what is shown, what is counted, and the exit code.
 * Failure outranks findings; what could not be read lowers nothing but the summary, unless
 * --strict.
 */
#include <string.h>
#include <unistd.h>

#include "advise/baseline.h"
#include "advise/guidance.h"
#include "advise/suppress.h"
#include "base/file.h"
#include "bench/machine.h"
#include "cli/account.h"
#include "cli/advise.h"
#include "cli/advise.h"
#include "cli/commands.h"
#include "cli/hook.h"
#include "cli/introduced.h"
#include "cli/load.h"
#include "cli/narrow.h"
#include "cli/output.h"
#include "cli/replay.h"
#include "cli/provenance.h"
#include "cli/stated.h"
#include "cli/stats.h"
#include "decide/evidence.h"
#include "domains/domains.h"
#include "models/advice.h"
#include "parse/parse.h"
#include "report/fingerprint.h"
#include "report/report.h"
#include "rules/rules.h"
#include "rules/shared.h"
#include "unit/bytes.h"

struct target { /* one --format */
    const struct report_format *format;
    const char *path; /* NULL: standard output */
};
struct check {
    struct arena *arena;
    const struct options *o;
    struct rule_selection rules;
    VEC(struct target) targets;
    struct narrow narrow;
    struct introduced introduced;
    struct str_list paths; /* to read */
    struct loaded loaded;
    struct account account;
    struct findings all, shown;
    struct suppress_notes notes;
    uint32_t suppressed; /* hidden for that reason */
    uint32_t baselined;  /* the same */
    uint32_t unsure;     /* hidden by --min-confidence */
    const char *baseline_path; /* NULL: no baseline */
    struct baseline *baseline;
    struct baseline_counts in_baseline;
    uint32_t n_calls;
    struct replay replay;
    struct model_statements stated;
    struct models *models; /* NULL: nothing was analysed */
    double start_s, seconds[PHASE_COUNT], cpu_seconds[PHASE_COUNT];
    size_t bytes[PHASE_COUNT];
};

/* ---- options that need checking before any work is done ---- */

static bool add_target(struct check *c, const char *spec, struct err *err)
{
    size_t n = strcspn(spec, ":");
    struct target t = {report_format_find(spec, n), spec[n] ? spec + n + 1 : NULL};
    if (!t.format)
        return err_set(err, "--format: '%.*s' is none of %s", (int)n, spec,
                       report_format_names(c->arena));
    if (t.path && !*t.path)
        return err_set(err, "--format: '%s' names no file", spec);
    vec_push(c->arena, &c->targets, t);
    return true;
}

/* Every file can be written, and none is written twice. */
static bool check_targets(struct check *c, struct err *err)
{
    for (uint32_t i = 0; i < c->targets.n; i++) {
        const char *path = c->targets.v[i].path;
        if (!path || !strcmp(path, "-"))
            continue;
        if (!output_check(c->arena, path, err))
            return false;
        for (uint32_t k = 0; k < i; k++) {
            if (c->targets.v[k].path && !strcmp(c->targets.v[k].path, path))
                return err_set(err, "--format: two of them go to %s", path);
        }
    }
    return true;
}

static bool choose_targets(struct check *c, struct err *err)
{
    bool has_output = !c->o->output;
    uint32_t to_stdout = 0;
    for (uint32_t i = 0; i < c->o->formats.n; i++) {
        if (!add_target(c, c->o->formats.v[i], err))
            return false;
    }
    if (c->targets.n == 0 && !add_target(c, "text", err))
        return false;
    for (uint32_t i = 0; i < c->targets.n; i++) {
        struct target *t = &c->targets.v[i];
        if (!t->path && !has_output) {
            t->path = c->o->output;
            has_output = true;
        }
        to_stdout += !t->path || !strcmp(t->path, "-");
    }
    if (!has_output)
        return err_set(err, "--output: every --format has a file of its own already");
    if (to_stdout > 1)
        return err_set(err, "only one --format can go to standard output; give the others a file: "
                            "--format=json:FILE");
    return check_targets(c, err);
}

/* ---- analysis ---- */

struct stage_start {
    double wall_s, cpu_s;
    size_t bytes;
};

static struct stage_start stage_now(const struct check *c)
{
    return (struct stage_start){seconds_now(), cpu_seconds_now(), c->arena->bytes};
}

/* What has passed since the last call is that phase's time, and what was kept its memory. */
static void phase_ends(struct check *c, enum stats_phase phase, struct stage_start *since)
{
    struct stage_start now = stage_now(c);
    c->bytes[phase] = now.bytes - since->bytes;
    c->seconds[phase] = now.wall_s - since->wall_s;
    c->cpu_seconds[phase] = now.cpu_s - since->cpu_s;
    *since = now;
}

/* What each unit should be, by the measurements there are. */
static bool advise_units(struct check *c, const struct evidence *e, struct err *err)
{
    struct matrix matrix;
    struct host host;
    if (!advise_host(c->arena, c->o, &host, err) || !matrix_load(c->arena, &matrix, err))
        return false;
    models_advise(c->arena, c->models, &matrix, &host, e);
    return true;
}

static bool analyse(struct check *c, struct err *err)
{
    const char *text = c->o->catalog_text, *name = c->o->config_path;
    const struct catalog *catalog;
    if (!catalog_load(c->arena, &text, &name, text ? 1 : 0, &catalog, err) ||
        !stated_collect(c->arena, c->o, &c->loaded, &c->stated, err))
        return false;
    struct stage_start since = stage_now(c);
    struct program *program = program_link(c->arena, c->loaded.units, c->loaded.n_units);
    phase_ends(c, PHASE_LINK, &since);
    struct flow_facts *flow = flow_analyse(c->arena, program, catalog);
    phase_ends(c, PHASE_FLOW, &since);
    struct domains *domains = domains_find(c->arena, flow);
    phase_ends(c, PHASE_DOMAINS, &since);
    struct rule_context ctx = {.arena = c->arena, .program = program, .catalog = catalog,
                               .flow = flow, .domains = domains, .out = &c->all,
                               .stated = &c->stated};
    rules_run(&ctx, &c->rules);
    phase_ends(c, PHASE_RULES, &since);
    c->models = shared_models(&ctx);
    models_learn(c->models, flow, &c->all);
    phase_ends(c, PHASE_MODELS, &since);
    c->n_calls = program->n_sites - 1;
    return true;
}

/* ---- the baseline ---- */

static bool has_named_failure(const struct loaded *l)
{
    for (uint32_t i = 0; i < l->failed.n; i++) {
        if (l->failed.v[i].is_named)
            return true;
    }
    return false;
}

static bool open_baseline(struct check *c, struct err *err)
{
    const struct options *o = c->o;
    bool is_changed = o->write_baseline || o->prune_baseline;
    if (o->no_baseline)
        return !is_changed || err_set(err, "--no-baseline: nothing can be written without one");
    const char *path = o->baseline ? path_normal(c->arena, c->loaded.cwd, o->baseline)
                                   : path_join(c->arena, c->loaded.found.root, BASELINE_NAME);
    bool is_there = access(path, F_OK) == 0;
    if (!is_there && !o->baseline && !is_changed)
        return true;
    c->baseline_path = path;
    if (!is_there && o->write_baseline) {
        c->baseline = baseline_new(c->arena);
        return true;
    }
    return baseline_read(c->arena, path, &c->baseline, err);
}

/* What could not be read would be taken out as if it had been mended: then nothing is written. */
static bool change_baseline(struct check *c, const struct baseline_scope *scope, struct err *err)
{
    if (c->loaded.n_units == 0 || has_named_failure(&c->loaded))
        return true;
    bool is_changed = baseline_prune(c->baseline);
    if (c->o->write_baseline)
        baseline_add(c->baseline, scope, &c->all);
    else if (!is_changed)
        return true;
    return baseline_write(c->baseline, c->baseline_path, err);
}

static bool use_baseline(struct check *c, struct err *err)
{
    const struct options *o = c->o;
    struct baseline_scope scope = {.root = c->loaded.found.root, .units = c->loaded.units,
                                   .n_units = c->loaded.n_units, .rules = &c->rules,
                                   .min_confidence = o->min_confidence, .min_level = o->severity};
    if (!c->baseline)
        return true;
    baseline_apply(c->baseline, &scope, &c->all, &c->in_baseline);
    if (!o->write_baseline && !o->prune_baseline)
        return true;
    if (!change_baseline(c, &scope, err))
        return false;
    c->in_baseline.stale = 0;
    return true;
}

/* ---- what is shown ---- */

/* The same job for the code as it was, up to its findings. */
static bool run_base(void *ctx, const struct options *o, const struct str_list *paths,
                     struct base_run *out, struct err *err)
{
    const struct check *now = ctx;
    struct check c = {.arena = now->arena, .o = o, .rules = now->rules};
    if (!load_discover(c.arena, o, paths, &c.loaded, err) ||
        (c.loaded.found.jobs.n > 0 && !load_units(c.arena, o, &c.loaded, err)) ||
        (c.loaded.n_units > 0 && !analyse(&c, err)))
        return false;
    suppress_apply(suppress_collect(c.arena, c.loaded.units, c.loaded.n_units), &c.all);
    findings_order(c.arena, &c.all);
    out->loaded = c.loaded;
    out->findings = c.all;
    return true;
}

static bool choose_shown(struct check *c, struct err *err)
{
    struct suppressions *s = suppress_collect(c->arena, c->loaded.units, c->loaded.n_units);
    suppress_apply(s, &c->all);
    suppress_judge(s, &c->rules, &c->notes);
    findings_order(c->arena, &c->all);
    findings_identify(c->arena, &c->all, c->loaded.found.root);
    if (!use_baseline(c, err) ||
        !introduced_mark(c->arena, c->o, &c->introduced, &c->paths, run_base, c, &c->all, err))
        return false;
    for (uint32_t i = 0; i < c->all.list.n; i++) {
        const struct finding *f = &c->all.list.v[i];
        if (f->is_old || !narrow_has(c->arena, &c->narrow, f))
            continue;
        if ((uint32_t)f->confidence < c->o->min_confidence)
            c->unsure++;
        else if ((uint32_t)f->level < c->o->severity)
            continue;
        else if (f->suppressed && !c->o->include_suppressed)
            c->suppressed++;
        else if (f->baselined && !c->o->include_suppressed && !c->o->show_baselined)
            c->baselined++;
        else
            vec_push(c->arena, &c->shown.list, *f);
    }
    ASSERT(c->shown.list.n + c->unsure + c->suppressed + c->baselined <= c->all.list.n);
    return true;
}

/* ---- output ---- */

/* The database is read once, and only what findings and formats need of it. */
static bool add_evidence(struct check *c, struct report *r, struct err *err)
{
    const char *workloads = guidance_workloads(c->arena, &c->shown);
    struct bench_results *measured = arena_new(c->arena, struct bench_results);
    struct bench_machine machine;
    struct evidence_note note;
    struct evidence e;
    bool wants_all = false, wants_units = false;
    for (uint32_t i = 0; i < c->targets.n; i++) {
        wants_all = wants_all || c->targets.v[i].format->wants_measured;
        wants_units = wants_units || c->targets.v[i].format->wants_units;
    }
    wants_units = wants_units && c->models && c->models->units.n;
    if (!wants_all && !workloads && !wants_units)
        return true;
    evidence_read(c->arena, bench_store_path(c->arena, c->o->bench.db),
                  wants_all || wants_units ? NULL : workloads, &e, &note);
    evidence_say(&note, c->o);
    guidance_apply(c->arena, &c->shown, &e);
    if (wants_units && !advise_units(c, &e, err))
        return false;
    if (wants_all) {
        struct bench_results *reference = arena_new(c->arena, struct bench_results);
        *reference = e.reference.results;
        r->reference = reference;
        r->reference_machine = e.reference.machine;
    }
    if (!wants_all || e.rows.n == 0)
        return true;
    results_group(c->arena, &e.rows, measured);
    machine_find(c->arena, &machine);
    r->measured = measured;
    r->machine = machine_describe(c->arena, &machine);
    return true;
}

/* Of the state of a repository, which no run knows but by asking. */
static bool wants_provenance(const struct check *c)
{
    for (uint32_t i = 0; i < c->targets.n; i++)
        if (c->targets.v[i].format->wants_provenance)
            return true;
    return false;
}

static void add_provenance(struct check *c, struct report *r)
{
    bool is_copy = c->introduced.is_on && c->introduced.root &&
                   !strcmp(c->introduced.root, r->root);
    if (wants_provenance(c))
        provenance_find(c->arena, is_copy ? c->introduced.top : r->root, &r->provenance);
}

static bool write_reports(struct check *c, int code, struct err *err)
{
    struct report r = {.findings = c->shown.list.v, .n = c->shown.list.n,
                       .hidden_suppressed = c->suppressed, .cwd = c->loaded.cwd,
                       .hidden_baselined = c->baselined, .baseline = c->baseline_path,
                       .hidden_in_base = c->introduced.n_before,
                       .root = c->loaded.found.root, .counts = c->account.counts,
                       .notices = c->account.notices.v, .n_notices = c->account.notices.n,
                       .is_complete = code != EXIT_FAILED, .exit_code = code,
                       .models = c->models,
                       .hides_units = c->o->quiet || c->narrow.is_on || c->introduced.is_on,
                       .libclang_version = parse_libclang_version(c->arena)};
    if (!add_evidence(c, &r, err))
        return false;
    add_provenance(c, &r);
    for (uint32_t i = 0; i < c->targets.n; i++) {
        const struct target *t = &c->targets.v[i];
        struct buf BUF_CLEANUP out = {0};
        bool to_stdout = !t->path || !strcmp(t->path, "-");
        r.color = to_stdout ? output_wants_color(c->o->color) : c->o->color == COLOR_ALWAYS;
        t->format->write(c->arena, &r, &out);
        replay_add_report(&c->replay, &out);
        if (!output_write(t->path, &out, err))
            return false;
    }
    return true;
}

/* Comments that do nothing are said; a missing reason only fails with --strict. */
static bool say_suppressions(struct check *c)
{
    bool is_fine = true;
    for (uint32_t i = 0; i < c->notes.list.n; i++) {
        const struct suppress_note *n = &c->notes.list.v[i];
        bool is_warning = n->kind <= SUPPRESS_NO_END;
        if (!narrow_has_file(c->arena, &c->narrow, n->file))
            continue;
        is_fine = is_fine && n->kind != SUPPRESS_NO_REASON;
        if (!is_warning && c->o->quiet)
            continue;
        say("%s:%u:%u: %s: %s", report_path(c->arena, c->loaded.cwd, n->file), n->line, n->col,
            is_warning ? "warning" : "note", n->text);
    }
    return is_fine;
}

static const char *findings_text(struct check *c)
{
    uint32_t levels[3] = {0}, files = 0;
    const struct finding *f = c->shown.list.v;
    for (uint32_t i = 0; i < c->shown.list.n; i++) {
        levels[f[i].level]++;
        files += i == 0 || strcmp(f[i].at.file, f[i - 1].at.file) != 0;
    }
    if (c->shown.list.n == 0)
        return "0 findings";
    struct buf BUF_CLEANUP kinds = {0};
    for (int level = LEVEL_ERROR; level >= LEVEL_NOTE; level--) {
        if (levels[level])
            buf_addf(&kinds, "%s%u %s", kinds.n ? ", " : "", levels[level],
                     level_name((enum level)level));
    }
    return arena_printf(c->arena, "%s (%s) in %s",
                        plural(c->arena, c->shown.list.n, "finding", "findings"), buf_str(&kinds),
                        plural(c->arena, files, "file", "files"));
}

/* Always said when there is a baseline: what is hidden is not forgotten. */
static void add_baseline(struct check *c, struct buf *line)
{
    uint32_t known = 0;
    if (!c->baseline)
        return;
    for (uint32_t i = 0; i < c->shown.list.n; i++)
        known += c->shown.list.v[i].baselined;
    buf_addf(line, ", %u in the baseline", c->baselined + known);
    if (c->in_baseline.stale)
        buf_addf(line, " (%s in it found no more: --prune-baseline)",
                 plural(c->arena, c->in_baseline.stale, "entry", "entries"));
}

static void say_stats(struct check *c)
{
    struct stats stats = {.loaded = &c->loaded, .account = &c->account, .all = &c->all,
                          .shown = &c->shown, .n_calls = c->n_calls};
    memcpy(stats.seconds, c->seconds, sizeof stats.seconds);
    memcpy(stats.cpu_seconds, c->cpu_seconds, sizeof stats.cpu_seconds);
    memcpy(stats.bytes, c->bytes, sizeof stats.bytes);
    stats_say(c->arena, &stats);
}

/* ---- commands ---- */

static int show_files(struct check *c)
{
    struct buf BUF_CLEANUP out = {0};
    for (uint32_t i = 0; i < c->loaded.found.jobs.n; i++) {
        const struct job *j = &c->loaded.found.jobs.v[i];
        buf_adds(&out, report_path(c->arena, c->loaded.cwd, j->file));
        for (uint32_t k = 0; c->o->verbose && k < j->n_flags; k++)
            buf_addf(&out, " %s", j->flags[k]);
        buf_addc(&out, '\n');
    }
    return output_text(&out);
}

static int dump_units(struct check *c)
{
    struct buf BUF_CLEANUP out = {0};
    for (uint32_t i = 0; i < c->loaded.n_units; i++)
        unit_dump(c->loaded.units[i], c->loaded.found.root, &out);
    return output_text(&out);
}

static int exit_code(struct check *c, bool has_reasons)
{
    if (c->loaded.n_units == 0 || has_named_failure(&c->loaded))
        return EXIT_FAILED;
    if (c->o->strict &&
        (!account_is_complete(&c->account) || c->loaded.n_skipped > 0 || !has_reasons))
        return EXIT_FAILED;
    for (uint32_t i = 0; i < c->shown.list.n; i++) {
        const struct finding *f = &c->shown.list.v[i];
        if (finding_is_open(f) && (uint32_t)f->level >= c->o->fail_on)
            return EXIT_FINDINGS;
    }
    return EXIT_CLEAN;
}

/* The summary in front of its time and behind it. */
static void summarise(struct check *c, struct buf *before, struct buf *after)
{
    const struct report_counts *n = &c->account.counts;
    buf_addf(before, "%s; %s, %u partial, ", findings_text(c),
             plural(c->arena, n->units, "translation unit", "translation units"), n->units_partial);
    if (n->units_failed)
        buf_addf(before, "%u not analysed, ", n->units_failed);
    buf_addf(before, "%s", plural(c->arena, n->functions, "function", "functions"));
    if (n->functions_partial || n->functions_failed)
        buf_addf(before, " (%u in part, %u not analysed%s)", n->functions_partial,
                 n->functions_failed, c->o->verbose ? "" : "; -v says why");
    if (c->suppressed)
        buf_addf(after, ", %u suppressed", c->suppressed);
    add_baseline(c, after);
    if (c->introduced.is_on && c->introduced.commit)
        buf_addf(after, ", %u in %s already", c->introduced.n_before, c->introduced.name);
    if (c->unsure && c->o->verbose)
        buf_addf(after, ", %u below --min-confidence", c->unsure);
}

static void say_summary(struct check *c, const struct buf *before, const struct buf *after)
{
    if (!c->o->quiet)
        say_plain(arena_printf(c->arena, "%s, %.1f s, %u from cache%s", buf_str(before),
                               seconds_now() - c->start_s, c->loaded.n_cached, buf_str(after)));
}

/* Nothing has changed since somebody has asked the same. */
static bool answer_again(struct check *c, int *code, struct err *err)
{
    struct replay *r = &c->replay;
    ASSERT(r->old.reports.n == c->targets.n);
    output_say_again(&r->old.said);
    for (uint32_t i = 0; i < c->targets.n; i++)
        if (!output_write(c->targets.v[i].path, &r->old.reports.v[i], err))
            return false;
    *code = r->old.code;
    say_summary(c, &r->old.before, &r->old.after);
    return true;
}

static bool answer(struct check *c, int *code, struct err *err)
{
    struct buf BUF_CLEANUP before = {0}, after = {0};
    replay_record(&c->replay);
    if (c->loaded.n_units > 0 && !analyse(c, err))
        return false;
    if (!choose_shown(c, err))
        return false;
    *code = exit_code(c, say_suppressions(c));
    stated_say(c->arena, &c->loaded, &c->stated);
    if (!write_reports(c, *code, err))
        return false;
    summarise(c, &before, &after);
    replay_keep(&c->replay, *code, buf_str(&before), buf_str(&after));
    say_summary(c, &before, &after);
    if (c->o->stats)
        say_stats(c);
    return true;
}

static bool run(struct check *c, int *code, struct err *err)
{
    if (!rules_select(&c->rules, c->o->select.v, c->o->select.n, c->o->ignore.v, c->o->ignore.n,
                      err) ||
        !choose_targets(c, err) || !narrow_init(c->arena, c->o, &c->narrow, &c->paths, err))
        return false;
    *code = EXIT_CLEAN;
    if (c->narrow.is_nothing) { /* whoever waits for a report gets one */
        c->loaded.cwd = c->loaded.found.root = cwd_get(c->arena);
        return write_reports(c, *code, err);
    }
    if (!load_discover(c->arena, c->o, &c->paths, &c->loaded, err) ||
        !introduced_open(c->arena, c->o, &c->introduced, err))
        return false;
    load_say_notes(c->arena, c->o, &c->loaded);
    if (c->loaded.found.jobs.n == 0) {
        *code = load_nothing(c->arena, &c->paths, &c->loaded);
        return true;
    }
    if (c->o->show_files) {
        *code = show_files(c);
        return true;
    }
    if (!open_baseline(c, err) || !load_units(c->arena, c->o, &c->loaded, err))
        return false;
    account_units(c->arena, c->o, &c->loaded, &c->account);
    if (c->o->dump_unit) {
        *code = c->loaded.n_units ? dump_units(c) : EXIT_FAILED;
        return true;
    }
    bool is_known = !wants_provenance(c) &&
                    replay_find(c->arena, c->o, &c->loaded, &c->paths, c->baseline_path,
                                &c->replay) &&
                    c->replay.old.reports.n == c->targets.n;
    bool ok = is_known ? answer_again(c, code, err) : answer(c, code, err);
    replay_release(&c->replay);
    return ok;
}

/* What is staged lies in no file: it is written out, and this is called again for that. */
static bool run_staged(struct arena *a, const struct options *o, int *code, struct err *err)
{
    const char *top = NULL;
    return introduced_top(a, o, &top, err) && hook_check_index(a, o, top, code, err);
}

int command_check(struct arena *a, const struct options *o)
{
    struct check c = {.arena = a, .o = o, .start_s = seconds_now()};
    struct err ERR_CLEANUP err = {0};
    int code = EXIT_FAILED;
    bool is_staged = o->changed_only == CHANGED_STAGED && !o->moved_from;
    if (!(is_staged ? run_staged(a, o, &code, &err) : run(&c, &code, &err))) {
        say("%s", buf_str(&err.text));
        return EXIT_FAILED;
    }
    return code;
}
