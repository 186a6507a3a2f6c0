// why: a watcher thread closes idle handles of the loop, three calls deep
#include <pthread.h>
#include <stdlib.h>
#include <unistd.h>
#include <uv.h>

struct conn {
    uv_tcp_t tcp;
    struct conn *next;
    int idle;
};
static struct conn *conns;
static uv_mutex_t lock;

static void conn_freed(uv_handle_t *h)
{
    free(h->data);
}

static void conn_close(struct conn *c)
{
    if (!uv_is_closing((uv_handle_t *)&c->tcp))
        uv_close((uv_handle_t *)&c->tcp, conn_freed); // expect: CA104
}

static void sweep(void)
{
    uv_mutex_lock(&lock);
    for (struct conn *c = conns; c; c = c->next)
        if (c->idle > 60)
            conn_close(c);
    uv_mutex_unlock(&lock);
}

static void reaper(void *arg)
{
    (void)arg;
    for (;;) {
        sleep(10);
        sweep();
    }
}

int main(void)
{
    uv_thread_t t;
    uv_mutex_init(&lock);
    if (uv_thread_create(&t, reaper, NULL))
        return 1;
    return uv_run(uv_default_loop(), UV_RUN_DEFAULT);
}
