/*
 * concadvise hook: a pre-commit hook for plain git. What is going to be committed can differ from
 * the files of the work tree, so the index is written out, and that copy is checked in its place;
 * --changed-only=staged does the same.
 */
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "advise/baseline.h"
#include "base/file.h"
#include "cli/commands.h"
#include "cli/config.h"
#include "cli/git.h"
#include "cli/hook.h"
#include "cli/load.h"
#include "cli/output.h"
#include "cli/tree.h"
#include "discover/command.h"

enum { HOOK_MAX = 1 << 20 };

static const char MARK[] = "# Made by 'concadvise hook install'; 'concadvise hook uninstall' "
                           "removes it.";

static bool git_path(struct arena *a, const char *name, const char **path, struct err *err)
{
    const char *words[] = {"rev-parse", "--git-path", name, NULL};
    if (!git_line(a, NULL, words, path, err))
        return false;
    *path = path_normal(a, cwd_get(a), *path);
    return true;
}

/* ---- install, uninstall ---- */

enum owner { OWNER_NONE, OWNER_US, OWNER_OTHER };

static enum owner owner_of(struct arena *a, const char *hook)
{
    struct stat st;
    struct bytes text;
    struct err ERR_CLEANUP err = {0};
    if (lstat(hook, &st) != 0)
        return OWNER_NONE;
    if (!S_ISREG(st.st_mode) || !file_read(a, hook, HOOK_MAX, &text, &err))
        return OWNER_OTHER;
    return strstr(text.p, MARK) ? OWNER_US : OWNER_OTHER;
}

static void add_quoted(struct buf *out, const char *s)
{
    buf_addc(out, '\'');
    for (; *s; s++)
        buf_adds(out, *s == '\'' ? "'\\''" : (const char[]){*s, '\0'});
    buf_addc(out, '\'');
}

static bool install(struct arena *a, const char *hook, struct err *err)
{
    struct buf BUF_CLEANUP out = {0};
    if (owner_of(a, hook) == OWNER_OTHER)
        return err_set(err, "%s is there already; add the line `concadvise hook run` to it", hook);
    if (!dir_make(a, path_dir(a, hook)))
        return err_set(err, "cannot make %s: %s", path_dir(a, hook), strerror(errno));
    buf_addf(&out, "#!/bin/sh\n%s\ntool=", MARK);
    add_quoted(&out, path_real(a, "/proc/self/exe"));
    buf_adds(&out, "\n[ -x \"$tool\" ] || tool=concadvise\nexec \"$tool\" hook run\n");
    if (!file_write_atomic(hook, out.s, out.n, err))
        return false;
    if (chmod(hook, 0755) != 0)
        return err_set(err, "cannot make %s executable: %s", hook, strerror(errno));
    say("installed %s", hook);
    return true;
}

static bool uninstall(struct arena *a, const char *hook, struct err *err)
{
    switch (owner_of(a, hook)) {
    case OWNER_NONE:
        say("no hook at %s", hook);
        return true;
    case OWNER_OTHER:
        return err_set(err, "%s is not ours: it stays", hook);
    case OWNER_US:
        break;
    }
    if (unlink(hook) != 0)
        return err_set(err, "cannot remove %s: %s", hook, strerror(errno));
    say("removed %s", hook);
    return true;
}

/* ---- run ---- */

static bool staged_files(struct arena *a, struct str_list *files, struct err *err)
{
    static const char *const words[] = {"diff", "--cached", "--name-only", "-z", "--no-renames",
                                        "--diff-filter=ACM", NULL};
    struct buf BUF_CLEANUP out = {0};
    if (!git_run(a, NULL, words, &out, err))
        return false;
    const char *s = buf_str(&out);
    for (size_t i = 0; i < out.n; i += strlen(s + i) + 1) {
        if (file_is_c(s + i) || file_is_header(s + i))
            vec_push(a, files, arena_strdup(a, s + i));
    }
    return true;
}

