/* The database of measurements: what goes in comes out, nothing is ever lost, and every way in
 * which the file can be unusable has its answer. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/file.h"
#include "db/bench_store.h"
#include "db/store.h"

enum { NOBODY = 65534 };

struct fixture {
    struct arena arena;
    char dir[32];
    const char *db, *note;
    struct bench_machine machine;
    struct err err;
};

static int setup(void **state)
{
    static struct fixture x;
    memset(&x, 0, sizeof x);
    arena_init(&x.arena);
    strcpy(x.dir, "bench_db_XXXXXX");
    if (!mkdtemp(x.dir) || chmod(x.dir, 0755) != 0)
        return 1;
    x.db = path_join(&x.arena, x.dir, "sub/bench.db");
    x.machine = (struct bench_machine){.cpu = "a processor", .cpus = 2, .kernel = "Linux 1",
                                       .memory_mb = 4096};
    machine_fingerprint(&x.arena, &x.machine);
    *state = &x;
    return 0;
}

static int teardown(void **state)
{
    struct fixture *x = *state;
    const char *command = arena_printf(&x->arena, "chmod -R u+w %s && rm -r %s", x->dir, x->dir);
    int rc = system(command);
    err_release(&x->err);
    arena_release(&x->arena);
    return rc;
}

static struct bench_store *open_store(struct fixture *x)
{
    struct bench_store *s = bench_store_open(&x->arena, x->db, &x->note, &x->err);
    assert_non_null(s);
    return s;
}

/* Every field has a value of its own. */
static struct bench_row full_row(int64_t run, uint32_t seq)
{
    return (struct bench_row){
        .run = run, .seq = seq, .version = BENCH_VERSION, .taken_s = 1000 + seq,
        .measured_tasks = 11,
        .params = {.workload = WORK_MIXED, .model = MODEL_THREAD_POOL, .variant = "v",
                   .tasks = 12, .concurrency = 13, .io_us = 14, .cpu_us = 15, .payload = 16,
                   .shared_permille = 17, .cores = 18, .duration_ms = 19, .timeout_ms = 20},
        .sample = {.wall_ns = 1ull << 60, .cpu_ns = 22, .done = 23, .failed = 24, .p50_ns = 25,
                   .p99_ns = 26, .max_ns = 27, .pss_peak_kb = 28, .threads_peak = 29,
                   .processes_peak = 30, .switches_voluntary = 31,
                   .switches_involuntary = 32}};
}

static int64_t begin(struct fixture *x, struct bench_store *s)
{
    struct bench_run run = {.uid = "", .grid = "quick", .tool = "t", .started_s = 5, .noise = ""};
    assert_true(bench_store_begin(s, &x->machine, &run, &x->err));
    assert_true(run.id > 0);
    return run.id;
}

static void put(struct fixture *x, struct bench_store *s, int64_t run, uint32_t seq)
{
    struct bench_row row = full_row(run, seq);
    bool is_new = false;
    assert_true(bench_store_put(s, &row, &is_new, &x->err));
    assert_true(is_new);
}

static struct bench_rows rows(struct fixture *x, struct bench_store *s,
                              const struct bench_filter *f)
{
    struct bench_rows out = {0};
    assert_true(bench_store_rows(&x->arena, s, f, &out, &x->err));
    return out;
}

static uint32_t count(struct fixture *x, struct bench_store *s)
{
    struct bench_filter any = {0};
    return rows(x, s, &any).n;
}

