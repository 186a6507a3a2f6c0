// why: select() with no descriptors is the sleep of an old program
#include <pthread.h>
#include <stddef.h>
#include <sys/select.h>

static int state;
static pthread_mutex_t m = PTHREAD_MUTEX_INITIALIZER;

void set_state(int s)
{
    pthread_mutex_lock(&m);
    state = s;
    pthread_mutex_unlock(&m);
}

void wait_for(int s)
{
    for (;;) { // expect: CA304
        struct timeval tv;
        pthread_mutex_lock(&m);
        int now = state;
        pthread_mutex_unlock(&m);
        if (now == s)
            return;
        tv.tv_sec = 0;
        tv.tv_usec = 500;
        select(0, NULL, NULL, NULL, &tv);
    }
}
