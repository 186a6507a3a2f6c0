// why: the thread's lock and its blocking call are in different functions, and so are the loop's
#include <pthread.h>
#include <stdlib.h>
#include <uv.h>

struct app {
    pthread_mutex_t lock;
    int jobs;
};
static struct app app = {PTHREAD_MUTEX_INITIALIZER, 0};

static void app_lock(struct app *a) { pthread_mutex_lock(&a->lock); }
static void app_unlock(struct app *a) { pthread_mutex_unlock(&a->lock); }

static int run_tool(void)
{
    return system("indexer --all");
}

static void *indexer(void *arg)
{
    struct app *a = arg;

    app_lock(a);
    a->jobs += run_tool() == 0;
    app_unlock(a);
    return NULL;
}

static void on_idle(uv_timer_t *t)
{
    struct app *a = t->data;

    app_lock(a); // expect: CA103
    a->jobs = 0;
    app_unlock(a);
}

int main(void)
{
    pthread_t t;
    uv_timer_t timer;

    pthread_create(&t, NULL, indexer, &app);
    uv_timer_init(uv_default_loop(), &timer);
    timer.data = &app;
    uv_timer_start(&timer, on_idle, 0, 100);
    return uv_run(uv_default_loop(), UV_RUN_DEFAULT);
}
