/* The loader: built-in catalogs load, indexes and defaults are right, users add and override. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
#include <string.h>
#include <time.h>

#include "base/embedded.h"
#include "base/file.h"
#include "catalog/read.h"
#include "catalog/shapes.h"

struct fixture {
    struct arena arena;
    struct err err;
    const struct catalog *cat;
};

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

static bool load(struct fixture *f, const char *user)
{
    const char *texts[] = {user}, *names[] = {".concadvise.json"};
    return catalog_load(&f->arena, texts, names, user ? 1 : 0, &f->cat, &f->err);
}

static void must_load(struct fixture *f, const char *user)
{
    if (!load(f, user))
        fail_msg("%s", buf_str(&f->err.text));
}

static void built_in_catalogs_load(void **state)
{
    struct fixture *f = *state;
    must_load(f, NULL);
    uint32_t n_modelled = 0;
    for (uint32_t i = 0; i < catalog_count(f->cat); i++) {
        const struct cat_func *func = catalog_at(f->cat, i);
        assert_ptr_equal(catalog_find(f->cat, func->name), func);
        assert_non_null(func->library);
        assert_true(strlen(func->source) > 0);
        n_modelled += !func->never_blocks;
        if (i)
            assert_true(strcmp(catalog_at(f->cat, i - 1)->name, func->name) < 0);
    }
    assert_true(n_modelled >= 1500); /* with an effect, not only known to have none */
    assert_null(catalog_find(f->cat, "no_such_function"));
    assert_null(catalog_find(f->cat, "sa_handler")); /* a field's name is not a function's */
    assert_null(catalog_find(f->cat, ""));
}

/* A name in two built-in catalogs would silently hide one of its entries. */
static void no_function_is_catalogued_twice(void **state)
{
    struct fixture *f = *state;
    struct strtab names;
    strtab_init(&names, &f->arena);
    for (const struct embedded_file *file = embedded_catalogs; file->name; file++) {
        struct cat_entries entries = {0};
        struct cat_text text = {file->name, file->text, file->n, false};
        assert_true(cat_read(&f->arena, &text, &entries, &f->err));
        for (uint32_t i = 0; i < entries.funcs.n; i++) {
            const char *name = entries.funcs.v[i]->name;
            if (strtab_find(&names, name, strlen(name)) != UINT32_MAX)
                fail_msg("%s: '%s' is catalogued before", file->name, name);
            (void)strtab_add(&names, name, strlen(name));
        }
    }
}

static void loading_is_fast(void **state)
{
#ifdef CONCADVISE_SANITIZED
    (void)state;
    skip();
#else
    struct fixture *f = *state;
    double best = 1e9;
    for (int i = 0; i < 10; i++) {
        struct timespec from, to;
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &from);
        must_load(f, NULL);
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &to);
        double ms = (double)(to.tv_sec - from.tv_sec) * 1e3;
        ms += (double)(to.tv_nsec - from.tv_nsec) / 1e6;
        best = ms < best ? ms : best;
    }
    print_message("loading takes %.2f ms\n", best);
    assert_true(best < 20);
#endif
}

static void getaddrinfo_is_as_documented(void **state)
{
    struct fixture *f = *state;
    must_load(f, NULL);
    const struct cat_func *func = catalog_find(f->cat, "getaddrinfo");
    assert_non_null(func);
    assert_string_equal(func->library, "posix");
    assert_string_equal(func->file, "posix.json");
    assert_int_equal(func->blocks->device, DEV_DNS);
    assert_true(func->blocks->typical_ms > 0 && func->blocks->worst_ms >= 5000);
    assert_int_equal(func->blocks->fd, -1);
    assert_int_equal(func->blocks->duration_arg, -1);
    const struct cat_cond *c = &func->blocks->unless.v[0];
    assert_int_equal(c->test, CAT_BITS);
    assert_int_equal(c->arg, 2);
    assert_int_equal(c->num, 4);
    assert_string_equal(c->field, "ai_flags");
    assert_string_equal(c->name, "AI_NUMERICHOST");
    assert_int_equal(func->n_registers, 0);
    assert_null(func->lock);
}

