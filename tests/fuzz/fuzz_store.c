/*
 * Both databases with bytes turned round. The input: how (a byte: which database; cut off or not;
 * patches to a good one, or the whole file), then for cutting three bytes, then patches (three
 * bytes place, one byte value). Afterwards the cache must work or say why not, what it gives back
 * must be a unit, and reading measurements must leave the file as it is.
 */
#include <string.h>
#include <sys/stat.h>

#include "db/bench_store.h"
#include "db/unit_cache.h"
#include "place.h"
#include "unit/builder.h"
#include "unit/bytes.h"

enum { IS_BENCH = 1, IS_CUT = 2, IS_WHOLE = 4, HOWS = 8, DATABASE_MAX = 1 << 24, ROWS = 30 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

static const char *const flags[] = {"-DX", NULL};
static struct arena forever;
static struct bytes good[2]; /* the cache's, the measurements' */

static const char *name_of(struct arena *a, bool is_bench)
{
    return path_join(a, fuzz_folder(), is_bench ? "bench.db" : "units.sqlite");
}

static void remove_all(struct arena *a, bool is_bench)
{
    static const char *const tails[] = {"", "-wal", "-shm", "-journal", ".bad", ".bad-wal"};
    for (size_t i = 0; i < sizeof tails / sizeof tails[0]; i++)
        (void)unlink(arena_printf(a, "%s%s", name_of(a, is_bench), tails[i]));
}

/* ---- the cache ---- */

static struct job a_job(struct arena *a)
{
    return (struct job){.file = path_join(a, fuzz_folder(), "a.c"), .directory = fuzz_folder(),
                        .flags = (const char **)(uintptr_t)flags, .n_flags = 1};
}

static void put_unit(struct arena *a, struct unit_cache *c)
{
    BUF_CLEANUP struct buf out = {0};
    struct unit_builder *b = builder_new(a);
    struct job job = a_job(a);
    struct cache_place place = {fuzz_folder(), NULL};
    struct unit_file file = {.name = builder_str(b, job.file), .flags = FILE_MAIN,
                             .hash = hash_bytes("int x;\n", 7), .size = 7};
    struct unit_info info = {.status = UNIT_OK, .main_file = builder_file(b, &file)};
    const struct unit *u = builder_finish(b, &info);

    unit_encode(u, &out);
    unit_cache_begin(c);
    unit_cache_put(c, &job, &place, u, out.s, out.n);
    unit_cache_end(c);
}

static bool get_unit(struct arena *a, struct unit_cache *c)
{
    BUF_CLEANUP struct buf text = {0};
    struct unit u;
    size_t n = 0;
    struct job job = a_job(a);
    struct cache_place place = {fuzz_folder(), NULL};
    bool found = unit_cache_get(a, c, &job, &place, &u, &n);

    if (found)
        unit_dump(&u, NULL, &text);
    return found;
}

static void use_cache(struct arena *a)
{
    ERR_CLEANUP struct err err = {0};
    const char *note = NULL;
    struct unit_cache_stats stats;
    struct unit_cache *c = unit_cache_open(a, fuzz_folder(), "t", &note, &err);

    if (!c) {
        ASSERT(err.text.n > 0);
        return;
    }
    (void)get_unit(a, c);
    put_unit(a, c);
    (void)unit_cache_stats(c, &stats);
    if (!get_unit(a, c) && note) /* made anew: what was put must be there */
        BUG("a new cache forgets");
    bool is_damaged = unit_cache_is_damaged(c);
    unit_cache_close(c);
    if (is_damaged && !unit_cache_set_aside(a, fuzz_folder()))
        BUG("a damaged cache cannot be set aside");
}

/* ---- measurements ---- */

static void put_rows(struct arena *a, struct bench_store *s, uint32_t n)
{
    ERR_CLEANUP struct err err = {0};
    struct bench_machine m = {.cpu = "c", .cpus = 2, .kernel = "k", .memory_mb = 1};
    struct bench_run run = {.uid = "", .grid = "quick", .tool = "t", .started_s = 5, .noise = ""};
    bool is_new;

    machine_fingerprint(a, &m);
    bool ok = bench_store_begin(s, &m, &run, &err);
    for (uint32_t i = 1; ok && i <= n; i++) {
        struct bench_row row = {.run = run.id, .seq = i, .version = BENCH_VERSION,
                                .params = {.variant = "v"}};
        struct bench_primitive_row single = {
            .run = run.id, .primitive = {arena_printf(a, "p%u", i), "ns", 1, 0}};
        ok = bench_store_put(s, &row, &is_new, &err) &&
             bench_store_put_primitive(s, &single, &is_new, &err);
    }
    ASSERT(ok || err.text.n > 0);
    if (ok && !bench_store_end(s, run.id, 6, "", &err))
        ASSERT(err.text.n > 0);
}

static void read_rows(struct arena *a)
{
    ERR_CLEANUP struct err err = {0};
    struct bench_filter any = {0};
    struct bench_rows rows = {0};
    struct bench_runs runs = {0};
    struct bench_primitive_rows singles = {0};
    struct bench_store *s = bench_store_open_to_read(a, name_of(a, true), &err);
    bool ok = s && bench_store_rows(a, s, &any, &rows, &err) &&
              bench_store_runs(a, s, &runs, &err) &&
              bench_store_primitives(a, s, &any, &singles, &err);

    ASSERT(ok || err.text.n > 0);
    bench_store_close(s);
}

static void use_bench(struct arena *a)
{
    ERR_CLEANUP struct err err = {0};
    const char *note = NULL;
    struct bytes before, after;
    const char *path = name_of(a, true);

    ASSERT(file_read(a, path, DATABASE_MAX, &before, &err));
    read_rows(a);
    ASSERT(file_read(a, path, DATABASE_MAX, &after, &err));
    /* An older one is brought up: bytes 60 to 63 are its version. */
    if (before.n < 64 || !memcmp(before.p + 60, after.p + 60, 4))
        ASSERT(before.n == after.n && !memcmp(before.p, after.p, before.n));
    struct bench_store *s = bench_store_open(a, path, &note, &err);
    if (s)
        put_rows(a, s, 2);
    else
        ASSERT(err.text.n > 0);
    bench_store_close(s);
}

/* ---- the file ---- */

static void make_good(void)
{
    ERR_CLEANUP struct err err = {0};
    const char *note = NULL;

    arena_init(&forever);
    fuzz_write(path_join(&forever, fuzz_folder(), "a.c"), "int x;\n", 7);
    struct unit_cache *c = unit_cache_open(&forever, fuzz_folder(), "t", &note, &err);
    ASSERT(c);
    put_unit(&forever, c);
    unit_cache_close(c);
    struct bench_store *s = bench_store_open(&forever, name_of(&forever, true), &note, &err);
    ASSERT(s);
    put_rows(&forever, s, ROWS);
    bench_store_close(s);
    for (int i = 0; i < 2; i++)
        ASSERT(file_read(&forever, name_of(&forever, i), DATABASE_MAX, &good[i], &err));
}

static size_t take_place(const uint8_t **data, size_t *n)
{
    size_t place = *n < 3 ? 0 : (*data)[0] | (size_t)(*data)[1] << 8 | (size_t)(*data)[2] << 16;
    size_t step = *n < 3 ? *n : 3;
    *data += step;
    *n -= step;
    return place;
}

static void write_file(struct arena *a, uint8_t how, const uint8_t *data, size_t n)
{
    const struct bytes *from = &good[how & IS_BENCH];
    size_t size = from->n;
    char *bytes = arena_strndup(a, from->p, size);

    if (how & IS_WHOLE) {
        fuzz_write(name_of(a, how & IS_BENCH), data, n);
        return;
    }
    if (how & IS_CUT)
        size = take_place(&data, &n) % (size + 1);
    while (n >= 4 && size > 0) {
        size_t place = take_place(&data, &n) % size;
        bytes[place] = (char)*data++;
        n--;
    }
    fuzz_write(name_of(a, how & IS_BENCH), bytes, size);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    struct arena a;

    if (!good[0].p)
        make_good();
    if (n == 0)
        return 0;
    arena_init(&a);
    uint8_t how = data[0] % HOWS;
    remove_all(&a, how & IS_BENCH);
    write_file(&a, how, data + 1, n - 1);
    if (how & IS_BENCH)
        use_bench(&a);
    else
        use_cache(&a);
    arena_release(&a);
    return 0;
}
