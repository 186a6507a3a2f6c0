// why: the work callback of uv_queue_work() runs on a pool thread, only the after callback on the
//      loop
#include <netdb.h>
#include <stdlib.h>
#include <uv.h>

struct lookup {
    uv_work_t work;
    const char *host;
    struct addrinfo *found;
    int rc;
};

static void do_lookup(uv_work_t *work)
{
    struct lookup *l = work->data;

    l->rc = getaddrinfo(l->host, NULL, NULL, &l->found);
}

static void lookup_done(uv_work_t *work, int status)
{
    struct lookup *l = work->data;

    if (status == 0 && l->rc == 0)
        freeaddrinfo(l->found);
    free(l);
}

static void on_timer(uv_timer_t *timer)
{
    struct lookup *l = calloc(1, sizeof(*l));

    l->work.data = l;
    l->host = "example.org";
    uv_queue_work(timer->loop, &l->work, do_lookup, lookup_done);
}

int main(void)
{
    uv_timer_t timer;

    uv_timer_init(uv_default_loop(), &timer);
    uv_timer_start(&timer, on_timer, 0, 1000);
    return uv_run(uv_default_loop(), UV_RUN_DEFAULT);
}
