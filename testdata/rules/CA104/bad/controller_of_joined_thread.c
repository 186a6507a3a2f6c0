// why: the loop runs in a thread that is joined later; the controller was started while it ran
#include <pthread.h>
#include <stdlib.h>
#include <unistd.h>
#include <uv.h>

static uv_loop_t loop;
static uv_async_t keep;

static void loop_main(void *arg)
{
    (void)arg;
    uv_run(&loop, UV_RUN_DEFAULT);
}

static void *controller(void *arg)
{
    sleep(5);
    uv_stop(&loop); // expect: CA104
    return arg;
}

int main(void)
{
    uv_thread_t t;
    pthread_t c;
    uv_loop_init(&loop);
    uv_async_init(&loop, &keep, NULL);
    if (uv_thread_create(&t, loop_main, NULL) || pthread_create(&c, NULL, controller, NULL))
        return 1;
    uv_thread_join(&t);
    return pthread_join(c, NULL);
}
