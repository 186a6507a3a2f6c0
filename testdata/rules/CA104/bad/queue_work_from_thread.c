// why: even uv_queue_work() belongs to the loop: it counts its requests
#include <pthread.h>
#include <stdlib.h>
#include <unistd.h>
#include <uv.h>

static void job(uv_work_t *w)
{
    (void)w;
}

static void after(uv_work_t *w, int status)
{
    (void)status;
    free(w);
}

static void submit(void)
{
    uv_work_t *w = malloc(sizeof *w);
    if (w && uv_queue_work(uv_default_loop(), w, job, after) != 0) // expect: CA104
        free(w);
}

static void *producer(void *arg)
{
    for (int i = 0; i < 100; i++) {
        submit();
        usleep(100);
    }
    return arg;
}

int main(void)
{
    uv_async_t keep;
    pthread_t t;
    uv_async_init(uv_default_loop(), &keep, NULL);
    if (pthread_create(&t, NULL, producer, NULL))
        return 1;
    return uv_run(uv_default_loop(), UV_RUN_DEFAULT);
}
