/* The unit cache: what makes an entry stale, and every way in which the database can be
 * unusable. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "db/store.h"
#include "db/unit_cache.h"
#include "unit/builder.h"
#include "unit/bytes.h"

struct fixture {
    struct arena arena;
    char dir[32];
    const char *source, *db, *note;
    const char *flags[4];
    struct job job;
    struct err err;
};

static void write_text(const char *path, const char *text)
{
    struct err ERR_CLEANUP err = {0};
    assert_true(file_write_atomic(path, text, strlen(text), &err));
}

static int setup(void **state)
{
    static struct fixture x;
    memset(&x, 0, sizeof x);
    arena_init(&x.arena);
    strcpy(x.dir, "db_cache_XXXXXX");
    if (!mkdtemp(x.dir))
        return 1;
    const char *dir = path_join(&x.arena, cwd_get(&x.arena), x.dir);
    x.source = path_join(&x.arena, dir, "a.c");
    x.db = path_join(&x.arena, x.dir, "units.sqlite");
    x.flags[0] = "-Iinc";
    x.job = (struct job){.file = x.source, .directory = dir, .flags = x.flags, .n_flags = 1};
    write_text(x.source, "int x;\n");
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

static struct unit_cache *open_cache(struct fixture *x, const char *tool)
{
    return unit_cache_open(&x->arena, x->dir, tool, &x->note, &x->err);
}

/* A unit that stands for the source's present content, and misses a header. */
static void put(struct fixture *x, struct unit_cache *c, const char *missing)
{
    struct bytes bytes;
    struct unit_builder *b = builder_new(&x->arena);
    assert_true(file_read(&x->arena, x->source, 1 << 20, &bytes, &x->err));
    struct unit_file file = {.name = builder_str(b, x->source), .flags = FILE_MAIN,
                             .hash = hash_bytes(bytes.p, bytes.n), .size = bytes.n};
    struct unit_info info = {.status = UNIT_OK, .main_file = builder_file(b, &file)};
    struct unit_diag diag = {.kind = DIAG_MISSING_HEADER,
                             .place = builder_place(b, info.main_file, 1, 1, (place_id){0}),
                             .text = builder_str(b, missing ? missing : "")};
    if (missing)
        builder_diag(b, &diag);
    struct buf BUF_CLEANUP out = {0};
    const struct unit *unit = builder_finish(b, &info);
    struct cache_place place = {x->job.directory, NULL};
    unit_encode(unit, &out);
    unit_cache_begin(c);
    unit_cache_put(c, &x->job, &place, unit, out.s, out.n);
    unit_cache_end(c);
}

static bool get(struct fixture *x, struct unit_cache *c)
{
    struct unit u;
    size_t n;
    struct cache_place place = {x->job.directory, NULL};
    return unit_cache_get(&x->arena, c, &x->job, &place, &u, &n) && n > 0 &&
           u.n_files == 2;
}

/* Opens anew, as another run does. */
static bool is_hit(struct fixture *x, const char *tool)
{
    struct unit_cache *c = open_cache(x, tool);
    assert_non_null(c);
    bool hit = get(x, c);
    unit_cache_close(c);
    return hit;
}

static void store_one(struct fixture *x, const char *missing)
{
    struct unit_cache *c = open_cache(x, "t1");
    assert_non_null(c);
    assert_null(x->note);
    assert_false(get(x, c));
    put(x, c, missing);
    unit_cache_close(c);
}

static void test_hit_and_content(void **state)
{
    struct fixture *x = *state;
    store_one(x, NULL);
    assert_true(is_hit(x, "t1"));
    write_text(x->source, "int y;\n");
    assert_false(is_hit(x, "t1"));
    write_text(x->source, "int x;\n");
    assert_true(is_hit(x, "t1"));
    assert_int_equal(unlink(x->source), 0);
    assert_false(is_hit(x, "t1"));
}

static void test_key(void **state)
{
    struct fixture *x = *state;
    store_one(x, NULL);
    assert_false(is_hit(x, "t2"));
    x->flags[1] = "-DX";
    x->job.n_flags = 2;
    assert_false(is_hit(x, "t1"));
    x->job.n_flags = 1;
    x->flags[0] = "-Iin";
    assert_false(is_hit(x, "t1"));
    x->flags[0] = "-Iinc";
    assert_true(is_hit(x, "t1"));
}

static void test_missing_header_comes(void **state)
{
    struct fixture *x = *state;
    store_one(x, "config.h");
    assert_true(is_hit(x, "t1"));
    const char *inc = path_join(&x->arena, x->dir, "inc");
    assert_int_equal(mkdir(inc, 0777), 0);
    assert_true(is_hit(x, "t1"));
    write_text(path_join(&x->arena, inc, "config.h"), "\n");
    assert_false(is_hit(x, "t1"));
}

