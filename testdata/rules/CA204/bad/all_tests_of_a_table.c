// why: all tests run one after the other, and their threads go on: two of them meet
#include <pthread.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

struct test {
    const char *name;
    int (*run)(void);
};

static char line[32];

static void *stamp(void *arg)
{
    time_t now = time(NULL);
    strftime(arg, 32, "%H:%M", localtime(&now)); // expect: CA204
    return NULL;
}

static void *year(void *arg)
{
    time_t now = time(NULL);
    *(int *)arg = localtime(&now)->tm_year; // expect: CA204
    return NULL;
}

static int test_stamp(void)
{
    pthread_t t;
    pthread_create(&t, NULL, stamp, line);
    pthread_detach(t);
    return 0;
}

static int test_year(void)
{
    static int result;
    pthread_t t;
    pthread_create(&t, NULL, year, &result);
    pthread_detach(t);
    return 0;
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
    {"stamp", test_stamp}, {"year", test_year}, {"add", test_add}, {"sub", test_sub},
    {"mul", test_mul},     {"div", test_div},   {"mod", test_mod}, {"and", test_and},
    {"or", test_or},       {"xor", test_xor},
};

int main(void)
{
    int failed = 0;

    for (size_t i = 0; i < sizeof tests / sizeof *tests; i++)
        failed += tests[i].run();
    printf("%d failed\n", failed);
    return failed;
}
