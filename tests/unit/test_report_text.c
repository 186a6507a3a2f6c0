/* Order, duplicates, and the exact shape of the text and JSON reports. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <jansson.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "report/report.h"

struct fixture {
    struct arena arena;
    struct findings f;
    const char *cwd, *file;
};

static struct finding *add(struct fixture *x, const char *file, uint32_t line, uint32_t col,
                           const char *message)
{
    struct finding f = {.rule = "CA101", .level = LEVEL_WARNING, .confidence = CONF_HIGH,
                        .at = {.file = file, .line = line, .col = col}, .message = message,
                        .worst_ms = -1};
    vec_push(&x->arena, &x->f.list, f);
    return &vec_last(&x->f.list);
}

static int setup(void **state)
{
    static struct fixture x;
    memset(&x, 0, sizeof x);
    arena_init(&x.arena);
    x.cwd = cwd_get(&x.arena);
    x.file = path_join(&x.arena, x.cwd, "report_text.c");
    struct err ERR_CLEANUP err = {0};
    static const char text[] = "int f(void)\n{\n\treturn sleep(1);\n}\n";
    if (!file_write_atomic(x.file, text, sizeof text - 1, &err))
        return 1;
    *state = &x;
    return 0;
}

static int teardown(void **state)
{
    struct fixture *x = *state;
    (void)unlink(x->file);
    arena_release(&x->arena);
    return 0;
}

static const char *render(struct fixture *x, bool color, bool as_json)
{
    struct report r = {.findings = x->f.list.v, .n = x->f.list.n, .cwd = x->cwd, .root = x->cwd,
                       .color = color, .libclang_version = "19.1.7"};
    struct buf BUF_CLEANUP out = {0};
    (as_json ? report_json : report_text)(&x->arena, &r, &out);
    return arena_strdup(&x->arena, buf_str(&out));
}

static void test_whole_block(void **state)
{
    struct fixture *x = *state;
    static const char *const notes[] = {"every other client waits"};
    struct step steps[] = {
        {.name = "on_request",
         .at = {.file = x->file, .line = 1, .col = 5},
         .via = "libevent callback registered at",
         .via_at = {.file = "/usr/x.c", .line = 8, .col = 5}},
        {.name = "nap",
         .at = {.file = x->file, .line = 1, .col = 5},
         .via = "called at",
         .via_at = {.file = x->file, .line = 2, .col = 1}},
        {.name = "doze",
         .at = {.file = x->file, .line = 1, .col = 5},
         .via = "called through conn.handler at",
         .via_at = {.file = x->file, .line = 2, .col = 1}},
        {.name = "sleep",
         .at = {.file = x->file, .line = 3, .col = 9},
         .via = "called at",
         .via_at = {.file = x->file, .line = 3, .col = 9},
         .macro = {.file = x->file, .line = 2, .col = 1}},
    };
    struct finding *f = add(x, x->file, 3, 9, "sleep() can block the event loop for 1 s");
    f->at.end_col = 14;
    f->steps = steps;
    f->n_steps = 4;
    f->intro = "runs on the loop";
    f->notes = notes;
    f->n_notes = 1;
    f->help = "use a timer";
    assert_string_equal(
        render(x, false, false),
        "report_text.c:3:9: warning: sleep() can block the event loop for 1 s "
        "[CA101 blocking-call-on-loop]\n"
        "    3 | \treturn sleep(1);\n"
        "      | \t       ^~~~~\n"
        "  note: runs on the loop: on_request (libevent callback registered at /usr/x.c:8:5) > "
        "nap (report_text.c:1) > doze (called through conn.handler at report_text.c:2:1) > sleep\n"
        "  note: in a macro defined at report_text.c:2:1\n"
        "  note: every other client waits\n"
        "  help: use a timer; see `concadvise explain CA101`\n");
}

static void test_no_source(void **state)
{
    struct fixture *x = *state;
    struct finding *f = add(x, "/no/such/file.c", 7, 1, "m");
    f->suppressed = true;
    f->suppress_reason = "why";
    f->confidence = CONF_LOW;
    assert_string_equal(render(x, false, false),
                        "/no/such/file.c:7:1: warning: m [CA101 blocking-call-on-loop, low "
                        "confidence] (suppressed: why)\n"
                        "  help: see `concadvise explain CA101`\n");
}

static void test_color_only_adds_escapes(void **state)
{
    struct fixture *x = *state;
    add(x, x->file, 3, 9, "m");
    const char *plain = render(x, false, false), *colored = render(x, true, false);
    assert_non_null(strstr(colored, "\033["));
    assert_null(strchr(plain, '\033'));
    struct buf BUF_CLEANUP stripped = {0};
    for (const char *p = colored; *p; p++) {
        if (*p == '\033')
            p += strcspn(p, "m");
        else
            buf_addc(&stripped, *p);
    }
    assert_string_equal(buf_str(&stripped), plain);
}

static void test_order(void **state)
{
    struct fixture *x = *state;
    add(x, "/b.c", 1, 1, "z");
    add(x, "/a.c", 10, 1, "z");
    add(x, "/a.c", 9, 5, "z");
    add(x, "/a.c", 9, 4, "z");
    add(x, "/a.c", 9, 4, "y");
    findings_order(&x->arena, &x->f);
    assert_int_equal(x->f.list.n, 5);
    assert_string_equal(x->f.list.v[0].message, "y");
    assert_int_equal(x->f.list.v[1].at.col, 4);
    assert_int_equal(x->f.list.v[2].at.col, 5);
    assert_int_equal(x->f.list.v[3].at.line, 10);
    assert_string_equal(x->f.list.v[4].at.file, "/b.c");
}

static void test_duplicates_keep_the_best(void **state)
{
    struct fixture *x = *state;
    struct step steps[2] = {{.name = "a"}, {.name = "b"}};
    struct finding *f = add(x, "/a.c", 1, 1, "m");
    f->suppressed = true;
    f = add(x, "/a.c", 1, 1, "m");
    f->confidence = CONF_MEDIUM;
    f = add(x, "/a.c", 1, 1, "m");
    f->steps = steps;
    f->n_steps = 2;
    f = add(x, "/a.c", 1, 1, "m");
    f->steps = steps;
    f->n_steps = 1;
    add(x, "/a.c", 1, 1, "other");
    findings_order(&x->arena, &x->f);
    assert_int_equal(x->f.list.n, 2);
    assert_false(x->f.list.v[0].suppressed);
    assert_int_equal(x->f.list.v[0].confidence, CONF_HIGH);
    assert_int_equal(x->f.list.v[0].n_steps, 1);
}

static void test_json(void **state)
{
    struct fixture *x = *state;
    struct step step = {.name = "sle\xff" "ep", .at = {.file = x->file, .line = 3, .col = 9}};
    struct finding *f = add(x, x->file, 3, 9, "say \"hi\"");
    f->steps = &step;
    f->n_steps = 1;
    json_error_t error;
    json_t *o = json_loads(render(x, false, true), 0, &error);
    assert_non_null(o);
    json_t *first = json_array_get(json_object_get(o, "findings"), 0);
    assert_string_equal(json_string_value(json_object_get(first, "message")), "say \"hi\"");
    json_t *at = json_object_get(first, "at");
    assert_string_equal(json_string_value(json_object_get(at, "file")), "report_text.c");
    assert_true(json_is_null(json_object_get(first, "worst_ms")));
    json_t *hop = json_array_get(json_object_get(first, "chain"), 0);
    assert_string_equal(json_string_value(json_object_get(hop, "name")), "sle\xef\xbf\xbd" "ep");
    assert_int_equal(json_integer_value(json_object_get(o, "schema_version")), 1);
    json_decref(o);
}

static void test_formats(void **state)
{
    struct fixture *x = *state;
    assert_non_null(report_format_find("text", 4));
    assert_non_null(report_format_find("json:out", 4));
    assert_null(report_format_find("tex", 3));
    assert_null(report_format_find("", 0));
    assert_string_equal(report_format_names(&x->arena),
                        "text, json, sarif, github, gitlab, checkstyle, html");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
    const struct CMUnitTest tests[] = {
        TEST(test_whole_block), TEST(test_no_source), TEST(test_color_only_adds_escapes),
        TEST(test_order), TEST(test_duplicates_keep_the_best), TEST(test_json), TEST(test_formats),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
