/*
 * Descriptors: the kind and the modes of the first origin in a text, what functions do to their
 * parameters, and the mode that a call sees, in the order in which calls run.
 */
#include "flow/context.h"
#include "flow/descriptors.h"
#include "flow_support.h"

#define HEAD                                                                                       \
    "#include <errno.h>\n#include <fcntl.h>\n#include <poll.h>\n#include <stdlib.h>\n"            \
    "#include <sys/epoll.h>\n#include <sys/eventfd.h>\n#include <sys/select.h>\n"                 \
    "#include <sys/socket.h>\n#include <sys/wait.h>\n#include <unistd.h>\n"                       \
    "int accept4(int, struct sockaddr *, socklen_t *, int); int pipe2(int *, int);\n"             \
    "enum { NB = 04000 };\n"

static struct flow_facts *facts(struct arena *a, const char *body)
{
    arena_init(a);
    return facts_of_text(a, arena_printf(a, "%s%s", HEAD, body));
}

static struct fd_origin origin_of(const char *body)
{
    struct arena a;
    const struct flow_facts *f = facts(&a, body);
    if (f->n_origins != 1)
        fail_msg("%u origins\n%s", f->n_origins, body);
    struct fd_origin o = f->origins[0];
    arena_release(&a);
    return o;
}

static void kinds_and_modes_at_birth(void **state)
{
    (void)state;
    struct fd_origin o = origin_of("int f(void) { return socket(2, 1, 0); }");
    assert_int_equal(o.kind, FD_SOCKET);
    assert_int_equal(o.birth, FD_MODE_BLOCKING);
    assert_false(o.watched || o.made_blocking || o.mode_site.v);
    o = origin_of("int f(void) { return socket(2, 1 | NB, 0); }");
    assert_int_equal(o.birth, FD_MODE_NONBLOCK);
    assert_int_equal(o.mode, FD_MODE_NONBLOCK);
    assert_int_equal(origin_of("int f(int t) { return socket(2, t, 0); }").birth,
                     FD_MODE_UNKNOWN);
    assert_int_equal(origin_of("int f(void) { return socket(2, 2, 0); }").kind, FD_DATAGRAM);
    assert_int_equal(origin_of("int f(int s) { return accept4(s, 0, 0, NB); }").birth,
                     FD_MODE_NONBLOCK);
    assert_int_equal(origin_of("int f(int s) { return accept4(s, 0, 0, 0); }").birth,
                     FD_MODE_BLOCKING);
    assert_int_equal(origin_of("int f(void) { return eventfd(0, 0); }").kind, FD_EVENT);
    o = origin_of("int p[2]; int f(void) { return pipe2(p, NB); }");
    assert_int_equal(o.kind, FD_PIPE);
    assert_int_equal(o.birth, FD_MODE_NONBLOCK);
}

static void modes_that_are_set(void **state)
{
    (void)state;
    struct fd_origin o = origin_of("void f(void) { int s = socket(2, 1, 0);"
                                   " fcntl(s, F_SETFL, O_NONBLOCK); }");
    assert_int_equal(o.birth, FD_MODE_BLOCKING);
    assert_int_equal(o.mode, FD_MODE_NONBLOCK);
    assert_int_not_equal(o.mode_site.v, 0);
    o = origin_of("static int nb(int fd) { int fl = fcntl(fd, F_GETFL);"
                  " return fcntl(fd, F_SETFL, fl | O_NONBLOCK); }"
                  "int g; void f(void) { g = socket(2, 1, 0); nb(g); }");
    assert_int_equal(o.mode, FD_MODE_NONBLOCK);
    o = origin_of("void f(void) { int s = socket(2, 1, 0);"
                  " fcntl(s, F_SETFL, fcntl(s, F_GETFL) & ~O_NONBLOCK); }");
    assert_true(o.made_blocking);
    assert_int_equal(o.mode, FD_MODE_BLOCKING);
    o = origin_of("void f(void) { int s = socket(2, 1, 0); fcntl(s, F_SETFD, FD_CLOEXEC); }");
    assert_false(o.made_blocking);
    assert_int_equal(o.mode, FD_MODE_BLOCKING);
}

static void who_is_watched(void **state)
{
    (void)state;
    assert_true(origin_of("void f(int e) { struct epoll_event v; int s = socket(2, 1, 0);"
                          " epoll_ctl(e, EPOLL_CTL_ADD, s, &v); }").watched);
    assert_true(origin_of("void f(void) { struct pollfd p; p.fd = socket(2, 1, 0); }").watched);
    assert_true(origin_of("fd_set r; void f(void) { int s = socket(2, 1, 0); FD_SET(s, &r); }")
                    .watched);
    assert_false(origin_of("struct conn { int fd; }; struct conn c;"
                           "void f(void) { c.fd = socket(2, 1, 0); }").watched);
}