static void test_round_trip(void **state)
{
    struct fixture *x = *state;
    struct bench_store *s = open_store(x);
    int64_t run = begin(x, s), second = begin(x, s);
    assert_true(run != second);
    put(x, s, run, 1);
    put(x, s, run, 2);
    put(x, s, second, 1);
    assert_true(bench_store_end(s, run, 99, "a noise", &x->err));
    bench_store_close(s);
    s = open_store(x);
    struct bench_filter f = {.run = run};
    struct bench_rows got = rows(x, s, &f);
    assert_int_equal(got.n, 2);
    struct bench_row want = full_row(run, 2);
    assert_string_equal(got.v[1].params.variant, "v");
    want.params.variant = got.v[1].params.variant;
    assert_memory_equal(&got.v[1].params, &want.params, sizeof want.params);
    assert_memory_equal(&got.v[1].sample, &want.sample, sizeof want.sample);
    assert_true(got.v[1].seq == 2 && got.v[1].taken_s == 1002 && got.v[1].measured_tasks == 11);
    struct bench_runs runs = {0};
    assert_true(bench_store_runs(&x->arena, s, &runs, &x->err));
    assert_int_equal(runs.n, 2);
    assert_string_equal(runs.v[0].noise, "a noise");
    assert_string_equal(runs.v[0].machine, x->machine.fingerprint);
    assert_int_equal(strlen(runs.v[0].uid), 32);
    assert_true(runs.v[0].ended_s == 99 && runs.v[1].ended_s == 0);
    struct bench_machine m;
    bool found = false;
    assert_true(
        bench_store_machine(&x->arena, s, x->machine.fingerprint, &m, &found, &x->err) && found);
    assert_true(m.cpus == 2 && m.memory_mb == 4096 && !strcmp(m.kernel, "Linux 1"));
    assert_true(bench_store_machine(&x->arena, s, "none", &m, &found, &x->err) && !found);
    bench_store_close(s);
}

static void test_nothing_twice(void **state)
{
    struct fixture *x = *state;
    struct bench_store *s = open_store(x);
    struct bench_run run = {.uid = "00112233445566778899aabbccddeeff", .grid = "", .tool = "",
                            .noise = ""}, again = run;
    assert_true(bench_store_begin(s, &x->machine, &run, &x->err));
    assert_true(bench_store_begin(s, &x->machine, &again, &x->err));
    assert_true(run.id == again.id);
    put(x, s, run.id, 7);
    struct bench_row other = full_row(run.id, 7);
    other.sample.wall_ns = 1;
    bool is_new = true;
    assert_true(bench_store_put(s, &other, &is_new, &x->err));
    assert_false(is_new);
    struct bench_filter any = {0};
    struct bench_rows got = rows(x, s, &any);
    assert_true(got.n == 1 && got.v[0].sample.wall_ns == 1ull << 60);
    bench_store_close(s);
}

static void test_filters(void **state)
{
    struct fixture *x = *state;
    struct bench_store *s = open_store(x);
    int64_t run = begin(x, s);
    put(x, s, run, 1);
    x->machine.cpus = 8;
    const char *first = x->machine.fingerprint;
    machine_fingerprint(&x->arena, &x->machine);
    put(x, s, begin(x, s), 1);
    struct bench_filter f = {.machine = first};
    assert_int_equal(rows(x, s, &f).n, 1);
    f.version = BENCH_VERSION;
    assert_int_equal(rows(x, s, &f).n, 1);
    f.version++;
    assert_int_equal(rows(x, s, &f).n, 0);
    assert_int_equal(count(x, s), 2);
    bench_store_close(s);
}

static void test_primitives(void **state)
{
    struct fixture *x = *state;
    struct bench_store *s = open_store(x);
    struct bench_primitive_row row = {.run = begin(x, s), .version = 3,
                                      .primitive = {"thread-create", "ns", 1234.5, 0.25}};
    bool is_new = false;
    assert_true(bench_store_put_primitive(s, &row, &is_new, &x->err) && is_new);
    assert_true(bench_store_put_primitive(s, &row, &is_new, &x->err) && !is_new);
    struct bench_primitive_rows got = {0};
    struct bench_filter f = {.machine = x->machine.fingerprint};
    assert_true(bench_store_primitives(&x->arena, s, &f, &got, &x->err));
    assert_int_equal(got.n, 1);
    assert_string_equal(got.v[0].primitive.name, "thread-create");
    assert_true(got.v[0].primitive.value == 1234.5 && got.v[0].primitive.mad == 0.25);
    bench_store_close(s);
}

