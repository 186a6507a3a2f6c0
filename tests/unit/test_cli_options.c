/* The command line: values, choices, lists, commands, hints, file lists; help and manual agree. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/cpus.h"
#include "base/file.h"
#include "cli/options.h"

enum { MAX_WORDS = 16 };

struct fixture {
    struct arena arena;
    struct options o;
    struct err err;
};

/* Words are separated by one space. */
static bool parse(struct fixture *f, const char *line)
{
    char *argv[MAX_WORDS + 2];
    int argc = 0;
    static char program[] = "concadvise";
    argv[argc++] = program;
    char *copy = arena_strdup(&f->arena, line), *save = NULL;
    for (char *w = strtok_r(copy, " ", &save); w; w = strtok_r(NULL, " ", &save)) {
        assert_true(argc <= MAX_WORDS);
        argv[argc++] = w;
    }
    argv[argc] = NULL;
    err_release(&f->err);
    memset(&f->err, 0, sizeof f->err);
    return options_parse(&f->arena, argc, argv, &f->o, &f->err);
}

static int setup(void **state)
{
    static struct fixture f;
    memset(&f, 0, sizeof f);
    arena_init(&f.arena);
    *state = &f;
    return 0;
}

static int teardown(void **state)
{
    struct fixture *f = *state;
    err_release(&f->err);
    arena_release(&f->arena);
    return 0;
}

static void test_defaults(void **state)
{
    struct fixture *f = *state;
    assert_true(parse(f, ""));
    assert_int_equal(f->o.command, CMD_CHECK);
    assert_int_equal(f->o.min_confidence, 1);
    assert_int_equal(f->o.fail_on, FAIL_WARNING);
    assert_int_equal(f->o.words.n, 0);
    assert_false(f->o.have_cflags);
    assert_false(f->o.have_jobs);
}

static void test_values(void **state)
{
    struct fixture *f = *state;
    assert_true(parse(f, "-p build --extra-arg=-DX --extra-arg -DY -j3 src --severity=error"));
    assert_string_equal(f->o.build_dir, "build");
    assert_int_equal(f->o.extra_args.n, 2);
    assert_string_equal(f->o.extra_args.v[1], "-DY");
    assert_int_equal(f->o.jobs, 3);
    assert_true(f->o.have_jobs);
    assert_int_equal(f->o.severity, 2);
    assert_int_equal(f->o.words.n, 1);
    assert_true(parse(f, "-p=out -qvv"));
    assert_string_equal(f->o.build_dir, "out");
    assert_true(f->o.quiet);
    assert_int_equal(f->o.verbose, 2);
    assert_true(parse(f, "--rule CA101 --select=CA1"));
    assert_int_equal(f->o.select.n, 2);
}

static void test_compiler_flags(void **state)
{
    struct fixture *f = *state;
    assert_true(parse(f, "a.c -- -I inc --unknown"));
    assert_true(f->o.have_cflags);
    assert_int_equal(f->o.cflags.n, 3);
    assert_int_equal(f->o.words.n, 1);
    assert_true(parse(f, "a.c --"));
    assert_true(f->o.have_cflags);
    assert_int_equal(f->o.cflags.n, 0);
    assert_false(parse(f, "a.c -p -- -DX"));
}

static void test_commands(void **state)
{
    struct fixture *f = *state;
    assert_true(parse(f, "graph main src --depth=2"));
    assert_int_equal(f->o.command, CMD_GRAPH);
    assert_int_equal(f->o.words.n, 2);
    assert_int_equal(f->o.depth, 2);
    assert_true(parse(f, "check graph -v"));
    assert_int_equal(f->o.command, CMD_CHECK);
    assert_string_equal(f->o.words.v[0], "graph");
    assert_false(parse(f, "-v graph"));
    assert_non_null(strstr(buf_str(&f->err.text), "the command comes first"));
    assert_true(parse(f, "./graph"));
    assert_int_equal(f->o.command, CMD_CHECK);
    assert_true(parse(f, "src check"));
    assert_int_equal(f->o.words.n, 2);
}

static void test_mistakes(void **state)
{
    struct fixture *f = *state;
    assert_false(parse(f, "--selct=CA101"));
    assert_non_null(strstr(buf_str(&f->err.text), "did you mean '--select'"));
    assert_false(parse(f, "--zzzzzzzz"));
    assert_non_null(strstr(buf_str(&f->err.text), "--help"));
    assert_false(parse(f, "-Z"));
    assert_false(parse(f, "--quiet=yes"));
    assert_false(parse(f, "--severity=loud"));
    assert_non_null(strstr(buf_str(&f->err.text), "note|warning|error"));
    assert_false(parse(f, "-j many"));
    assert_false(parse(f, "-j -1"));
    assert_false(parse(f, "-j 99999999999999999999"));
    assert_false(parse(f, "--output"));
    assert_false(parse(f, "--output="));
}

