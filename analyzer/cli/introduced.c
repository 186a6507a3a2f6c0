/*
 * Findings are the same when their identity is (rule, path, function, entity), with renamed files
 * under the new name; as with a baseline, as many are old as there were. What is left over is
 * compared by place: a finding on a line that the change left alone, with the same rule and entity,
 * is old too, so that a renamed function wakes nothing.
 */
#include "cli/introduced.h"

#include <string.h>

#include "base/file.h"
#include "cli/commands.h"
#include "cli/git.h"
#include "cli/output.h"
#include "cli/tree.h"
#include "report/fingerprint.h"
#include "report/report.h"

enum { CONTEXT_LINES = 3 };

/* ---- what is compared ---- */

static const char *option_name(const struct options *o)
{
    return o->diff_base ? "--diff-base" : "--changed-only";
}

bool introduced_top(struct arena *a, const struct options *o, const char **top, struct err *err)
{
    static const char *const words[] = {"rev-parse", "--show-toplevel", NULL};
    const char *cwd = cwd_get(a), *dir = o->words.n ? path_normal(a, cwd, o->words.v[0]) : cwd;
    struct git_place where = {.dir = dir_exists(dir) ? dir : path_dir(a, dir), .is_quiet = true};
    struct err ERR_CLEANUP unused = {0};
    if (!git_line(a, &where, words, top, &unused))
        return err_set(err, "%s needs a git repository: git finds none at %s", option_name(o),
                       where.dir);
    *top = path_real(a, *top);
    return true;
}

static bool find_top(struct arena *a, const struct options *o, struct introduced *in,
                     struct err *err)
{
    in->top = o->moved_from;
    in->root = o->moved_to;
    if (o->moved_from)
        return true;
    if (!introduced_top(a, o, &in->top, err))
        return false;
    in->root = in->top;
    return true;
}

/* Says why a revision is not there, and what helps: most often it was never fetched. */
static bool no_commit(struct arena *a, const struct introduced *in, const char *what,
                      struct err *err)
{
    static const char *const words[] = {"rev-parse", "--is-shallow-repository", NULL};
    struct git_place where = {.dir = in->top, .is_quiet = true};
    struct err ERR_CLEANUP unused = {0};
    const char *line;
    bool is_shallow = git_line(a, &where, words, &line, &unused) && !strcmp(line, "true");
    return err_set(err, "--diff-base: %s in %s%s", what, in->top,
                   is_shallow ? "; the clone is shallow: fetch its history first (git fetch "
                                "--unshallow; GitHub: fetch-depth: 0; GitLab: GIT_DEPTH: 0)"
                              : "; perhaps it has to be fetched first");
}

static bool resolve(struct arena *a, struct introduced *in, const char *rev, const char **commit,
                    struct err *err)
{
    const char *wanted = arena_printf(a, "%s^{commit}", rev);
    const char *words[] = {"rev-parse", "--verify", "--quiet", wanted, NULL};
    struct git_place where = {.dir = in->top, .is_quiet = true};
    struct err ERR_CLEANUP unused = {0};
    if (*rev != '-' && git_line(a, &where, words, commit, &unused))
        return true;
    return no_commit(a, in, arena_printf(a, "there is no revision '%s'", rev), err);
}

/* "REV...": where the branch left REV, so that what REV got since then is not compared. */
static bool resolve_merge_base(struct arena *a, struct introduced *in, const char *rev,
                               struct err *err)
{
    const char *commit = NULL;
    if (!resolve(a, in, rev, &commit, err))
        return false;
    const char *words[] = {"merge-base", commit, "HEAD", NULL};
    struct git_place where = {.dir = in->top, .is_quiet = true};
    struct err ERR_CLEANUP unused = {0};
    if (git_line(a, &where, words, &in->commit, &unused))
        return true;
    return no_commit(a, in, arena_printf(a, "'%s' and HEAD have no common ancestor", rev), err);
}

static bool find_commit(struct arena *a, const struct options *o, struct introduced *in,
                        struct err *err)
{
    static const char *const head[] = {"rev-parse", "--verify", "--quiet", "HEAD^{commit}", NULL};
    struct git_place where = {.dir = in->top, .is_quiet = true};
    struct err ERR_CLEANUP unused = {0};
    in->name = o->diff_base ? o->diff_base : "HEAD";
    if (!o->diff_base) {
        if (!git_line(a, &where, head, &in->commit, &unused))
            in->commit = NULL; /* before the first commit everything is new */
        return true;
    }
    size_t n = strlen(in->name);
    if (n > 3 && !strcmp(in->name + n - 3, "..."))
        return resolve_merge_base(a, in, arena_strndup(a, in->name, n - 3), err);
    return resolve(a, in, in->name, &in->commit, err);
}