/* The text of version 1 as it was released: a change of it in the program must show here. */
static const char *const VERSION_1[] = {
    "CREATE TABLE machines(fingerprint TEXT PRIMARY KEY, cpu TEXT NOT NULL, cpus INTEGER NOT NULL,"
    " quota_percent INTEGER NOT NULL, kernel TEXT NOT NULL, memory_mb INTEGER NOT NULL,"
    " memory_limit_mb INTEGER NOT NULL) WITHOUT ROWID;"
    "CREATE TABLE runs(id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE,"
    " machine TEXT NOT NULL REFERENCES machines(fingerprint), grid TEXT NOT NULL,"
    " tool TEXT NOT NULL, started INTEGER NOT NULL, ended INTEGER NOT NULL);"
    "CREATE TABLE samples(run INTEGER NOT NULL REFERENCES runs(id), seq INTEGER NOT NULL,"
    " version INTEGER NOT NULL, taken INTEGER NOT NULL, workload TEXT NOT NULL,"
    " model TEXT NOT NULL, variant TEXT NOT NULL, tasks INTEGER NOT NULL,"
    " measured_tasks INTEGER NOT NULL, concurrency INTEGER NOT NULL, io_us INTEGER NOT NULL,"
    " cpu_us INTEGER NOT NULL, payload INTEGER NOT NULL, shared_permille INTEGER NOT NULL,"
    " cores INTEGER NOT NULL, duration_ms INTEGER NOT NULL, timeout_ms INTEGER NOT NULL,"
    " wall_ns INTEGER NOT NULL, cpu_ns INTEGER NOT NULL, done INTEGER NOT NULL,"
    " failed INTEGER NOT NULL, p50_ns INTEGER NOT NULL, p99_ns INTEGER NOT NULL,"
    " max_ns INTEGER NOT NULL, pss_peak_kb INTEGER NOT NULL, threads_peak INTEGER NOT NULL,"
    " processes_peak INTEGER NOT NULL, switches_voluntary INTEGER NOT NULL,"
    " switches_involuntary INTEGER NOT NULL, PRIMARY KEY(run, seq)) WITHOUT ROWID"};
static const char VERSION_1_ROWS[] =
    "INSERT INTO machines VALUES('f1', 'cpu', 4, 0, 'Linux', 1024, 0);"
    "INSERT INTO runs VALUES(3, 'u1', 'f1', 'full', '0.1', 10, 20);"
    "INSERT INTO samples VALUES(3, 1, 1, 11, 'io-wait', 'event-loop', '', 1000, 1000, 1000, 5, 0,"
    " 0, 0, 2, 0, 0, 777, 1, 1000, 0, 2, 3, 4, 5, 6, 7, 8, 9)";

static void make_version_1(struct fixture *x, const char *sql)
{
    const struct store_schema old = {
        .application_id = 0x43414442, .version = 1, .migrations = VERSION_1};
    assert_true(dir_make(&x->arena, path_dir(&x->arena, x->db)));
    struct store *s = store_open(&x->arena, x->db, &old, &x->note, &x->err);
    assert_non_null(s);
    assert_true(store_run(s, sql, &x->err));
    store_close(s);
}

static void check_migrated(struct fixture *x, struct bench_store *s)
{
    assert_non_null(s);
    assert_null(x->note);
    struct bench_filter f = {.machine = "f1"};
    struct bench_rows got = rows(x, s, &f);
    assert_int_equal(got.n, 1);
    assert_true(got.v[0].sample.wall_ns == 777 && got.v[0].params.model == MODEL_EVENT_LOOP);
    struct bench_runs runs = {0};
    assert_true(bench_store_runs(&x->arena, s, &runs, &x->err));
    assert_true(runs.n == 1 && runs.v[0].id == 3);
    assert_string_equal(runs.v[0].noise, "");
}

