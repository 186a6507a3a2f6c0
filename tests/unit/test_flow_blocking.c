/*
 * What is said of one call in f(), without a context: "no", or how it blocks (call, fd, drain,
 * spin) with the confidence; and how long, when the source says so.
 */
#include "flow/blocking.h"
#include "flow/guards.h"
#include "flow_support.h"

#define HEAD                                                                                       \
    "#include <errno.h>\n#include <fcntl.h>\n#include <netdb.h>\n#include <poll.h>\n"             \
    "#include <pthread.h>\n#include <sys/epoll.h>\n#include <sys/socket.h>\n"                     \
    "#include <sys/wait.h>\n#include <time.h>\n#include <unistd.h>\n"                             \
    "enum { NB = 04000 }; char b[64]; int g;\n"

static struct blocking judge(const char *body, const char *callee, uint32_t nth)
{
    struct arena a;
    arena_init(&a);
    const struct flow_facts *f = facts_of_text(&a, arena_printf(&a, "%s%s", HEAD, body));
    site_id site = nth_call(f->program, "f", callee, nth);
    struct blocking out = blocking_judge(f, site, NULL, f->site_cat[site.v]);
    arena_release(&a);
    return out;
}

static void check(const char *body, const char *callee, uint32_t nth, const char *expected)
{
    static const char *const hows[] = {"no", "call", "fd", "drain", "spin"};
    static const char *const confs[] = {" low", " medium", " high"};
    struct blocking got = judge(body, callee, nth);
    struct buf BUF_CLEANUP text = {0};

    buf_adds(&text, hows[got.how]);
    if (got.how != BLOCKS_NOT)
        buf_adds(&text, confs[got.conf]);
    if (strcmp(buf_str(&text), expected))
        fail_msg("%s(): got '%s', expected '%s'\n%s", callee, buf_str(&text), expected, body);
}

static void durations(void **state)
{
    (void)state;
    struct blocking s = judge("void f(void) { sleep(5); }", "sleep", 0);
    assert_int_equal(s.how, BLOCKS_CALL);
    assert_int_equal(s.device, DEV_TIMER);
    assert_true(s.exact);
    assert_int_equal(s.worst_ms, 5000);
    check("void f(void) { sleep(0); }", "sleep", 0, "no");
    check("void f(void) { usleep(200); }", "usleep", 0, "call low");
    assert_false(judge("void f(int n) { sleep(n); }", "sleep", 0).exact);
    s = judge("void f(void) { struct timespec t; t.tv_sec = 2; t.tv_nsec = 500000000;"
              " nanosleep(&t, 0); }", "nanosleep", 0);
    assert_true(s.exact);
    assert_int_equal(s.worst_ms, 2500);
    check("void f(void) { struct timespec t; t.tv_sec = 0; t.tv_nsec = 0; nanosleep(&t, 0); }",
          "nanosleep", 0, "no");
    s = judge("static const struct timespec t = {3, 0}; void f(void) { nanosleep(&t, 0); }",
              "nanosleep", 0);
    assert_int_equal(s.how, BLOCKS_CALL);
}

static void flags_of_calls(void **state)
{
    (void)state;
    check("void f(int p) { waitpid(p, 0, 0); }", "waitpid", 0, "call high");
    check("void f(int p) { waitpid(p, 0, WNOHANG); }", "waitpid", 0, "no");
    check("void f(int p, int n) { waitpid(p, 0, n | WNOHANG); }", "waitpid", 0, "no");
    check("int w(int p, int n) { return waitpid(p, 0, n); }"
          "void f(int p) { w(p, 0); waitpid(p, 0, 0); }", "waitpid", 0, "call high");
    check("void f(struct addrinfo **r) { getaddrinfo(\"a\", \"b\", 0, r); }", "getaddrinfo", 0,
          "call high");
    check("void f(struct addrinfo **r) { struct addrinfo h = {0}; h.ai_flags = AI_NUMERICHOST;"
          " getaddrinfo(\"a\", \"b\", &h, r); }", "getaddrinfo", 0, "no");
    check("void f(struct addrinfo **r, int c) { struct addrinfo h = {0};"
          " if (c) h.ai_flags = AI_NUMERICHOST; getaddrinfo(\"a\", \"b\", &h, r); }",
          "getaddrinfo", 0, "call medium");
    check("void f(struct addrinfo **r) { struct addrinfo h = {0}; h.ai_flags = AI_PASSIVE;"
          " getaddrinfo(\"a\", \"b\", &h, r); }", "getaddrinfo", 0, "call high");
}