bool introduced_open(struct arena *a, const struct options *o, struct introduced *in,
                     struct err *err)
{
    memset(in, 0, sizeof *in);
    if (!o->diff_base && o->changed_only == CHANGED_NO) {
        if (o->diff_filter != FILTER_ANY)
            return err_set(err, "--diff-filter needs --diff-base or --changed-only");
        return true;
    }
    in->is_on = true;
    if (!find_top(a, o, in, err) || !find_commit(a, o, in, err))
        return false;
    ASSERT(in->top[0] == '/' && in->root[0] == '/');
    return !in->commit ||
           changes_read(a, in->top, in->commit, o->moved_from != NULL, &in->changes, err);
}

/* ---- the code as it was ---- */

static uint32_t count_incomplete(const struct loaded *l)
{
    uint32_t n = l->failed.n;
    for (uint32_t i = 0; i < l->n_units; i++)
        n += unit_info(l->units[i])->status != UNIT_OK;
    return n;
}

static void say_incomplete(struct arena *a, const struct options *o, const struct introduced *in,
                           const struct base_run *base)
{
    uint32_t n = count_incomplete(&base->loaded);
    if (o->stats)
        say("stats: %u of %s of %s from cache", base->loaded.n_cached,
            plural(a, base->loaded.n_units, "translation unit", "translation units"), in->name);
    if (n > 0 && !o->quiet)
        say("note: %s of %s could not be read completely; what is found there may be taken for "
            "new", plural(a, n, "translation unit", "translation units"), in->name);
}

static bool run_base(struct arena *a, const struct options *o, const struct introduced *in,
                     const struct str_list *paths, introduced_run *run, void *ctx,
                     struct base_run *base, struct err *err)
{
    struct options there = *o;
    struct str_list words = {0};
    struct tree tree;
    if (!tree_write(a, o, in->top, in->commit, &tree, err))
        return false;
    there.moved_from = in->top;
    there.moved_to = tree.path;
    if (!o->no_cache) /* not one of its own */
        there.cache_dir = load_cache_dir(a, o, in->top);
    for (uint32_t i = 0; i < paths->n; i++) {
        const char *path = tree_path(a, &tree, in->root, paths->v[i]);
        if (path)
            vec_push(a, &words, path);
    }
    if (paths->n == 0) {
        const char *path = tree_path(a, &tree, in->root, ".");
        if (path)
            vec_push(a, &words, path);
    }
    bool ok = words.n == 0 || run(ctx, &there, &words, base, err);
    for (uint32_t i = 0; ok && i < base->findings.list.n; i++) {
        struct finding *f = &base->findings.list.v[i];
        f->at.file = report_path(a, tree.path, f->at.file);
    }
    tree_remove(&tree);
    return ok || err_prefix(err, "%s", in->name);
}

/* ---- what is the same ---- */

struct matching {
    struct arena *arena;
    const struct options *o;
    struct introduced *in;
    struct map left;      /* by identity: how many of the base no finding was matched with */
    struct map left_here; /* the same by place */
};

static bool is_seen(const struct matching *m, const struct finding *f)
{
    return !f->suppressed && (uint32_t)f->confidence >= m->o->min_confidence;
}

static const struct change *change_of(const struct matching *m, const char *file)
{
    return file ? changes_after(&m->in->changes, report_path(m->arena, m->in->root, file)) : NULL;
}

static bool is_changed(const struct matching *m, const struct spot *s, uint32_t margin)
{
    return s->file && change_has_line(change_of(m, s->file), s->line, margin);
}

static bool has_changed_step(const struct matching *m, const struct step *steps, uint32_t n)
{
    for (uint32_t i = 0; i < n; i++) {
        if (is_changed(m, &steps[i].at, 0) || is_changed(m, &steps[i].via_at, 0))
            return true;
    }
    return false;
}

/* 0: the change touches nothing of it, 1: it touches the chain, 2: the place. */
static int how_changed(const struct matching *m, const struct finding *f)
{
    if (is_changed(m, &f->at, 0))
        return 2;
    bool any = has_changed_step(m, f->steps, f->n_steps);
    for (uint32_t i = 0; !any && i < f->n_sides; i++)
        any = is_changed(m, &f->sides[i].at, 0) ||
              has_changed_step(m, f->sides[i].steps, f->sides[i].n_steps);
    return any;
}

static uint64_t mix(uint64_t key, const char *s)
{
    return hash_mix(key, s ? hash64(s, strlen(s)) : 0);
}

