// why: volatile orders nothing: the answer may be read before it is written
#include <pthread.h>
#include <sched.h>

static int answer;
static volatile int ready;

static void *compute(void *arg)
{
    answer = 42; // expect: CA201
    ready = 1; // expect: CA201
    return arg;
}

static void *wait_for_it(void *arg)
{
    while (!ready)
        sched_yield();
    return answer == 42 ? arg : NULL;
}

int main(void)
{
    pthread_t a, b;

    pthread_create(&a, NULL, compute, NULL);
    pthread_create(&b, NULL, wait_for_it, NULL);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    return 0;
}
