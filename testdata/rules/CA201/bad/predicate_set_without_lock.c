// why: "done" is set without the mutex that the waiting side holds while it looks at it
#include <pthread.h>
#include <stdbool.h>
#include <time.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t changed = PTHREAD_COND_INITIALIZER;
static bool is_done;

static void *compute(void *arg)
{
    is_done = true; // expect: CA201
    pthread_cond_signal(&changed);
    return arg;
}

int main(void)
{
    pthread_t t;
    struct timespec until;

    clock_gettime(CLOCK_REALTIME, &until);
    until.tv_sec += 1;
    pthread_create(&t, NULL, compute, NULL);
    pthread_mutex_lock(&lock);
    while (!is_done)
        if (pthread_cond_timedwait(&changed, &lock, &until) != 0)
            break;
    pthread_mutex_unlock(&lock);
    pthread_join(t, NULL);
    return 0;
}
