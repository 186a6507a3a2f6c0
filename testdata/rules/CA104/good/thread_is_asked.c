// why: the function asks which thread it is on, and only then calls the loop directly
#include <pthread.h>
#include <stdlib.h>
#include <unistd.h>
#include <uv.h>

struct server {
    uv_loop_t *loop;
    pthread_t thread;
    uv_async_t wake;
    int stopping;
};

static void on_wake(uv_async_t *a)
{
    struct server *s = a->data;
    if (s->stopping)
        uv_stop(s->loop);
}

static void server_stop(struct server *s)
{
    if (pthread_equal(pthread_self(), s->thread)) {
        uv_stop(s->loop);
        return;
    }
    s->stopping = 1;
    uv_async_send(&s->wake);
}

static void *console(void *arg)
{
    sleep(10);
    server_stop(arg);
    return NULL;
}

int server_run(struct server *s)
{
    pthread_t t;
    s->loop = uv_default_loop();
    s->thread = pthread_self();
    s->wake.data = s;
    uv_async_init(s->loop, &s->wake, on_wake);
    if (pthread_create(&t, NULL, console, s))
        return -1;
    pthread_detach(t);
    return uv_run(s->loop, UV_RUN_DEFAULT);
}
