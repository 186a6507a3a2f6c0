/* Whole requests on small trees made for the purpose: which jobs, which flags, which notes. */
#include <ftw.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/file.h"
#include "discover/discover.h"

struct fixture {
    struct arena arena;
    char dir[64];
    struct err err;
    struct discovered found;
};

static int set_up(void **state)
{
    struct fixture *f = calloc(1, sizeof *f);
    assert_non_null(f);
    arena_init(&f->arena);
    (void)snprintf(f->dir, sizeof f->dir, "/tmp/concadvise-jobs-XXXXXX");
    assert_non_null(mkdtemp(f->dir));
    *state = f;
    return 0;
}

static int remove_one(const char *path, const struct stat *st, int type, struct FTW *ftw)
{
    (void)st;
    (void)type;
    (void)ftw;
    return remove(path);
}

static int tear_down(void **state)
{
    struct fixture *f = *state;
    assert_int_equal(nftw(f->dir, remove_one, 16, FTW_DEPTH | FTW_PHYS), 0);
    err_release(&f->err);
    arena_release(&f->arena);
    free(f);
    return 0;
}

static const char *in(struct fixture *f, const char *name)
{
    return path_normal(&f->arena, f->dir, name);
}

static void make_dirs(struct fixture *f, const char *path)
{
    if (strcmp(path, f->dir) == 0 || dir_exists(path))
        return;
    make_dirs(f, path_dir(&f->arena, path));
    assert_int_equal(mkdir(path, 0777), 0);
}

static void put(struct fixture *f, const char *name, const char *text)
{
    struct err e ERR_CLEANUP = {0};
    const char *path = in(f, name);
    make_dirs(f, path_dir(&f->arena, path));
    assert_true(file_write_atomic(path, text, strlen(text), &e));
}

/* "@" in the text stands for the fixture's directory. */
static void put_at(struct fixture *f, const char *name, const char *text)
{
    struct buf out BUF_CLEANUP = {0};
    for (; *text; text++) {
        if (*text == '@')
            buf_adds(&out, f->dir);
        else
            buf_addc(&out, *text);
    }
    put(f, name, buf_str(&out));
}

static bool ask(struct fixture *f, const char *path, struct discover_request req)
{
    const char *paths[] = {path ? in(f, path) : NULL};
    req.paths = paths;
    req.n_paths = 1;
    return discover(&f->arena, &req, &f->found, &f->err);
}

/* "file: flags" of every job, one a line, with the fixture's directory as "@". */
static const char *jobs_text(struct fixture *f)
{
    struct buf text BUF_CLEANUP = {0}, out BUF_CLEANUP = {0};
    for (uint32_t i = 0; i < f->found.jobs.n; i++) {
        const struct job *j = &f->found.jobs.v[i];
        buf_addf(&text, "%s:", j->file);
        for (uint32_t k = 0; k < j->n_flags; k++)
            buf_addf(&text, " %s", j->flags[k]);
        buf_addc(&text, '\n');
        assert_null(j->flags[j->n_flags]);
    }
    size_t n = strlen(f->dir);
    for (const char *p = buf_str(&text); *p;) {
        bool is_dir = strncmp(p, f->dir, n) == 0;
        buf_addc(&out, is_dir ? '@' : *p);
        p += is_dir ? n : 1;
    }
    return arena_strdup(&f->arena, buf_str(&out));
}

static const struct discover_note *note_of(const struct fixture *f, enum discover_note_kind kind)
{
    for (uint32_t i = 0; i < f->found.notes.n; i++)
        if (f->found.notes.v[i].kind == kind)
            return &f->found.notes.v[i];
    return NULL;
}

static const struct discover_request nothing;