static uint64_t place_key(const struct finding *f, const char *file, uint32_t line)
{
    return hash_mix(mix(mix(mix(0, f->rule), f->entity), file), line);
}

static void add_one(struct map *m, uint64_t key)
{
    uint32_t n = 0;
    (void)map_get(m, key, &n);
    map_set(m, key, n + 1);
}

static bool take_one(struct map *m, uint64_t key)
{
    uint32_t n = 0;
    if (!map_get(m, key, &n) || n == 0)
        return false;
    map_set(m, key, n - 1);
    return true;
}

static uint64_t identity_key(const struct finding *f)
{
    ASSERT(f->identity);
    return hash64(f->identity, strlen(f->identity));
}

/* Under the names that files have now. */
static void identify_base(const struct matching *m, struct findings *before,
                          struct findings *renamed)
{
    memset(renamed, 0, sizeof *renamed);
    for (uint32_t i = 0; i < before->list.n; i++) {
        struct finding f = before->list.v[i];
        const struct change *c = changes_before(&m->in->changes, f.at.file);
        f.at.file = path_join(m->arena, m->in->root, c && c->after ? c->after : f.at.file);
        vec_push(m->arena, &renamed->list, f);
    }
    findings_identify(m->arena, renamed, m->in->root);
}

static void match_identities(struct matching *m, struct findings *now)
{
    for (int touched = 0; touched <= 2; touched++) {
        for (uint32_t i = 0; i < now->list.n; i++) {
            struct finding *f = &now->list.v[i];
            if (is_seen(m, f) && !f->is_old && how_changed(m, f) == touched)
                f->is_old = take_one(&m->left, identity_key(f));
        }
    }
}

static void match_places(struct matching *m, const struct findings *before,
                         const struct findings *renamed, struct findings *now)
{
    for (uint32_t i = 0; i < before->list.n; i++) {
        const struct finding *f = &before->list.v[i];
        if (is_seen(m, f) && take_one(&m->left, identity_key(&renamed->list.v[i])))
            add_one(&m->left_here, place_key(f, f->at.file, f->at.line));
    }
    for (uint32_t i = 0; i < now->list.n; i++) {
        struct finding *f = &now->list.v[i];
        const struct change *c = change_of(m, f->at.file);
        uint32_t line = change_line_before(c, f->at.line);
        if (!is_seen(m, f) || f->is_old || line == 0)
            continue;
        const char *file = c ? c->before : report_path(m->arena, m->in->root, f->at.file);
        f->is_old = take_one(&m->left_here, place_key(f, file, line));
    }
}

static void match(struct matching *m, struct findings *before, struct findings *now)
{
    struct findings renamed;
    identify_base(m, before, &renamed);
    for (uint32_t i = 0; i < renamed.list.n; i++) {
        if (is_seen(m, &renamed.list.v[i]))
            add_one(&m->left, identity_key(&renamed.list.v[i]));
    }
    match_identities(m, now);
    match_places(m, before, &renamed, now);
    for (uint32_t i = 0; i < now->list.n; i++)
        m->in->n_before += now->list.v[i].is_old;
}

static bool passes_filter(const struct matching *m, const struct finding *f)
{
    if (!m->in->commit)
        return true;
    switch ((enum diff_filter)m->o->diff_filter) {
    case FILTER_ANY:
        return true;
    case FILTER_FILE:
        return change_of(m, f->at.file) != NULL;
    case FILTER_CONTEXT:
        return is_changed(m, &f->at, CONTEXT_LINES);
    case FILTER_ADDED:
        return is_changed(m, &f->at, 0);
    }
    BUG("diff filter");
}

bool introduced_mark(struct arena *a, const struct options *o, struct introduced *in,
                     const struct str_list *paths, introduced_run *run, void *ctx,
                     struct findings *findings, struct err *err)
{
    struct matching m = {.arena = a, .o = o, .in = in};
    struct base_run base;
    if (!in->is_on)
        return true;
    memset(&base, 0, sizeof base);
    map_init(&m.left, a);
    map_init(&m.left_here, a);
    if (in->commit && in->changes.list.n == 0) {
        for (uint32_t i = 0; i < findings->list.n; i++)
            findings->list.v[i].is_old = is_seen(&m, &findings->list.v[i]);
        in->n_before = findings->list.n;
        return true;
    }
    if (in->commit && !run_base(a, o, in, paths, run, ctx, &base, err))
        return false;
    say_incomplete(a, o, in, &base);
    match(&m, &base.findings, findings);
    for (uint32_t i = 0; i < findings->list.n; i++) {
        struct finding *f = &findings->list.v[i];
        f->is_old = f->is_old || !passes_filter(&m, f);
    }
    return true;
}
