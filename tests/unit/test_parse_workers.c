/*
 * The worker processes from the outside: every job gets a result in its place, whatever the number
 * of workers; what cannot be parsed says why; nothing is left behind (children, files, noise on
 * stderr).
 */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/file.h"
#include "parse/parse.h"
#include "parse/tu.h"
#include "unit/bytes.h"

struct fixture {
    struct arena arena;
    char dir[64];
};

static const char *file_in(struct fixture *f, const char *name, const char *text)
{
    struct err e ERR_CLEANUP = {0};
    const char *path = path_join(&f->arena, f->dir, name);
    assert_true(file_write_atomic(path, text, strlen(text), &e));
    return path;
}

static int set_up(void **state)
{
    struct fixture *f = calloc(1, sizeof *f);
    assert_non_null(f);
    arena_init(&f->arena);
    (void)snprintf(f->dir, sizeof f->dir, "/tmp/concadvise-parse-XXXXXX");
    assert_non_null(mkdtemp(f->dir));
    *state = f;
    return 0;
}

static uint32_t count_files(const char *dir)
{
    uint32_t n = 0;
    DIR *d = opendir(dir);
    assert_non_null(d);
    for (struct dirent *e; (e = readdir(d)) != NULL;)
        n += e->d_name[0] != '.';
    assert_int_equal(closedir(d), 0);
    return n;
}

static int tear_down(void **state)
{
    struct fixture *f = *state;
    DIR *d = opendir(f->dir);
    assert_non_null(d);
    for (struct dirent *e; (e = readdir(d)) != NULL;)
        if (strcmp(e->d_name, ".") != 0 && strcmp(e->d_name, "..") != 0)
            assert_int_equal(remove(path_join(&f->arena, f->dir, e->d_name)), 0);
    assert_int_equal(closedir(d), 0);
    assert_int_equal(rmdir(f->dir), 0);
    arena_release(&f->arena);
    free(f);
    return 0;
}

static struct job job_for(struct fixture *f, const char *file)
{
    static const char *no_flags[] = {NULL};
    return (struct job){.file = file, .directory = f->dir, .flags = no_flags};
}

static struct parse_result *run(struct fixture *f, const struct job *jobs, uint32_t n,
                                uint32_t workers)
{
    struct err e ERR_CLEANUP = {0};
    struct parse_options opts = {.workers = workers, .root = f->dir};
    struct parse_result *results = arena_array(&f->arena, struct parse_result, n ? n : 1);
    assert_true(parse_jobs(&f->arena, jobs, n, &opts, results, &e));
    assert_int_equal(waitpid(-1, NULL, WNOHANG), -1);
    assert_int_equal(errno, ECHILD);
    return results;
}

static void assert_unit_of(const struct parse_result *r, const char *file)
{
    struct err e ERR_CLEANUP = {0};
    struct unit u;
    if (!r->bytes)
        fail_msg("%s: %s", file, r->why ? r->why : "no reason");
    assert_int_equal((uintptr_t)r->bytes % 16, 0);
    assert_true(unit_decode(r->bytes, r->n, &u, &e));
    assert_true(unit_info(&u)->main_file.v < u.n_files);
    assert_string_equal(unit_str(&u, u.files[unit_info(&u)->main_file.v].name), file);
}

static void test_any_number_of_workers_same_results(void **state)
{
    struct fixture *f = *state;
    enum { N = 23 };
    struct job jobs[N];
    for (uint32_t i = 0; i < N; i++) {
        const char *name = arena_printf(&f->arena, "f%02u.c", i);
        const char *text = arena_printf(&f->arena,
                                        "#include <stddef.h>\n#include <stdio.h>\n"
                                        "size_t f%u(int n) { return n > %u ? sizeof(int) : 0; }\n",
                                        i, i);
        jobs[i] = job_for(f, file_in(f, name, text));
    }
    const struct parse_result *one = run(f, jobs, N, 1);
    const struct parse_result *three = run(f, jobs, N, 3);
    const struct parse_result *many = run(f, jobs, N, 64);
    for (uint32_t i = 0; i < N; i++) {
        assert_unit_of(&one[i], jobs[i].file);
        assert_int_equal(one[i].n, three[i].n);
        assert_int_equal(one[i].n, many[i].n);
        assert_memory_equal(one[i].bytes, three[i].bytes, one[i].n);
        assert_memory_equal(one[i].bytes, many[i].bytes, one[i].n);
    }
    assert_int_equal(count_files(f->dir), N);
}