static void test_migration(void **state)
{
    struct fixture *x = *state;
    make_version_1(x, VERSION_1_ROWS);
    struct bench_store *s = open_store(x);
    check_migrated(x, s);
    put(x, s, begin(x, s), 1);
    struct bench_primitive_row row = {.run = 3, .primitive = {"p", "ns", 1, 0}};
    bool is_new;
    assert_true(bench_store_put_primitive(s, &row, &is_new, &x->err));
    assert_int_equal(count(x, s), 2);
    bench_store_close(s);
}

static void test_migration_by_reading(void **state)
{
    struct fixture *x = *state;
    make_version_1(x, VERSION_1_ROWS);
    struct bench_store *s = bench_store_open_to_read(&x->arena, x->db, &x->err);
    check_migrated(x, s);
    bench_store_close(s);
}

/* A step that fails leaves the file as it was. */
static void test_migration_fails(void **state)
{
    struct fixture *x = *state;
    make_version_1(x, "CREATE TABLE primitives(in_the_way)");
    assert_null(bench_store_open(&x->arena, x->db, &x->note, &x->err));
    const struct store_schema old = {
        .application_id = 0x43414442, .version = 1, .migrations = VERSION_1};
    struct store *s = store_open(&x->arena, x->db, &old, &x->note, &x->err);
    assert_non_null(s);
    struct query *q = query_open(s, "SELECT count(*) FROM primitives", &x->err);
    assert_non_null(q);
    query_close(q);
    assert_null(query_open(s, "SELECT noise FROM runs", &x->err));
    store_close(s);
}

static void test_newer_is_left_alone(void **state)
{
    struct fixture *x = *state;
    make_version_1(x, VERSION_1_ROWS);
    const struct store_schema old = {
        .application_id = 0x43414442, .version = 1, .migrations = VERSION_1};
    struct store *s = store_open(&x->arena, x->db, &old, &x->note, &x->err);
    assert_true(store_run(s, "PRAGMA user_version=99", &x->err));
    store_close(s);
    assert_null(bench_store_open(&x->arena, x->db, &x->note, &x->err));
    assert_non_null(strstr(buf_str(&x->err.text), "newer version"));
    err_release(&x->err);
    assert_null(bench_store_open_to_read(&x->arena, x->db, &x->err));
    assert_non_null(strstr(buf_str(&x->err.text), "newer version"));
    assert_false(file_exists(arena_printf(&x->arena, "%s.bad", x->db)));
}

static void test_foreign(void **state)
{
    struct fixture *x = *state;
    static const struct store_schema other = {77, 1, "CREATE TABLE precious(x)", "", NULL};
    assert_true(dir_make(&x->arena, path_dir(&x->arena, x->db)));
    store_close(store_open(&x->arena, x->db, &other, &x->note, &x->err));
    assert_null(bench_store_open(&x->arena, x->db, &x->note, &x->err));
    assert_non_null(strstr(buf_str(&x->err.text), "another program"));
    struct store *s = store_open(&x->arena, x->db, &other, &x->note, &x->err);
    assert_non_null(s);
    assert_true(store_run(s, "INSERT INTO precious VALUES(1)", &x->err));
    store_close(s);
}

/* A path given by mistake: the file is not moved aside as a damaged database would be. */
static void test_text_is_left_alone(void **state)
{
    struct fixture *x = *state;
    static const char text[] = "#!/bin/sh\necho a file of the user, longer than a header\n";
    assert_true(dir_make(&x->arena, path_dir(&x->arena, x->db)));
    assert_true(file_write_atomic(x->db, text, sizeof text - 1, &x->err));
    assert_null(bench_store_open(&x->arena, x->db, &x->note, &x->err));
    assert_non_null(strstr(buf_str(&x->err.text), "not a database"));
    assert_false(file_exists(arena_printf(&x->arena, "%s.bad", x->db)));
    struct bytes now;
    assert_true(file_read(&x->arena, x->db, 1 << 20, &now, &x->err));
    assert_int_equal(now.n, sizeof text - 1);
    assert_memory_equal(now.p, text, now.n);
}