static void test_choices_need_the_whole_word(void **state)
{
    struct fixture *f = *state;
    assert_false(parse(f, "--color=auto|always"));
    assert_false(parse(f, "--color=al"));
    assert_true(parse(f, "--color=never"));
    assert_int_equal(f->o.color, COLOR_NEVER);
}

static void test_exit_zero_wins(void **state)
{
    struct fixture *f = *state;
    assert_true(parse(f, "--exit-zero --fail-on=note"));
    assert_int_equal(f->o.fail_on, FAIL_NONE);
}

static void test_file_list(void **state)
{
    struct fixture *f = *state;
    struct err ERR_CLEANUP err = {0};
    assert_true(file_write_atomic("file_list_words.txt", "a.c\r\n\nb c.c", 12, &err));
    bool ok = parse(f, "zero.c @file_list_words.txt");
    assert_int_equal(unlink("file_list_words.txt"), 0);
    assert_true(ok);
    assert_true(f->o.is_file_list);
    assert_int_equal(f->o.words.n, 3);
    assert_string_equal(f->o.words.v[2], "b c.c");
    assert_false(parse(f, "--file-list=no_such_file_list"));
}

static void test_table_is_sound(void **state)
{
    (void)state;
    for (uint32_t i = 0; i < OPTION_TABLE_N; i++) {
        const struct option_spec *s = &OPTION_TABLE[i];
        assert_true((s->value != NULL) == (s->kind != OPT_FLAG && s->kind != OPT_COUNT));
        assert_true(s->group == GROUP_HIDDEN || *s->help);
        for (uint32_t k = 0; k < i; k++) {
            assert_string_not_equal(s->name, OPTION_TABLE[k].name);
            assert_true(!s->letter || s->letter != OPTION_TABLE[k].letter);
        }
    }
}

static void test_options_of_other_commands(void **state)
{
    struct fixture *f = *state;
    assert_false(parse(f, "matrix --quick"));
    assert_non_null(strstr(buf_str(&f->err.text), "for 'concadvise bench', not for 'matrix'"));
    assert_false(parse(f, "--quick"));
    assert_non_null(strstr(buf_str(&f->err.text), "for 'concadvise bench', not for 'check'"));
    assert_false(parse(f, "check --depth=3 src"));
    assert_false(parse(f, "bench --select=CA101"));
    assert_non_null(strstr(buf_str(&f->err.text), "for 'concadvise check', not for 'bench'"));
    assert_false(parse(f, "advise --io=1ms --cpu=1ms --repeat=3"));
    assert_false(parse(f, "matrix --cores=2"));
    assert_true(parse(f, "advise --cores=2 --markdown --bench-db=b --io=1ms --cpu=1ms"));
    assert_true(parse(f, "matrix --markdown --bench-db=b"));
    assert_true(parse(f, "bench --quick -q"));
    assert_true(parse(f, "--quick --help"));
    assert_false(parse(f, "bench --repeat=0"));
    assert_non_null(strstr(buf_str(&f->err.text), "from 1 to 1000000"));
    assert_false(parse(f, "bench --cores=0"));
    assert_false(parse(f, "advise --io=1ms --concurrency=0"));
    assert_true(parse(f, "-j0"));
}

static void test_help_names_every_option(void **state)
{
    struct fixture *f = *state;
    struct buf BUF_CLEANUP help = {0}, man = {0};
    help_text(&help);
    help_man_page(&man);
    for (uint32_t i = 0; i < OPTION_TABLE_N; i++) {
        const struct option_spec *s = &OPTION_TABLE[i];
        bool is_shown = strstr(buf_str(&help), arena_printf(&f->arena, "--%s", s->name)) != NULL;
        assert_true(is_shown || s->group == GROUP_HIDDEN);
    }
    for (const char *line = buf_str(&help); *line; line += strcspn(line, "\n") + 1)
        assert_true(strcspn(line, "\n") <= 100);
    assert_null(strstr(buf_str(&help), " \n"));
    assert_non_null(strstr(buf_str(&man), "\\-\\-min\\-confidence"));
    assert_non_null(strstr(buf_str(&man), ".SH EXIT STATUS"));
}

static void test_quota(void **state)
{
    struct fixture *f = *state;
    assert_int_equal(cpus_from_quota("max 100000\n"), 0);
    assert_int_equal(cpus_from_quota("150000 100000\n"), 2);
    assert_int_equal(cpus_from_quota("50000 100000\n"), 1);
    assert_int_equal(cpus_from_quota("-1 100000"), 0);
    assert_int_equal(cpus_from_quota(""), 0);
    assert_int_equal(cpus_from_quota(NULL), 0);
    assert_true(cpus_usable(&f->arena) >= 1);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
    const struct CMUnitTest tests[] = {
        TEST(test_defaults), TEST(test_values), TEST(test_compiler_flags), TEST(test_commands),
        TEST(test_mistakes), TEST(test_choices_need_the_whole_word), TEST(test_exit_zero_wins),
        TEST(test_file_list), TEST(test_table_is_sound), TEST(test_options_of_other_commands),
        TEST(test_help_names_every_option), TEST(test_quota),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