static void test_no_job_is_no_error(void **state)
{
    (void)run(*state, NULL, 0, 2);
}

static void test_unreadable_file_says_why(void **state)
{
    struct fixture *f = *state;
    struct job jobs[] = {
        job_for(f, path_join(&f->arena, f->dir, "gone.c")),
        job_for(f, f->dir),
        job_for(f, file_in(f, "ok.c", "int x;\n")),
    };
    const struct parse_result *r = run(f, jobs, 3, 2);
    assert_null(r[0].bytes);
    assert_string_equal(r[0].why, "cannot read the file: No such file or directory");
    assert_null(r[1].bytes);
    assert_string_equal(r[1].why, "cannot read the file: not a regular file");
    assert_unit_of(&r[2], jobs[2].file);
}

/* Broken C is a unit with diagnostics, not a failure. */
static void test_broken_and_empty_files_are_units(void **state)
{
    struct fixture *f = *state;
    struct job jobs[] = {
        job_for(f, file_in(f, "empty.c", "")),
        job_for(f, file_in(f, "broken.c", "int f(void) { return x +; }\n"
                                          "int g(void) { return 1; }\n")),
        job_for(f, file_in(f, "header.c", "#include \"nowhere.h\"\nint f(void) { return 1; }\n")),
        job_for(f, file_in(f, "noise.c", "#pragma nonsense\n#warning loud\nf() { g(); }\n")),
    };
    const struct parse_result *r = run(f, jobs, 4, 2);
    for (uint32_t i = 0; i < 4; i++)
        assert_unit_of(&r[i], jobs[i].file);
}

/* A processor or standard that this libclang does not know must not cost the file. */
static void test_unknown_target_flags_fall_back(void **state)
{
    static const char *flags[] = {"-march=z80000", "-std=c1492", "-DX=1", NULL};
    struct fixture *f = *state;
    struct job job = job_for(f, file_in(f, "t.c", "int f(void) { return X; }\n"));
    job.flags = flags;
    job.n_flags = 3;
    const struct parse_result *r = run(f, &job, 1, 1);
    assert_unit_of(r, job.file);
}

static void test_arguments(void **state)
{
    static const char *flags[] = {"-target", "arm-none-eabi", "-m32", "-DX", NULL};
    struct fixture *f = *state;
    struct job job = job_for(f, "/x.c");
    job.flags = flags;
    job.n_flags = 4;
    struct tu_request req = {.job = &job, .resource_dir = "/res"};
    struct buf text BUF_CLEANUP = {0};
    uint32_t n = 0;
    const char **args = tu_arguments(&f->arena, &req, false, &n);
    assert_null(args[n]);
    for (uint32_t i = 0; i < n; i++)
        buf_addf(&text, "%s ", args[i]);
    assert_non_null(strstr(buf_str(&text), " -DX -resource-dir /res "));
    assert_null(strstr(buf_str(&text), "-m32"));
    assert_null(strstr(buf_str(&text), "arm-none-eabi"));
    (void)tu_arguments(&f->arena, &req, true, &n);
    assert_true(n > 0);
}