static void spoil(struct fixture *x)
{
    struct bytes good;
    assert_true(file_read(&x->arena, x->db, 1 << 24, &good, &x->err));
    char *bad = arena_strndup(&x->arena, good.p, good.n);
    memset(bad, 0xa5, good.n / 2);
    assert_true(file_write_atomic(x->db, bad, good.n, &x->err));
}

/* Each damaged file is kept under a name of its own. */
static void test_damaged(void **state)
{
    struct fixture *x = *state;
    bench_store_close(open_store(x));
    for (uint32_t i = 1; i <= 3; i++) {
        spoil(x);
        struct bench_store *s = open_store(x);
        assert_non_null(x->note);
        assert_int_equal(count(x, s), 0);
        put(x, s, begin(x, s), 1);
        bench_store_close(s);
        const char *name = i == 1 ? arena_printf(&x->arena, "%s.bad", x->db)
                                  : arena_printf(&x->arena, "%s.bad%u", x->db, i);
        assert_true(file_exists(name));
    }
}

/* Pages in the middle too: found when the file is opened for writing, not when a row is lost. */
static void test_damaged_page(void **state)
{
    struct fixture *x = *state;
    struct bench_store *s = open_store(x);
    int64_t run = begin(x, s);
    for (uint32_t i = 1; i <= 500; i++)
        put(x, s, run, i);
    bench_store_close(s);
    struct bytes good;
    assert_true(file_read(&x->arena, x->db, 1 << 24, &good, &x->err));
    char *bad = arena_strndup(&x->arena, good.p, good.n);
    memset(bad + good.n / 2, 0xa5, 4096);
    assert_true(file_write_atomic(x->db, bad, good.n, &x->err));
    s = open_store(x);
    assert_non_null(x->note);
    put(x, s, begin(x, s), 1);
    bench_store_close(s);
}

/* SQLite gives the next run one more than the largest number, which may be anything. */
static void test_damaged_number(void **state)
{
    struct fixture *x = *state;
    make_version_1(x, "INSERT INTO machines VALUES('f1', 'cpu', 4, 0, 'Linux', 1024, 0);"
                      "INSERT INTO runs VALUES(-5, 'u1', 'f1', 'full', '0.1', 10, 20)");
    struct bench_store *s = open_store(x);
    struct bench_run run = {.uid = "", .grid = "quick", .tool = "t", .started_s = 5, .noise = ""};
    assert_false(bench_store_begin(s, &x->machine, &run, &x->err));
    assert_non_null(strstr(buf_str(&x->err.text), "damaged"));
    bench_store_close(s);
}