static void what_functions_do(void **state)
{
    struct arena a;
    const struct flow_facts *f = facts(&a,
        "void die(void) { exit(1); } void maybe(int c) { if (c) die(); }"
        "void forever(void) { for (;;) pause(); }"
        "int spawn(void) { int p = fork(); return p; } int plain(void) { return getpid(); }"
        "int take(int s) { return accept(s, 0, 0); } int over(int s) { return take(s); }"
        "void nb(int fd) { fcntl(fd, F_SETFL, O_NONBLOCK); }"
        "void bl(int x, int fd) { fcntl(fd, F_SETFL, 0); }"
        "void any(int fd, int n) { fcntl(fd, F_SETFL, n); }"
        "void outer(int x, int fd) { nb(fd); }"
        "int pong(int n); int ping(int n) { return n ? pong(n - 1) : 0; }"
        "int pong(int n) { char b; if (n == 7) read(0, &b, 1); return ping(n); }");
    const struct program *p = f->program;
#define FACTS(name) f->funcs[find_func(p, name).v]
    (void)state;
    assert_true(FACTS("die").never_returns);
    assert_false(FACTS("maybe").never_returns);
    assert_true(FACTS("forever").never_returns);
    assert_true(FACTS("spawn").returns_pid);
    assert_false(FACTS("plain").returns_pid);
    assert_true(FACTS("take").accepts);
    assert_true(FACTS("over").accepts);
    assert_false(FACTS("nb").accepts);
    assert_int_equal(FACTS("nb").sets_mode[0], SETS_NONBLOCK);
    assert_int_equal(FACTS("bl").sets_mode[1], SETS_BLOCKING);
    assert_int_equal(FACTS("bl").sets_mode[0], SETS_NO_MODE);
    assert_int_equal(FACTS("any").sets_mode[0], SETS_UNCLEAR);
    assert_int_equal(FACTS("outer").sets_mode[1], SETS_NONBLOCK);
    assert_true(FACTS("ping").does_io);
    assert_false(FACTS("die").does_io);
    arena_release(&a);
}

/* -1: the function does not tell */
static int mode_at(const char *body, uint32_t nth)
{
    struct arena a;
    const struct flow_facts *f = facts(&a, body);
    site_id site = nth_call(f->program, "f", "read", nth);
    enum fd_mode mode = FD_MODE_UNKNOWN;
    bool is_told = local_fd_mode(f, site, NULL, site_arg(f->program, site, 0), &mode);
    arena_release(&a);
    return is_told ? (int)mode : -1;
}

static void modes_in_order(void **state)
{
    static const char in_order[] =
        "void f(char *b) { int s = socket(2, 1, 0); read(s, b, 1);"
        " fcntl(s, F_SETFL, O_NONBLOCK); read(s, b, 1); fcntl(s, F_SETFL, 0); read(s, b, 1); }";
    (void)state;
    assert_int_equal(mode_at(in_order, 0), FD_MODE_BLOCKING);
    assert_int_equal(mode_at(in_order, 1), FD_MODE_NONBLOCK);
    assert_int_equal(mode_at(in_order, 2), FD_MODE_BLOCKING);
    assert_int_equal(mode_at("void f(int s, char *b) { read(s, b, 1); }", 0), -1);
    assert_int_equal(mode_at("void f(int s, char *b, int c) {"
                             " if (c) fcntl(s, F_SETFL, O_NONBLOCK); read(s, b, 1); }", 0),
                     FD_MODE_UNKNOWN);
    assert_int_equal(mode_at("void f(int s, char *b, int c) {"
                             " if (c) fcntl(s, F_SETFL, O_NONBLOCK);"
                             " else fcntl(s, F_SETFL, NB); read(s, b, 1); }", 0),
                     FD_MODE_NONBLOCK);
    assert_int_equal(mode_at("void f(int s, char *b, int c) {"
                             " if (c) { fcntl(s, F_SETFL, O_NONBLOCK); exit(1); }"
                             " fcntl(s, F_SETFL, 0); read(s, b, 1); }", 0), FD_MODE_BLOCKING);
    assert_int_equal(mode_at("void f(char *b, int n) { int s = socket(2, 1, 0);"
                             " while (n--) { read(s, b, 1); fcntl(s, F_SETFL, O_NONBLOCK); } }",
                             0), FD_MODE_UNKNOWN);
    assert_int_equal(mode_at("void f(int s, int t, char *b) { fcntl(t, F_SETFL, O_NONBLOCK);"
                             " read(s, b, 1); }", 0), -1);
    assert_int_equal(mode_at("void f(char *b) { int s = socket(2, 1 | NB, 0); read(s, b, 1); }",
                             0), FD_MODE_NONBLOCK);
}

/* One variable after the other, and back: answers that are kept must be those of the question. */
static void modes_of_many_variables(void **state)
{
    struct arena a;
    struct buf BUF_CLEANUP text = {0};

    (void)state;
    buf_adds(&text, "void f(char *b) {\n");
    for (int i = 0; i < 20; i++)
        buf_addf(&text, "int s%d = socket(2, 1%s, 0);\n", i, i % 2 ? " | NB" : "");
    for (int i = 0; i < 40; i++)
        buf_addf(&text, "read(s%d, b, 1);\n", i % 20);
    buf_adds(&text, "}");
    const struct flow_facts *f = facts(&a, buf_str(&text));
    for (uint32_t i = 0; i < 40; i++) {
        site_id site = nth_call(f->program, "f", "read", i);
        enum fd_mode mode;
        assert_true(local_fd_mode(f, site, NULL, site_arg(f->program, site, 0), &mode));
        assert_int_equal(mode, i % 2 ? FD_MODE_NONBLOCK : FD_MODE_BLOCKING);
    }
    arena_release(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(kinds_and_modes_at_birth), cmocka_unit_test(modes_that_are_set),
        cmocka_unit_test(who_is_watched),           cmocka_unit_test(what_functions_do),
        cmocka_unit_test(modes_in_order),           cmocka_unit_test(modes_of_many_variables),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