static void test_both_database_forms(void **state)
{
    struct fixture *f = *state;
    put(f, "p/.git/HEAD", "");
    put(f, "p/src/a.c", "");
    put(f, "p/src/b.c", "");
    put_at(f, "p/build/compile_commands.json",
           "[{\"directory\":\"@/p/build\",\"command\":\"cc -I../inc "
           "-DN='\\\"x y\\\"' -c ../src/b.c\","
           "\"file\":\"../src/b.c\"},"
           "{\"directory\":\"@/p/build\",\"arguments\":[\"cc\",\"-I\",\"i\",\"-c\",\"x\"],"
           "\"file\":\"@/p/src/a.c\",\"output\":\"a.o\"}]");
    assert_true(ask(f, "p/src", nothing));
    assert_string_equal(jobs_text(f), "@/p/src/a.c: -I@/p/build/i\n"
                                      "@/p/src/b.c: -I@/p/inc -DN=\"x y\"\n");
    assert_string_equal(f->found.database, in(f, "p/build/compile_commands.json"));
    assert_string_equal(f->found.root, in(f, "p"));
    assert_string_equal(f->found.jobs.v[0].directory, in(f, "p/build"));
    assert_int_equal(f->found.jobs.v[0].from, FLAGS_FROM_DATABASE);
    assert_non_null(note_of(f, NOTE_DATABASE_USED));
}

static void test_only_c_below_the_path_and_on_disk(void **state)
{
    struct fixture *f = *state;
    put(f, "p/.git/HEAD", "");
    put(f, "p/src/a.c", "");
    put(f, "p/src/c.cpp", "");
    put(f, "p/other/o.c", "");
    put_at(f, "p/compile_commands.json",
           "[{\"directory\":\"@/p\",\"command\":\"cc -DA\",\"file\":\"src/a.c\"},"
           "{\"directory\":\"@/p\",\"command\":\"cc -DA -O2\",\"file\":\"src/a.c\"},"
           "{\"directory\":\"@/p\",\"command\":\"cc -DB\",\"file\":\"src/a.c\"},"
           "{\"directory\":\"@/p\",\"command\":\"g++\",\"file\":\"src/c.cpp\"},"
           "{\"directory\":\"@/p\",\"command\":\"cc\",\"file\":\"src/gone1.c\"},"
           "{\"directory\":\"@/p\",\"command\":\"cc\",\"file\":\"src/gone2.c\"},"
           "{\"directory\":\"@/p\"},42,"
           "{\"directory\":\"@/p\",\"command\":\"cc\",\"file\":\"other/o.c\"}]");
    assert_true(ask(f, "p/src", nothing));
    assert_string_equal(jobs_text(f), "@/p/src/a.c: -DA\n@/p/src/a.c: -DB\n");
    const struct discover_note *gone = note_of(f, NOTE_FILE_GONE);
    assert_non_null(gone);
    assert_int_equal(gone->count, 2);
    assert_string_equal(gone->text, in(f, "p/src/gone1.c"));
    assert_non_null(note_of(f, NOTE_BAD_ENTRY));
    assert_int_equal(note_of(f, NOTE_BAD_ENTRY)->count, 2);
}

static void test_named_file_without_entry(void **state)
{
    struct fixture *f = *state;
    put(f, "p/.git/HEAD", "");
    put(f, "p/lib/a.c", "");
    put(f, "p/src/b.c", "");
    put(f, "p/src/new.c", "");
    put_at(f, "p/compile_commands.json",
           "[{\"directory\":\"@/p\",\"command\":\"cc -DLIB\",\"file\":\"lib/a.c\"},"
           "{\"directory\":\"@/p\",\"command\":\"cc -DSRC\",\"file\":\"src/b.c\"}]");
    assert_true(ask(f, "p/src/new.c", nothing));
    assert_string_equal(jobs_text(f), "@/p/src/new.c: -DSRC\n");
    assert_int_equal(f->found.jobs.v[0].from, FLAGS_GUESSED);
    assert_int_equal(f->found.n_named_files, 1);
    assert_int_equal(f->found.n_named_not_c, 0);
}

/* A directory that the build leaves out is still looked at when asked for. */
static void test_directory_without_entries(void **state)
{
    struct fixture *f = *state;
    put(f, "p/.git/HEAD", "");
    put(f, "p/src/b.c", "");
    put(f, "p/samples/s.c", "");
    put_at(f, "p/compile_commands.json",
           "[{\"directory\":\"@/p\",\"command\":\"cc -DSRC\",\"file\":\"src/b.c\"}]");
    assert_true(ask(f, "p/samples", nothing));
    assert_string_equal(jobs_text(f), "@/p/samples/s.c: -DSRC\n");
}