/* What is not in the index (a build directory, say) is where it always was. */
static const char *or_in_place(struct arena *a, const struct options *o, const char *path)
{
    if (!path || !path_inside(o->moved_to, path) || access(path, F_OK) == 0)
        return path;
    return path_join(a, o->moved_from, path_relative(a, o->moved_to, path));
}

static void use_baseline(struct arena *a, struct options *o)
{
    const char *baseline = path_join(a, o->moved_from, BASELINE_NAME);
    if (!o->baseline && !file_exists(path_join(a, o->moved_to, BASELINE_NAME)) &&
        file_exists(baseline))
        o->baseline = baseline;
}

static bool check_options(struct arena *a, struct options *o, struct err *err)
{
    const char *config = path_join(a, o->moved_from, ".concadvise.json");
    const char *cwd = cwd_get(a);
    o->command = CMD_CHECK;
    o->whole_project = true;
    o->quiet = true;
    if (!o->config && !file_exists(path_join(a, o->moved_to, ".concadvise.json")) &&
        file_exists(config))
        o->config = config;
    if (!config_apply(a, o, err))
        return false;
    o->build_dir = o->build_dir ? or_in_place(a, o, path_normal(a, cwd, o->build_dir)) : NULL;
    o->baseline = o->baseline ? or_in_place(a, o, path_normal(a, cwd, o->baseline)) : NULL;
    use_baseline(a, o);
    if (o->cache_dir && path_inside(o->moved_to, path_normal(a, cwd, o->cache_dir)))
        o->cache_dir = path_join(a, o->moved_from,
                                 path_relative(a, o->moved_to, path_normal(a, cwd, o->cache_dir)));
    else if (!o->no_cache)
        o->cache_dir = load_cache_dir(a, o, o->moved_from);
    return true;
}

/* Links are changed as places, not as code: where they lead may be outside of the tree. */
static void keep_files(struct str_list *files)
{
    uint32_t kept = 0;
    struct stat st;
    for (uint32_t i = 0; i < files->n; i++) {
        if (lstat(files->v[i], &st) == 0 && S_ISREG(st.st_mode))
            files->v[kept++] = files->v[i];
    }
    files->n = kept;
}

static bool check_tree(struct arena *a, struct options *o, int *code, struct err *err)
{
    if (chdir(o->moved_to) != 0)
        return err_set(err, "%s: %s", o->moved_to, strerror(errno));
    keep_files(&o->words);
    bool ok = check_options(a, o, err);
    if (ok && o->words.n > 0)
        *code = command_check(a, o);
    if (chdir(o->moved_from) != 0)
        return err_set(err, "%s: %s", o->moved_from, strerror(errno));
    return ok;
}

static bool run(struct arena *a, const struct options *given, int *code, struct err *err)
{
    static const char *const top[] = {"rev-parse", "--show-toplevel", NULL};
    struct options o = *given;
    struct tree tree;
    memset(&o.words, 0, sizeof o.words);
    if (!git_line(a, NULL, top, &o.moved_from, err))
        return false;
    if (chdir(o.moved_from) != 0)
        return err_set(err, "%s: %s", o.moved_from, strerror(errno));
    if (!staged_files(a, &o.words, err))
        return false;
    ASSERT(o.moved_from[0] == '/');
    *code = EXIT_CLEAN;
    if (o.words.n == 0)
        return true;
    if (!tree_write(a, &o, o.moved_from, NULL, &tree, err))
        return false;
    o.moved_to = tree.path;
    bool ok = check_tree(a, &o, code, err);
    tree_remove(&tree);
    if (ok && *code == EXIT_FINDINGS)
        say("the commit is stopped by what is above; --no-verify commits it nevertheless");
    return ok;
}

/* ---- what is staged, by the options of check ---- */

