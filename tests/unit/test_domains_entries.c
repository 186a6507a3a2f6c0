/* Entries: registrations (also in wrappers and tables), handler fields, hand-written wait loops,
 * and what is made for each client. */
#include "domains_support.h"

#define EVENT_TEXT                                                                                 \
    "struct event_base; struct event;"                                                             \
    "struct event *event_new(struct event_base *b, int fd, short what,"                            \
    "  void (*cb)(int, short, void *), void *arg);"                                                \
    "int event_base_dispatch(struct event_base *b);"
#define SOCKET_TEXT                                                                                \
    "int socket(int d, int t, int p); int accept(int fd, void *a, void *n);"                       \
    "long read(int fd, void *b, unsigned long n); long write(int fd, const void *b,"               \
    "  unsigned long n); int close(int fd);"
#define POLL_TEXT                                                                                  \
    "struct pollfd { int fd; short events, revents; };"                                            \
    "int poll(struct pollfd *fds, unsigned long n, int timeout);"

/* "loop on_read thread run" : domain and function of all entries, regions with their wait. */
static const char *entries_of(struct domains_fixture *x)
{
    struct buf b BUF_CLEANUP = {0};
    for (uint32_t i = 0; i < x->domains->n; i++) {
        const struct entry *e = &x->domains->entries[i];
        buf_addf(&b, "%s%s %s%s%s%s", b.n ? ", " : "", cat_domain_name(e->domain),
                 x->program->funcs[e->func.v].name, e->region.v ? " around " : "",
                 e->region.v ? e->library : "", e->per_client ? " per client" : "");
    }
    return arena_strdup(&x->arena, buf_str(&b));
}

struct row {
    const char *name, *text, *expected;
};
static const struct row rows[] = {
    {"nothing registers", "int main(void) { return 0; }", ""},
    {"registration",
     EVENT_TEXT "static void cb(int f, short w, void *a) { (void)a; }"
                "int main(void) { event_new(0, 1, 2, cb, 0); return event_base_dispatch(0); }",
     "loop cb"},
    {"registration in a wrapper",
     EVENT_TEXT "static void one(int f, short w, void *a) { (void)a; }"
                "static void two(int f, short w, void *a) { (void)w; }"
                "static void watch(int fd, void (*cb)(int, short, void *))"
                "{ event_new(0, fd, 2, cb, 0); }"
                "int main(void) { watch(1, one); watch(2, two); return 0; }",
     "loop one, loop two"},
    {"callback through a table of the program",
     EVENT_TEXT "static void cb(int f, short w, void *a) { (void)a; }"
                "struct h { int fd; void (*run)(int, short, void *); };"
                "static const struct h table[] = {{3, cb}};"
                "int main(void) { event_new(0, table[0].fd, 2, table[0].run, 0); return 0; }",
     "loop cb"},
    {"thread, signal and exit",
     PTHREAD_TEXT "int atexit(void (*f)(void)); static void bye(void) { note(1); }"
                  "static void h(int n) { note(n); } static void *run(void *p) { return p; }"
                  "int main(void) { pthread_t t; atexit(bye); signal(2, h);"
                  "pthread_create(&t, 0, run, 0); return 0; }",
     "thread run, signal h, exit bye"},
    {"handler stored in a field",
     "struct sigaction { void (*sa_handler)(int); int sa_flags; };"
     "int sigaction(int n, const struct sigaction *a, struct sigaction *o);"
     "static void h(int n) { (void)n; }"
     "int main(void) { struct sigaction a = {0}; a.sa_handler = h; return sigaction(2, &a, 0); }",
     "signal h"},
    {"handler field in an initialiser",
     "struct ev_loop; typedef struct ev_io { int active; void *data;"
     "  void (*cb)(struct ev_loop *, struct ev_io *, int); int fd; } ev_io;"
     "static void on_io(struct ev_loop *l, struct ev_io *w, int e) { (void)l; (void)w; (void)e; }"
     "ev_io watcher = {0, 0, on_io, 3}; int main(void) { return 0; }",
     "loop on_io"},
    {"wait loop",
     POLL_TEXT SOCKET_TEXT
     "int main(void) { struct pollfd p[2]; char b[9]; for (;;) { poll(p, 2, -1);"
     "if (p[0].revents) read(p[0].fd, b, 9); if (p[1].revents) read(p[1].fd, b, 9); } }",
     "loop main around poll"},
    {"wait for one descriptor is no loop",
     POLL_TEXT SOCKET_TEXT
     "int main(void) { struct pollfd p; char b[9]; for (;;) { poll(&p, 1, -1);"
     "read(p.fd, b, 9); } }",
     ""},
    {"retry of a wait is no loop",
     POLL_TEXT "int main(void) { struct pollfd p[2]; int n; do { n = poll(p, 2, -1);"
               "} while (n < 0); return n; }",
     ""},
    {"wait in a callee",
     POLL_TEXT SOCKET_TEXT
     "static int wait_all(struct pollfd *p, int n) { return poll(p, n, -1); }"
     "int main(int n, char **v) { struct pollfd p[8]; for (;;) { wait_all(p, n);"
     "read(p[0].fd, v, 9); } }",
     "loop main around wait_all"},
    {"thread for each client",
     PTHREAD_TEXT SOCKET_TEXT
     "static void *serve(void *p) { return p; } static void *tick(void *p) { return p; }"
     "int main(void) { pthread_t t; int l = socket(2, 1, 0); pthread_create(&t, 0, tick, 0);"
     "for (;;) { int c = accept(l, 0, 0); pthread_create(&t, 0, serve, &c); } }",
     "thread serve per client, thread tick"},
    {"a client's own wait loop is no event loop",
     PTHREAD_TEXT POLL_TEXT SOCKET_TEXT
     "static void *serve(void *a) { struct pollfd p[2]; char b[9]; for (;;) { poll(p, 2, -1);"
     "if (p[0].revents) read(p[0].fd, b, 9); write(p[1].fd, b, 9); } return a; }"
     "int main(void) { pthread_t t; int l = socket(2, 1, 0); for (;;) {"
     "int c = accept(l, 0, 0); pthread_create(&t, 0, serve, &c); } }",
     "thread serve per client"},
};

