// why: the callback is kept in one record, copied into another, and called from there
#include <netdb.h>
#include <stdlib.h>
#include <uv.h>

struct options {
    void (*on_ready)(const char *host);
};
struct service {
    void (*notify)(const char *host);
    const char *host;
};

static void lookup(const char *host)
{
    if (!gethostbyname(host)) // expect: CA101
        abort();
}

static void service_init(struct service *s, const struct options *o, const char *host)
{
    s->notify = o->on_ready;
    s->host = host;
}

static void on_timer(uv_timer_t *timer)
{
    struct service *s = timer->data;

    if (s->notify)
        s->notify(s->host);
}

int main(void)
{
    static struct service s;
    struct options o = {.on_ready = lookup};
    uv_timer_t timer;

    service_init(&s, &o, "example.org");
    uv_timer_init(uv_default_loop(), &timer);
    timer.data = &s;
    uv_timer_start(&timer, on_timer, 0, 100);
    return uv_run(uv_default_loop(), UV_RUN_DEFAULT);
}
