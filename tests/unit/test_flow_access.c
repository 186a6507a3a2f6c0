/*
 * Guarded accesses of a function as text, in order: "w counter [m]" for a write with m held; r, a
 * (atomic read), A (atomic write), f (freed).
 */
#include "flow/access.h"
#include "flow_support.h"

#define HEAD                                                                                       \
    "#include <pthread.h>\n#include <stdatomic.h>\n#include <string.h>\n#include <stdlib.h>\n"     \
    "struct item { pthread_mutex_t lock; int refs; char name[8]; struct item *next; };\n"          \
    "struct two { int x, y; };\n"                                                                  \
    "static pthread_mutex_t m; static int counter; static struct two a2, b2;\n"                    \
    "static struct item *head; static _Atomic int at;\n"

static void add_access(const struct flow_facts *f, gfunc_id func, const struct access *x,
                       struct buf *out)
{
    struct lockset s = lockset_get(flow_locks(f), x->locks);

    buf_addf(out, "%s%c ", out->n ? "; " : "", "rwaAf"[x->kind]);
    loc_text(flow_locs(f), func, x->loc, out);
    for (uint32_t i = 0; i < s.n; i++) {
        buf_adds(out, i ? " " : " [");
        loc_text(flow_locs(f), func, s.v[i].lock, out);
    }
    buf_adds(out, s.n ? "]" : "");
}

static void check(const char *body, const char *expected)
{
    struct arena a;
    struct buf BUF_CLEANUP got = {0};

    arena_init(&a);
    const struct flow_facts *f = facts_of_text(&a, arena_printf(&a, "%s%s", HEAD, body));
    gfunc_id func = find_func(f->program, "f");
    struct access_list list = accesses_of(flow_accesses(f), func);
    for (uint32_t i = 0; i < list.n; i++)
        add_access(f, func, &list.v[i], &got);
    if (strcmp(buf_str(&got), expected))
        fail_msg("got '%s', expected '%s'\n%s", buf_str(&got), expected, body);
    arena_release(&a);
}

static void test_own(void **state)
{
    (void)state;
    check("void f(void) { counter = 1; }", "w counter");
    check("void f(void) { pthread_mutex_lock(&m); counter++; pthread_mutex_unlock(&m); }",
          "r counter [m]; w counter [m]");
    check("int f(void) { int local = 3; local++; return local; }", "");
    check("void f(void) { at++; at = 3; }", "A at; A at");
    check("void f(void) { a2 = b2; }", "r b2.x; r b2.y; w a2.x; w a2.y");
    check("void f(struct item *i) { i->refs = 1; }", "w i->refs");
}

static void test_library(void **state)
{
    (void)state;
    check("void f(void) { memset(&a2, 0, sizeof a2); }", "w a2.x; w a2.y");
    check("void f(struct item *i) { strcpy(i->name, \"x\"); }", "w i->name");
    check("void f(void) { free(head); }", "r head; f head[0]");
}

static void test_callees(void **state)
{
    (void)state;
    check("static void g(struct item *i) { i->refs = 1; }\n"
          "void f(struct item *a) { pthread_mutex_lock(&a->lock); g(a);\n"
          " pthread_mutex_unlock(&a->lock); }", "w a->refs [a->lock]");
    check("static void g(struct item *i) { pthread_mutex_lock(&i->lock); i->refs = 1;\n"
          " pthread_mutex_unlock(&i->lock); }\nvoid f(void) { g(head); }",
          "r head; w head->refs [head->lock]");
    check("static void g(int *p) { *p = 1; } void f(void) { g(&counter); g(&a2.x); }",
          "w counter; w a2.x");
    check("static void g(void) { counter = 1; } void f(void) { g(); }", ""); /* is g's own */
    check("static void g(struct item *i) { if (i->next) g(i->next); }\n"
          "void f(struct item *a) { g(a); }", "r a->next");
}

static void test_owned(void **state)
{
    (void)state;
    check("void f(void) { struct item *i = malloc(sizeof *i); i->refs = 1; head = i; }",
          "w head");
    check("static void init(struct item *i) { i->refs = 1; }\n"
          "void f(void) { struct item *i = malloc(sizeof *i); init(i); head = i; }", "w head");
    check("static void init(struct two *t) { t->x = 1; }\n"
          "int f(void) { struct two t; init(&t); return t.x; }", "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_own),
        cmocka_unit_test(test_library),
        cmocka_unit_test(test_callees),
        cmocka_unit_test(test_owned),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
