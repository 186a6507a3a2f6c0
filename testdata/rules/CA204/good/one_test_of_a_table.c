// why: a test runner runs the one test that is named; a thread of one test and a callback of another are
// why: never in one process
#include <stdlib.h>
#include <string.h>
#include <uv.h>

struct test {
    const char *name;
    int (*run)(void);
};

static int seen;

static void child_ready(void *arg)
{
    unsetenv("RUNNER_FD");
    *(int *)arg = 1;
}

static void on_tick(uv_timer_t *timer)
{
    seen = getenv("RUNNER_FD") != NULL;
    uv_timer_stop(timer);
}

static int test_in_thread(void)
{
    static int ready;
    uv_thread_t t;

    if (uv_thread_create(&t, child_ready, &ready))
        return 1;
    uv_run(uv_default_loop(), UV_RUN_DEFAULT);
    uv_thread_join(&t);
    return !ready;
}

static int test_timer(void)
{
    uv_timer_t timer;

    uv_timer_init(uv_default_loop(), &timer);
    uv_timer_start(&timer, on_tick, 10, 0);
    uv_run(uv_default_loop(), UV_RUN_DEFAULT);
    return seen;
}

static int test_add(void) { return 1 + 1 != 2; }
static int test_sub(void) { return 3 - 1 != 2; }
static int test_mul(void) { return 2 * 1 != 2; }
static int test_div(void) { return 4 / 2 != 2; }
static int test_mod(void) { return 7 % 5 != 2; }
static int test_and(void) { return (6 & 3) != 2; }
static int test_or(void) { return (0 | 2) != 2; }
static int test_xor(void) { return (3 ^ 1) != 2; }

static const struct test tests[] = {
    {"thread", test_in_thread}, {"timer", test_timer}, {"add", test_add}, {"sub", test_sub},
    {"mul", test_mul},          {"div", test_div},     {"mod", test_mod}, {"and", test_and},
    {"or", test_or},            {"xor", test_xor},
};

static int run_test(const char *name)
{
    for (size_t i = 0; i < sizeof tests / sizeof *tests; i++)
        if (strcmp(tests[i].name, name) == 0)
            return tests[i].run();
    return 255;
}

int main(int argc, char **argv)
{
    return argc > 1 ? run_test(argv[1]) : 0;
}