static bool move_words(struct arena *a, const struct tree *t, struct options *o, struct err *err)
{
    struct str_list given = o->words;
    memset(&o->words, 0, sizeof o->words);
    if (given.n == 0)
        vec_push(a, &given, ".");
    for (uint32_t i = 0; i < given.n; i++) {
        const char *path = tree_path(a, t, o->moved_from, given.v[i]);
        if (!path)
            return err_set(err, "--changed-only=staged: %s is not in the index of %s", given.v[i],
                           o->moved_from);
        vec_push(a, &o->words, path);
    }
    return true;
}

/* Places that the command line names are those of the working directory. */
static void fix_places(struct arena *a, struct options *o)
{
    const char **places[] = {&o->build_dir, &o->baseline, &o->output, &o->cache_dir};
    const char *cwd = cwd_get(a);
    if (!o->cache_dir && !o->no_cache)
        o->cache_dir = load_cache_dir(a, o, o->moved_from);
    for (size_t i = 0; i < sizeof places / sizeof places[0]; i++) {
        if (*places[i] && strcmp(*places[i], "-") != 0)
            *places[i] = path_normal(a, cwd, *places[i]);
    }
    for (uint32_t i = 0; i < o->formats.n; i++) {
        size_t n = strcspn(o->formats.v[i], ":");
        if (o->formats.v[i][n] && strcmp(o->formats.v[i] + n, ":-") != 0)
            o->formats.v[i] = arena_printf(a, "%.*s:%s", (int)n, o->formats.v[i],
                                           path_normal(a, cwd, o->formats.v[i] + n + 1));
    }
}

bool hook_check_index(struct arena *a, const struct options *given, const char *top, int *code,
                      struct err *err)
{
    struct options o = *given;
    const char *cwd = cwd_get(a);
    struct tree tree;
    o.moved_from = top;
    fix_places(a, &o);
    if (!tree_write(a, &o, top, NULL, &tree, err))
        return false;
    o.moved_to = tree.path;
    bool ok = move_words(a, &tree, &o, err);
    const char *there = ok ? tree_path(a, &tree, top, cwd) : NULL;
    use_baseline(a, &o);
    if (ok && chdir(there ? there : tree.path) != 0)
        ok = err_set(err, "%s: %s", tree.path, strerror(errno));
    if (ok)
        *code = command_check(a, &o);
    if (chdir(cwd) != 0 && ok)
        ok = err_set(err, "%s: %s", cwd, strerror(errno));
    tree_remove(&tree);
    return ok;
}

/* ---- the command ---- */

/* Options are for 'hook run': the installed hook has none, its project has .concadvise.json. */
static bool refuse_options(const struct options *o, const char *what, struct err *err)
{
    for (uint32_t i = 0; i < OPTION_TABLE_N; i++) {
        const struct option_spec *s = &OPTION_TABLE[i];
        bool is_talk = s->offset == offsetof(struct options, quiet) ||
                       s->offset == offsetof(struct options, verbose);
        if (o->given[i] && (s->group & ~(uint32_t)CLI_ONLY) <= GROUP_RUN && !is_talk)
            return err_set(err, "hook %s takes no --%s; what the hook has to know belongs into "
                                ".concadvise.json", what, s->name);
    }
    return true;
}

int command_hook(struct arena *a, const struct options *o)
{
    const char *what = o->words.n == 1 ? o->words.v[0] : "", *hooks;
    bool is_install = !strcmp(what, "install"), is_uninstall = !strcmp(what, "uninstall");
    struct err ERR_CLEANUP err = {0};
    int code = EXIT_CLEAN;
    bool ok;
    if (!strcmp(what, "run"))
        ok = run(a, o, &code, &err);
    else if (!is_install && !is_uninstall)
        ok = err_set(&err, "hook: install, uninstall or run?");
    else if (!refuse_options(o, what, &err))
        ok = false;
    else if (!git_path(a, "hooks", &hooks, &err))
        ok = false;
    else
        ok = (is_install ? install : uninstall)(a, path_join(a, hooks, "pre-commit"), &err);
    if (ok)
        return code;
    say("%s", buf_str(&err.text));
    return EXIT_FAILED;
}