/* Deep trees need far more stack than a thread has by default. */
static void test_deep_expression_is_survived(void **state)
{
    struct fixture *f = *state;
    struct buf text BUF_CLEANUP = {0};
    buf_adds(&text, "int f(int x) { return x");
    for (int i = 0; i < 3000; i++)
        buf_adds(&text, " + x");
    buf_adds(&text, "; }\n");
    struct job jobs[] = {
        job_for(f, file_in(f, "deep.c", buf_str(&text))),
        job_for(f, file_in(f, "after.c", "int y;\n")),
    };
    const struct parse_result *r = run(f, jobs, 2, 1);
    assert_unit_of(&r[0], jobs[0].file);
    assert_unit_of(&r[1], jobs[1].file);
}

static void count_progress(void *ctx, uint32_t done, uint32_t total)
{
    uint32_t *calls = ctx;
    ++*calls;
    assert_int_equal(done, *calls);
    assert_int_equal(total, 2);
}

static void test_progress_counts_every_job(void **state)
{
    struct fixture *f = *state;
    struct err e ERR_CLEANUP = {0};
    uint32_t calls = 0;
    struct job jobs[] = {job_for(f, "/nowhere/a.c"), job_for(f, "/nowhere/b.c")};
    struct parse_options opts = {
        .workers = 2, .root = f->dir, .progress = count_progress, .progress_ctx = &calls};
    struct parse_result results[2];
    assert_true(parse_jobs(&f->arena, jobs, 2, &opts, results, &e));
    assert_int_equal(calls, 2);
}

/* Kills the worker when the first answer is in: as a crash would, from the parent's point of
 * view. */
static void kill_worker_once(void *ctx, uint32_t done, uint32_t total)
{
    pid_t *killed = ctx;
    long child = 0;
    char path[64];
    (void)total;
    if (done != 1)
        return;
    (void)snprintf(path, sizeof path, "/proc/self/task/%d/children", (int)getpid());
    FILE *list = fopen(path, "r");
    if (!list)
        return;
    if (fscanf(list, "%ld", &child) == 1 && kill((pid_t)child, SIGKILL) == 0)
        *killed = (pid_t)child;
    assert_int_equal(fclose(list), 0);
}

static void test_dead_worker_costs_one_job(void **state)
{
    struct fixture *f = *state;
    struct err e ERR_CLEANUP = {0};
    pid_t killed = 0;
    struct job jobs[] = {job_for(f, file_in(f, "a.c", "int a;\n")),
                         job_for(f, file_in(f, "b.c", "int b;\n")),
                         job_for(f, file_in(f, "c.c", "int c;\n"))};
    struct parse_options opts = {
        .workers = 1, .root = f->dir, .progress = kill_worker_once, .progress_ctx = &killed};
    struct parse_result r[3];
    assert_true(parse_jobs(&f->arena, jobs, 3, &opts, r, &e));
    if (!killed)
        skip(); /* a kernel without lists of children */
    assert_unit_of(&r[0], jobs[0].file);
    assert_null(r[1].bytes);
    assert_string_equal(r[1].why, "libclang was killed (signal 9; out of memory?)");
    assert_unit_of(&r[2], jobs[2].file);
}

static void test_resource_dir_holds_stddef(void **state)
{
    struct fixture *f = *state;
    const char *dir = parse_resource_dir(&f->arena);
    assert_non_null(dir);
    assert_true(file_exists(path_join(&f->arena, dir, "include/stddef.h")));
    assert_true(strtol(parse_libclang_version(&f->arena), NULL, 10) >= 17);
}

int main(void)
{
#define CASE(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        CASE(test_any_number_of_workers_same_results),
        CASE(test_no_job_is_no_error),
        CASE(test_unreadable_file_says_why),
        CASE(test_broken_and_empty_files_are_units),
        CASE(test_unknown_target_flags_fall_back),
        CASE(test_arguments),
        CASE(test_deep_expression_is_survived),
        CASE(test_progress_counts_every_job),
        CASE(test_dead_worker_costs_one_job),
        CASE(test_resource_dir_holds_stddef),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