static void modes_of_descriptors(void **state)
{
    (void)state;
    check("void f(void) { int s = socket(2, 1, 0); read(s, b, 9); }", "read", 0, "fd high");
    check("void f(void) { int s = socket(2, 1 | NB, 0); read(s, b, 9); }", "read", 0, "no");
    check("void f(int s) { read(s, b, 9); }", "read", 0, "no");
    check("void f(void) { int s = socket(2, 1, 0); recv(s, b, 9, MSG_DONTWAIT); }", "recv", 0,
          "no");
    check("void f(void) { int s = socket(2, 1, 0); recv(s, b, 9, 0); }", "recv", 0, "fd high");
    check("void f(void) { int s = socket(2, 1, 0); write(s, b, 9); }", "write", 0, "fd medium");
    check("void f(void) { int s = open(\"x\", O_RDONLY); read(s, b, 9); }", "read", 0, "fd low");
    check("void f(struct sockaddr *a) { int s = socket(2, 1, 0); connect(s, a, 16);"
          " fcntl(s, F_SETFL, O_NONBLOCK); connect(s, a, 16); }", "connect", 0, "fd high");
    check("void f(struct sockaddr *a) { int s = socket(2, 1, 0); connect(s, a, 16);"
          " fcntl(s, F_SETFL, O_NONBLOCK); connect(s, a, 16); }", "connect", 1, "no");
    check("void f(struct sockaddr *a) { int s = socket(2, 2, 0); connect(s, a, 16); }", "connect",
          0, "no");
}

#define NONBLOCK "int s = socket(2, 1 | NB, 0); long n;"
#define WATCHED                                                                                    \
    "int s = socket(2, 1, 0); struct epoll_event e; long n;"                                       \
    " epoll_ctl(g, EPOLL_CTL_ADD, s, &e);"

static void retries(void **state)
{
    (void)state;
    check("void f(void) { " NONBLOCK " while ((n = write(s, b, 9)) < 0 && errno == EAGAIN) ; }",
          "write", 0, "spin high");
    check("void f(void) { " NONBLOCK " do { n = write(s, b, 9); if (n < 0 && errno != EAGAIN)"
          " return; } while (n < 9); }", "write", 0, "spin high");
    check("void f(void) { " NONBLOCK " while ((n = write(s, b, 9)) < 0 && errno == EINTR) ; }",
          "write", 0, "no");
    check("void f(struct pollfd *p) { " NONBLOCK " while ((n = write(s, b, 9)) < 0 &&"
          " errno == EAGAIN) poll(p, 1, -1); }", "write", 0, "no");
    check("void f(void) { " NONBLOCK " for (;;) { n = write(s, b, 9); if (n > 0) continue;"
          " if (errno == EAGAIN) break; } }", "write", 0, "no");
    check("void f(void) { " NONBLOCK " int stop = 0; while (!stop) { n = write(s, b, 9);"
          " if (n < 0 && errno == EAGAIN) stop = 1; } }", "write", 0, "no");
    check("void f(void) { " NONBLOCK " int stop = 0; while (!stop) { n = write(s, b, 9);"
          " if (n < 0 && errno == EAGAIN) stop = 0; else stop = 1; } }", "write", 0, "spin high");
    check("void f(void) { " NONBLOCK " if ((n = write(s, b, 9)) < 0 && errno == EAGAIN) g = 1; }",
          "write", 0, "no");
}

static void drains(void **state)
{
    (void)state;
    check("void f(void) { " WATCHED " while ((n = read(s, b, 9)) > 0) g++; }", "read", 0,
          "drain medium");
    check("void f(void) { " WATCHED " read(s, b, 9); }", "read", 0, "no");
    check("void f(int k) { " WATCHED " while (k--) { n = read(s, b, 9); g++; } }", "read", 0,
          "no");
    check("void f(void) { " WATCHED " while ((n = read(s, b, 9)) > 0) s = g; }", "read", 0, "no");
    check("void f(void) { " WATCHED " while ((n = write(s, b, 9)) > 0) g++; }", "write", 0, "no");
    check("void f(struct epoll_event *v) { " WATCHED " while ((n = read(s, b, 9)) > 0)"
          " epoll_wait(g, v, 1, -1); }", "read", 0, "no");
}

static bool is_other_thread(const char *body)
{
    struct arena a;
    arena_init(&a);
    const struct flow_facts *f = facts_of_text(&a, arena_printf(&a, "%s%s", HEAD, body));
    bool is = guarded_by_thread_test(f, nth_call(f->program, "f", "sleep", 0));
    arena_release(&a);
    return is;
}

static void guards(void **state)
{
    (void)state;
    check("struct w { pthread_t t; int done; }; void f(struct w *w) { pthread_join(w->t, 0); }",
          "pthread_join", 0, "call high");
    check("struct w { pthread_t t; int done; };"
          "void f(struct w *w) { if (w->done) pthread_join(w->t, 0); }", "pthread_join", 0,
          "call low");
    check("struct w { pthread_t t; int done; };"
          "void f(struct w *w, struct w *x) { if (x->done) pthread_join(w->t, 0); }",
          "pthread_join", 0, "call high");
    assert_true(is_other_thread("pthread_t loop; void f(void) {"
                                " if (!pthread_equal(pthread_self(), loop)) sleep(1); }"));
    assert_true(is_other_thread("pthread_t loop; static int on_loop(void) {"
                                " return pthread_self() == loop; }"
                                "void f(int c) { if (c) if (!on_loop()) sleep(1); }"));
    assert_false(is_other_thread("pthread_t loop; void f(int c) { loop = pthread_self();"
                                 " if (c) sleep(1); }"));
    assert_false(is_other_thread("void f(void) { sleep(1); }"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(durations), cmocka_unit_test(flags_of_calls),
        cmocka_unit_test(modes_of_descriptors), cmocka_unit_test(retries),
        cmocka_unit_test(drains), cmocka_unit_test(guards),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