static void each_part_is_read(void **state)
{
    struct fixture *f = *state;
    must_load(f, NULL);
    const struct cat_func *func = catalog_find(f->cat, "pthread_create");
    assert_int_equal(func->n_registers, 1);
    assert_int_equal(func->registers[0].cb, 2);
    assert_int_equal(func->registers[0].data, 3);
    assert_int_equal(func->registers[0].data_param, 0);
    assert_int_equal(func->registers[0].table, -1);
    assert_int_equal(func->registers[0].fd, -1);
    assert_int_equal(func->registers[0].returns_handle, 0);
    assert_int_equal(func->registers[0].domain, DOM_THREAD);
    func = catalog_find(f->cat, "pthread_cond_wait");
    assert_int_equal(func->lock->op, LOCK_COND_WAIT);
    assert_int_equal(func->lock->mutex, 1);
    assert_true(func->blocks->worst_ms < 0);
    func = catalog_find(f->cat, "fcntl");
    assert_int_equal(func->n_fd_modes, 2);
    assert_int_equal(func->fd_modes[0].when.n, 2);
    assert_true(func->fd_modes[0].nonblock);
    assert_false(func->fd_modes[1].nonblock);
    func = catalog_find(f->cat, "accept4");
    assert_true(func->fds[0].returns);
    assert_int_equal(func->fds[0].out, -1);
    assert_int_equal(func->fds[0].nonblock.n, 1);
    func = catalog_find(f->cat, "sleep");
    assert_int_equal(func->blocks->duration_arg, 0);
    assert_true(func->blocks->duration_ms > 999);
    func = catalog_find(f->cat, "epoll_wait");
    assert_int_equal(func->waits->kind, WAIT_MULTIPLEX);
    assert_true(func->waits->many);
    assert_int_equal(func->waits->nfds, -1);
    func = catalog_find(f->cat, "abort");
    assert_true(func->noreturn);
    assert_int_equal(func->process, PROC_EXIT_NOW);
    assert_int_equal(catalog_find(f->cat, "calloc")->alloc, ALLOC_CALLOC);
}

static void memory_effects_are_bits(void **state)
{
    struct fixture *f = *state;
    must_load(f, NULL);
    const struct cat_func *func = catalog_find(f->cat, "memcpy");
    assert_int_equal(func->memory.reads, 1u << 1);
    assert_int_equal(func->memory.writes, 1u << 0);
    assert_int_equal(func->memory.frees, 0);
    assert_int_equal(func->size, 2);
    assert_int_equal(func->returns_arg, 0);
    func = catalog_find(f->cat, "sscanf");
    assert_int_equal(func->memory.reads, 3);
    assert_int_equal(func->memory.writes, UINT32_MAX << 2);
    assert_int_equal(func->size, -1);
    assert_int_equal(func->returns_arg, -1);
    assert_int_equal(catalog_find(f->cat, "free")->memory.frees, 1);
}

static void fields_of_any_record(void **state)
{
    struct fixture *f = *state;
    must_load(f, NULL);
    const struct cat_handler_field *h = catalog_handler_field(f->cat, "anon:x.h:3:4", "sa_handler");
    assert_non_null(h);
    assert_int_equal(h->domain, DOM_SIGNAL);
    assert_int_equal(h->ready_fd, -1);
    assert_null(catalog_handler_field(f->cat, "sigaction", "sa_flags"));
}

static void users_add_and_override(void **state)
{
    struct fixture *f = *state;
    must_load(f, NULL);
    uint32_t before = catalog_count(f->cat);
    must_load(f, "{\"functions\": [{\"name\": [\"my_watch\", \"my_watch2\"],"
                 " \"registers\": [{\"cb\": 2, \"domain\": \"loop\", \"handle\": \"result\"}]},"
                 " {\"name\": \"getaddrinfo\", \"never_blocks\": true}],"
                 " \"handler_fields\": [{\"record\": \"my_io\", \"field\": \"on_read\","
                 " \"domain\": \"loop\", \"ready_fd\": 1}],"
                 " \"framework\": {\"label\": \"my loop callback\"}}");
    assert_int_equal(catalog_count(f->cat), before + 2);
    assert_true(catalog_find(f->cat, "getaddrinfo")->never_blocks);
    assert_null(catalog_find(f->cat, "getaddrinfo")->blocks);
    assert_string_equal(catalog_find(f->cat, "my_watch")->library, "user");
    assert_string_equal(catalog_find(f->cat, "my_watch2")->file, ".concadvise.json");
    assert_int_equal(catalog_find(f->cat, "my_watch2")->registers[0].returns_handle, -2);
    assert_int_equal(catalog_handler_field(f->cat, "my_io", "on_read")->ready_fd, 1);
    assert_string_equal(catalog_framework(f->cat, "user")->label, "my loop callback");
    assert_null(catalog_framework(f->cat, "no such library"));
}

static void a_whole_configuration_is_accepted(void **state)
{
    struct fixture *f = *state;
    must_load(f, "{\"exclude\": [\"x\"], \"catalog\": {\"library\": \"mine\", \"functions\":"
                 " [{\"name\": \"my_sleep\", \"blocks\": {\"on\": \"timer\", \"typical_ms\": 5,"
                 " \"worst_ms\": null, \"duration\": {\"arg\": 1, \"ms\": 10}}}]}}");
    const struct cat_func *func = catalog_find(f->cat, "my_sleep");
    assert_string_equal(func->library, "mine");
    assert_int_equal(func->blocks->duration_arg, 1);
    assert_true(func->blocks->worst_ms < 0);
}

static const char *documentation(struct fixture *f)
{
    const char *path = path_normal(&f->arena, TEST_SOURCE_DIR, "../docs/catalog.md");
    struct bytes text;
    if (!file_read(&f->arena, path, 1 << 20, &text, &f->err))
        fail_msg("%s", buf_str(&f->err.text));
    return text.p;
}