static void test_named_database_must_be_good(void **state)
{
    struct fixture *f = *state;
    struct discover_request req = {.build_dir = in(f, "b")};
    put(f, "a.c", "");
    assert_false(ask(f, "a.c", req));
    assert_non_null(strstr(buf_str(&f->err.text), "/b"));
    put(f, "b/compile_commands.json", "[{]");
    err_release(&f->err);
    assert_false(ask(f, "a.c", req));
    assert_non_null(strstr(buf_str(&f->err.text), "not JSON"));
    put(f, "b/compile_commands.json", "{}");
    err_release(&f->err);
    assert_false(ask(f, "a.c", req));
    assert_non_null(strstr(buf_str(&f->err.text), "not a compile database"));
}

static void test_found_database_may_be_bad(void **state)
{
    struct fixture *f = *state;
    put(f, "p/.git/HEAD", "");
    put(f, "p/a.c", "");
    put(f, "p/compile_commands.json", "nonsense");
    assert_true(ask(f, "p", nothing));
    assert_int_equal(f->found.jobs.n, 1);
    assert_null(f->found.database);
    assert_non_null(note_of(f, NOTE_BAD_ENTRY));
    assert_non_null(note_of(f, NOTE_NO_DATABASE));
}

static void test_other_projects_database_is_not_taken(void **state)
{
    struct fixture *f = *state;
    put(f, "mine/a.c", "");
    put_at(f, "compile_commands.json",
           "[{\"directory\":\"@\",\"command\":\"cc -DOTHER\",\"file\":\"other/b.c\"}]");
    assert_true(ask(f, "mine", nothing));
    assert_null(f->found.database);
    assert_int_equal(f->found.jobs.n, 1);
    assert_int_equal(f->found.jobs.v[0].from, FLAGS_GUESSED);
}

static void test_user_flags(void **state)
{
    struct fixture *f = *state;
    const char *flags[] = {"-I", "/inc", "-DX", "-MD", "-o", "x.o"};
    const char *extra[] = {"-DAFTER", "-MF"}, *before[] = {"-DBEFORE"}, *removed[] = {"-DX"};
    struct discover_request req = {.user_flags = flags, .n_user_flags = 6, .have_user_flags = true};
    put(f, "a.c", "");
    assert_true(ask(f, "a.c", req));
    assert_string_equal(jobs_text(f), "@/a.c: -I/inc -DX\n");
    assert_int_equal(f->found.jobs.v[0].from, FLAGS_FROM_USER);
    req.extra_after = extra;
    req.n_extra_after = 1;
    req.extra_before = before;
    req.n_extra_before = 1;
    req.removed = removed;
    req.n_removed = 1;
    assert_true(ask(f, "a.c", req));
    assert_string_equal(jobs_text(f), "@/a.c: -DBEFORE -I/inc -DAFTER\n");
}

static void test_walk(void **state)
{
    struct fixture *f = *state;
    const char *excludes[] = {"third*", "x/skip.c"};
    struct discover_request req = {.have_user_flags = true, .excludes = excludes, .n_excludes = 2};
    put(f, "p/.git/hidden.c", "");
    put(f, "p/x/a.c", "");
    put(f, "p/x/skip.c", "");
    put(f, "p/x/b.h", "");
    put(f, "p/x/CMakeFiles/id.c", "");
    put(f, "p/third_party/t.c", "");
    put(f, "outside.c", "");
    assert_int_equal(symlink("..", in(f, "p/x/loop")), 0);
    assert_int_equal(symlink("a.c", in(f, "p/x/same.c")), 0);
    assert_int_equal(symlink("../../outside.c", in(f, "p/x/linked.c")), 0);
    assert_int_equal(symlink("nowhere.c", in(f, "p/x/dangling.c")), 0);
    assert_true(ask(f, "p", req));
    assert_string_equal(jobs_text(f), "@/p/x/a.c:\n@/p/x/linked.c:\n");
}