static void test_entries(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct domains_fixture x;
        fixture_open(&x, rows[i].text);
        const char *got = entries_of(&x);
        if (strcmp(got, rows[i].expected) != 0)
            fail_msg("%s: \"%s\", expected \"%s\"", rows[i].name, got, rows[i].expected);
        fixture_close(&x);
    }
}

/* The place is where the user wrote the callback's name, not the catalogued call in the wrapper. */
static void test_place(void **state)
{
    struct domains_fixture x;
    (void)state;
    fixture_open(&x, EVENT_TEXT "static void cb(int f, short w, void *a) { (void)a; }\n"
                                "static void watch(int fd, void (*run)(int, short, void *))\n"
                                "{ event_new(0, fd, 2, run, 0); }\n"
                                "int main(void)\n{\n    watch(1, cb);\n    return 0;\n}\n");
    assert_int_equal(x.domains->n, 1);
    const struct entry *e = &x.domains->entries[0];
    const struct unit *u = x.program->units[e->where_unit];
    assert_string_equal(x.program->funcs[e->where.v].name, "main");
    assert_int_equal(u->places[e->place.v].line, 6);
    assert_string_equal(e->library, "libevent");
    assert_true(e->sure);
    fixture_close(&x);
}

static void test_words(void **state)
{
    struct entry e = {.domain = DOM_THREAD};
    (void)state;
    assert_string_equal(domain_entry_what(&e), "thread");
    e.domain = DOM_LOOP;
    assert_string_equal(domain_entry_what(&e), "callback");
    e.region = (loop_id){1};
    assert_string_equal(domain_entry_what(&e), "loop");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_entries),
        cmocka_unit_test(test_place),
        cmocka_unit_test(test_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
