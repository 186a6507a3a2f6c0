// why: the entry function reaches pthread_create() through a helper
#include <netdb.h>
#include <pthread.h>
#include <uv.h>

static int spawn_thread(void *(*entry)(void *), void *arg)
{
    pthread_attr_t attr;
    pthread_t t;
    int rc;

    pthread_attr_init(&attr);
    pthread_attr_setdetachstate(&attr, PTHREAD_CREATE_DETACHED);
    rc = pthread_create(&t, &attr, entry, arg);
    pthread_attr_destroy(&attr);
    return rc;
}

static void *resolver(void *arg)
{
    struct hostent *h = gethostbyname(arg);

    return h ? arg : NULL;
}

static void on_timer(uv_timer_t *timer)
{
    if (spawn_thread(resolver, timer->data) != 0)
        uv_timer_stop(timer);
}

int main(void)
{
    uv_timer_t timer;

    uv_timer_init(uv_default_loop(), &timer);
    timer.data = "example.org";
    uv_timer_start(&timer, on_timer, 0, 60000);
    return uv_run(uv_default_loop(), UV_RUN_DEFAULT);
}
