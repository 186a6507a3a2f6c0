// why: the timer is of the main thread's loop; that a worker runs a loop of its own does not make the main
// why: thread wait for itself
#include <pthread.h>
#include <unistd.h>
#include <uv.h>

struct server {
    uv_loop_t *loops[2]; /* the main thread's, the worker's */
    int config_fd;
    int commands;
};

static struct server server;
static pthread_mutex_t big_lock = PTHREAD_MUTEX_INITIALIZER;

static void on_second(uv_timer_t *timer)
{
    struct server *s = timer->data;

    pthread_mutex_lock(&big_lock);
    s->commands--;
    pthread_mutex_unlock(&big_lock);
}

static void *io_worker(void *arg)
{
    struct server *s = arg;

    uv_run(s->loops[1], UV_RUN_DEFAULT);
    return NULL;
}

static int save_config(struct server *s)
{
    return write(s->config_fd, "port 6379\n", 10) == 10 && fsync(s->config_fd) == 0 ? 0 : -1;
}

int main(void)
{
    uv_timer_t timer;
    pthread_t t;

    static uv_loop_t second;

    uv_loop_init(&second);
    server.loops[0] = uv_default_loop();
    server.loops[1] = &second;
    server.config_fd = 1;
    uv_timer_init(server.loops[0], &timer);
    timer.data = &server;
    uv_timer_start(&timer, on_second, 1000, 1000);
    pthread_create(&t, NULL, io_worker, &server);
    pthread_mutex_lock(&big_lock);
    if (save_config(&server) != 0)
        return 1;
    pthread_mutex_unlock(&big_lock);
    return uv_run(server.loops[0], UV_RUN_DEFAULT);
}