static void test_stats_and_clear(void **state)
{
    struct fixture *x = *state;
    store_one(x, NULL);
    struct unit_cache *c = open_cache(x, "t1");
    struct unit_cache_stats stats = {0};
    assert_true(unit_cache_stats(c, &stats));
    assert_int_equal(stats.units, 1);
    assert_true(stats.bytes > 0);
    assert_true(unit_cache_clear(c));
    assert_false(get(x, c));
    unit_cache_close(c);
}

static void test_damaged_file(void **state)
{
    struct fixture *x = *state;
    write_text(x->db, "this is no database, and it is long enough to be looked at as one, surely");
    struct unit_cache *c = open_cache(x, "t1");
    assert_non_null(c);
    assert_non_null(x->note);
    put(x, c, NULL);
    assert_true(get(x, c));
    unit_cache_close(c);
    assert_true(file_exists(arena_printf(&x->arena, "%s.bad", x->db)));
}

/* Truncated and overwritten at many places: never a crash, never a wrong answer. */
static void test_damaged_anywhere(void **state)
{
    struct fixture *x = *state;
    store_one(x, NULL);
    struct bytes good;
    assert_true(file_read(&x->arena, x->db, 1 << 24, &good, &x->err));
    for (size_t at = 0; at < good.n; at += good.n / 40 + 1) {
        char *bad = arena_strndup(&x->arena, good.p, good.n);
        memset(bad + at, 0xa5, good.n - at < 64 ? good.n - at : 64);
        assert_true(file_write_atomic(x->db, bad, good.n, &x->err));
        struct unit_cache *c = open_cache(x, "t1");
        if (c)
            (void)get(x, c);
        unit_cache_close(c);
        assert_true(file_write_atomic(x->db, good.p, at, &x->err));
        c = open_cache(x, "t1");
        if (c)
            (void)get(x, c);
        unit_cache_close(c);
    }
}

static void test_foreign_database(void **state)
{
    struct fixture *x = *state;
    static const struct store_schema other = {77, 1, "CREATE TABLE precious(x)", "", NULL};
    struct store *s = store_open(&x->arena, x->db, &other, &x->note, &x->err);
    assert_non_null(s);
    store_close(s);
    assert_null(open_cache(x, "t1"));
    assert_non_null(strstr(buf_str(&x->err.text), "another program"));
    s = store_open(&x->arena, x->db, &other, &x->note, &x->err);
    assert_non_null(s);
    assert_true(store_run(s, "INSERT INTO precious VALUES(1)", &x->err));
    store_close(s);
}

static void test_schema_versions(void **state)
{
    struct fixture *x = *state;
    struct store_schema v = {77, 2, "CREATE TABLE t(x)", "DROP TABLE t;", NULL};
    struct store *s = store_open(&x->arena, x->db, &v, &x->note, &x->err);
    assert_non_null(s);
    assert_true(store_run(s, "INSERT INTO t VALUES(1)", &x->err));
    store_close(s);
    v.version = 1;
    assert_null(store_open(&x->arena, x->db, &v, &x->note, &x->err));
    v.version = 3;
    s = store_open(&x->arena, x->db, &v, &x->note, &x->err);
    assert_non_null(s);
    struct query *q = query_open(s, "SELECT count(*) FROM t", &x->err);
    assert_int_equal(query_step(q), QUERY_ROW);
    assert_int_equal(query_int(q, 0), 0);
    query_close(q);
    assert_null(query_open(s, "SELECT nonsense FROM nowhere", &x->err));
    store_close(s);
}

static void test_directories(void **state)
{
    struct fixture *x = *state;
    const char *deep = path_join(&x->arena, x->dir, "one/two");
    assert_string_equal(unit_cache_dir(&x->arena, deep, "/"), deep);
    assert_true(file_exists(path_join(&x->arena, deep, ".gitignore")));
    const char *root = path_join(&x->arena, cwd_get(&x->arena), x->dir);
    assert_string_equal(unit_cache_dir(&x->arena, NULL, root),
                        path_join(&x->arena, root, ".concadvise"));
    assert_null(unit_cache_dir(&x->arena, path_join(&x->arena, x->source, "sub"), root));
    assert_int_equal(setenv("XDG_CACHE_HOME", root, 1), 0);
    const char *fallback = unit_cache_dir(&x->arena, NULL, "/proc/self");
    assert_non_null(fallback);
    assert_true(path_inside(root, fallback));
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
    const struct CMUnitTest tests[] = {
        TEST(test_hit_and_content), TEST(test_key), TEST(test_missing_header_comes),
        TEST(test_stats_and_clear), TEST(test_damaged_file), TEST(test_damaged_anywhere),
        TEST(test_foreign_database), TEST(test_schema_versions), TEST(test_directories),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