static void the_documented_example_loads(void **state)
{
    struct fixture *f = *state;
    static const char fence[] = "```json\n";
    const char *from = strstr(documentation(f), fence);
    assert_non_null(from);
    from += strlen(fence);
    const char *to = strstr(from, "```");
    assert_non_null(to);
    must_load(f, arena_strndup(&f->arena, from, (size_t)(to - from)));
    assert_string_equal(catalog_framework(f->cat, "engine")->wake, "engine_wake()");
    assert_int_equal(catalog_find(f->cat, "engine_run")->waits->kind, WAIT_RUN);
    assert_int_equal(catalog_find(f->cat, "cache_lock")->lock->op, LOCK_ACQUIRE);
    assert_string_equal(catalog_find(f->cat, "license_check")->blocks->fix,
                        "license_check_async()");
    assert_int_equal(catalog_handler_field(f->cat, "engine_conn", "on_data")->event, EV_READ);
}

static void calls_in_signal_handlers(void **state)
{
    struct fixture *f = *state;
    must_load(f, "{\"functions\": [{\"name\": \"pool_get\", \"alloc\": \"malloc\"}],"
                 " \"in_signal\": [{\"name\": \"raw_log\", \"is\": \"safe\"},"
                 "                 {\"name\": [\"printf\"], \"is\": \"log\"}]}");
    assert_int_equal(catalog_in_signal(f->cat, "write"), IN_SIGNAL_ERRNO);
    assert_int_equal(catalog_in_signal(f->cat, "_exit"), IN_SIGNAL_SAFE);
    assert_int_equal(catalog_in_signal(f->cat, "__builtin___fprintf_chk"), IN_SIGNAL_STDIO);
    assert_int_equal(catalog_in_signal(f->cat, "pool_get"), IN_SIGNAL_HEAP);
    assert_int_equal(catalog_in_signal(f->cat, "pthread_spin_lock"), IN_SIGNAL_LOCK);
    assert_int_equal(catalog_in_signal(f->cat, "raw_log"), IN_SIGNAL_SAFE);
    assert_int_equal(catalog_in_signal(f->cat, "printf"), IN_SIGNAL_LOG);
    assert_int_equal(catalog_in_signal(f->cat, "nobody_knows_it"), IN_SIGNAL_UNKNOWN);
}

static void commands_of_a_user_replace(void **state)
{
    struct fixture *f = *state;
    must_load(f, "{\"commands\": [{\"name\": [\"rm\", \"erase\"], \"use\": \"wipe()\"}],"
                 " \"framework\": {\"label\": \"x\", \"loop_bound\": [\"engine_add\"]}}");
    assert_string_equal(catalog_command(f->cat, "rm", 0)->use, "wipe()");
    assert_null(catalog_command(f->cat, "rm", 1));
    assert_string_equal(catalog_command(f->cat, "erase", 0)->use, "wipe()");
    assert_string_equal(catalog_command(f->cat, "ln", 0)->use, "link()");
    assert_string_equal(catalog_command(f->cat, "ln", 1)->use, "symlink()");
    assert_true(catalog_command(f->cat, "env", 0)->prefix);
    assert_null(catalog_command(f->cat, "gzip", 0));
    assert_string_equal(catalog_loop_bound(f->cat, "uv_stop")->library, "libuv");
    assert_string_equal(catalog_loop_bound(f->cat, "engine_add")->library, "user");
    assert_null(catalog_loop_bound(f->cat, "uv_async_send"));
}

/* Each key and word of the schema is in the documentation. */
static void every_word_is_documented(void **state)
{
    struct fixture *f = *state;
    const char *text = documentation(f);
    for (uint32_t d = 1; d < CAT_DEVICES; d++)
        assert_non_null(strstr(text, arena_printf(&f->arena, "`%s`", cat_device_name(d))));
    for (uint32_t d = 1; d < CAT_DOMAINS; d++)
        assert_non_null(strstr(text, arena_printf(&f->arena, "`%s`", cat_domain_name(d))));
    for (uint32_t i = 0; i < cat_function_shape.n; i++)
        assert_non_null(
            strstr(text, arena_printf(&f->arena, "`%s`", cat_function_shape.fields[i].key)));
    for (uint32_t i = 0; i < cat_signal_shape.n; i++)
        assert_non_null(
            strstr(text, arena_printf(&f->arena, "`%s`", cat_signal_shape.fields[i].key)));
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
    const struct CMUnitTest tests[] = {
        TEST(built_in_catalogs_load),       TEST(no_function_is_catalogued_twice),
        TEST(loading_is_fast),              TEST(getaddrinfo_is_as_documented),
        TEST(each_part_is_read),            TEST(fields_of_any_record),
        TEST(users_add_and_override),       TEST(memory_effects_are_bits),
        TEST(the_documented_example_loads),
        TEST(calls_in_signal_handlers),
        TEST(commands_of_a_user_replace),
        TEST(every_word_is_documented),
        TEST(a_whole_configuration_is_accepted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