/* In a child, since root may write everything. */
static bool as_nobody(struct fixture *x, bool (*what)(struct fixture *))
{
    pid_t pid = fork();
    assert_true(pid >= 0);
    if (pid == 0) {
        bool ok = geteuid() != 0 || setuid(NOBODY) == 0;
        _exit(ok && what(x) ? 0 : 1);
    }
    int status = 0;
    assert_int_equal(waitpid(pid, &status, 0), pid);
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

static bool reads_only(struct fixture *x)
{
    if (bench_store_open(&x->arena, x->db, &x->note, &x->err))
        return false;
    struct bench_store *s = bench_store_open_to_read(&x->arena, x->db, &x->err);
    struct bench_rows out = {0};
    struct bench_filter any = {0};
    bool ok = s && bench_store_rows(&x->arena, s, &any, &out, &x->err) && out.n == 1;
    bench_store_close(s);
    return ok;
}

static void test_read_only(void **state)
{
    struct fixture *x = *state;
    struct bench_store *s = open_store(x);
    put(x, s, begin(x, s), 1);
    bench_store_close(s);
    const char *dir = path_dir(&x->arena, x->db);
    assert_int_equal(chmod(x->db, 0444), 0);
    assert_int_equal(chmod(dir, 0555), 0);
    assert_true(as_nobody(x, reads_only));
    s = open_store(x);
    if (geteuid() == 0)
        assert_int_equal(count(x, s), 1);
    bench_store_close(s);
}

static void test_missing(void **state)
{
    struct fixture *x = *state;
    assert_null(bench_store_open_to_read(&x->arena, x->db, &x->err));
    assert_false(dir_exists(path_dir(&x->arena, x->db)));
    assert_null(bench_store_open(&x->arena, "/proc/self/none/bench.db", &x->note, &x->err));
    assert_non_null(strstr(buf_str(&x->err.text), "No such file"));
}

/* A writer is killed in the middle of its work, again and again: all rows that it reported are
 * there. */
static void test_killed(void **state)
{
    struct fixture *x = *state;
    uint32_t before = 0;
    for (uint32_t round = 0; round < 20; round++) {
        int fds[2];
        assert_int_equal(pipe(fds), 0);
        pid_t pid = fork();
        assert_true(pid >= 0);
        if (pid == 0) {
            struct bench_store *s = open_store(x);
            int64_t run = begin(x, s);
            for (uint32_t i = 1;; i++) {
                struct bench_row row = full_row(run, i);
                bool is_new;
                if (!bench_store_put(s, &row, &is_new, &x->err) || write(fds[1], "x", 1) != 1)
                    _exit(1);
            }
        }
        close(fds[1]);
        char c;
        for (uint32_t i = 0; i <= round; i++)
            assert_int_equal(read(fds[0], &c, 1), 1);
        assert_int_equal(kill(pid, SIGKILL), 0);
        uint32_t reported = round + 1;
        while (read(fds[0], &c, 1) == 1)
            reported++;
        close(fds[0]);
        int status;
        assert_int_equal(waitpid(pid, &status, 0), pid);
        struct bench_store *s = open_store(x);
        assert_null(x->note);
        uint32_t now = count(x, s);
        assert_in_range(now - before, reported, reported + 1);
        before = now;
        bench_store_close(s);
    }
}

static void test_paths(void **state)
{
    struct fixture *x = *state;
    assert_int_equal(setenv("HOME", "/h", 1), 0);
    assert_int_equal(unsetenv("XDG_DATA_HOME"), 0);
    assert_int_equal(unsetenv("CONCADVISE_BENCH_DB"), 0);
    assert_string_equal(bench_store_path(&x->arena, NULL), "/h/.local/share/concadvise/bench.db");
    assert_int_equal(setenv("XDG_DATA_HOME", "/d", 1), 0);
    assert_string_equal(bench_store_path(&x->arena, NULL), "/d/concadvise/bench.db");
    assert_int_equal(setenv("CONCADVISE_BENCH_DB", "e.db", 1), 0);
    assert_string_equal(bench_store_path(&x->arena, NULL), "e.db");
    assert_string_equal(bench_store_path(&x->arena, "f.db"), "f.db");
    assert_int_equal(unsetenv("CONCADVISE_BENCH_DB"), 0);
    assert_int_equal(setenv("XDG_DATA_HOME", "relative", 1), 0);
    assert_int_equal(unsetenv("HOME"), 0);
    assert_null(bench_store_path(&x->arena, NULL));
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
    const struct CMUnitTest tests[] = {
        TEST(test_round_trip), TEST(test_nothing_twice), TEST(test_filters),
        TEST(test_primitives), TEST(test_migration), TEST(test_migration_by_reading),
        TEST(test_migration_fails), TEST(test_newer_is_left_alone),
        TEST(test_foreign), TEST(test_text_is_left_alone), TEST(test_damaged),
        TEST(test_damaged_page), TEST(test_damaged_number),
        TEST(test_read_only), TEST(test_missing), TEST(test_killed),
        TEST(test_paths),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