static void test_not_c_is_no_error(void **state)
{
    struct fixture *f = *state;
    put(f, "x.h", "");
    put(f, "README", "");
    assert_true(ask(f, "x.h", nothing));
    assert_int_equal(f->found.jobs.n, 0);
    assert_int_equal(f->found.n_named_files, 1);
    assert_int_equal(f->found.n_named_not_c, 1);
    assert_true(ask(f, "README", nothing));
    assert_int_equal(f->found.n_named_not_c, 1);
    assert_non_null(note_of(f, NOTE_NOT_C));
    assert_false(ask(f, "missing.c", nothing));
    assert_non_null(strstr(buf_str(&f->err.text), "missing.c"));
}

static void test_guessed_directories(void **state)
{
    struct fixture *f = *state;
    put(f, "p/.git/HEAD", "");
    put(f, "p/src/main.c", "#include \"own.h\"\n #  include <api/api.h>\n#include \"deep.h\"\n"
                           "#include <stdio.h>\n#include \"../rel/r.h\"\n#include <odd.h>\n");
    put(f, "p/src/own.h", "");
    put(f, "p/rel/r.h", "#include <far.h>\n");
    put(f, "p/public/api/api.h", "#include \"second.h\"");
    put(f, "p/src/x/y/deep.h", "");
    put(f, "p/more/second.h", "");
    put(f, "p/unused/never.h", "");
    put(f, "p/far/far.h", "");
    put(f, "p/compat/odd.h", "");
    put(f, "p/compat/stdio.h", "");
    put(f, "p/config.h", "");
    assert_true(ask(f, "p/src", nothing));
    assert_string_equal(jobs_text(f),
                        "@/p/src/main.c: -iquote @/p/src -iquote @/p/src/x/y -iquote @/p/more "
                        "-I@/p/far -I@/p/public -idirafter @/p/compat -D_GNU_SOURCE "
                        "-DHAVE_CONFIG_H\n");
}

/* No config.h was made: what it would have said about this machine is found out. */
static void test_macros_of_a_missing_config_h(void **state)
{
    struct fixture *f = *state;
    put(f, "p/.git/HEAD", "");
    put(f, "p/a.c", "#ifdef HAVE_CONFIG_H\n#include \"config.h\"\n#endif\n"
                    "#ifdef HAVE_STDIO_H\n#include <stdio.h>\n#endif\n"
                    "#if defined(HAVE_NO_SUCH_H)\n#include <no/such.h>\n#endif\n"
                    "#if HAVE_STRDUP && !HAVE_NO_SUCH_FUNCTION && HAVE_SOCKLEN_T\n#endif\n"
                    "#if 0\n#elif SIZEOF_CHAR == 1\n#endif\n");
    assert_true(ask(f, "p", nothing));
    assert_string_equal(jobs_text(f),
                        "@/p/a.c: -D_GNU_SOURCE -DHAVE_SOCKLEN_T=1 -DHAVE_STDIO_H=1 "
                        "-DHAVE_STRDUP=1 -DSIZEOF_CHAR=1 -include stdbool.h -include inttypes.h\n");
}

static void test_same_jobs_through_a_link(void **state)
{
    struct fixture *f = *state;
    put(f, "real/.git/HEAD", "");
    put(f, "real/a.c", "");
    assert_int_equal(symlink("real", in(f, "link")), 0);
    put_at(f, "real/compile_commands.json",
           "[{\"directory\":\"@/real\",\"command\":\"cc -DR\",\"file\":\"a.c\"}]");
    assert_true(ask(f, "link", nothing));
    assert_string_equal(jobs_text(f), "@/real/a.c: -DR\n");
    assert_string_equal(f->found.root, in(f, "real"));
}

int main(void)
{
#define CASE(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        CASE(test_both_database_forms),
        CASE(test_only_c_below_the_path_and_on_disk),
        CASE(test_named_file_without_entry),
        CASE(test_directory_without_entries),
        CASE(test_named_database_must_be_good),
        CASE(test_found_database_may_be_bad),
        CASE(test_other_projects_database_is_not_taken),
        CASE(test_user_flags),
        CASE(test_walk),
        CASE(test_not_c_is_no_error),
        CASE(test_guessed_directories),
        CASE(test_macros_of_a_missing_config_h),
        CASE(test_same_jobs_through_a_link),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
