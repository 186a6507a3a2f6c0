// why: the timer callback takes the lock that a thread holds while it resolves a name
#include <netdb.h>
#include <uv.h>

static uv_mutex_t hosts_lock;
static struct addrinfo *host;
static int n_known;

static void resolver(void *name)
{
    for (;;) {
        uv_mutex_lock(&hosts_lock);
        if (getaddrinfo(name, "80", NULL, &host) != 0)
            host = NULL;
        uv_mutex_unlock(&hosts_lock);
    }
}

static void on_timer(uv_timer_t *t)
{
    (void)t;
    uv_mutex_lock(&hosts_lock); // expect: CA103
    n_known += host != NULL;
    uv_mutex_unlock(&hosts_lock);
}

int main(void)
{
    uv_thread_t t;
    uv_timer_t timer;

    uv_mutex_init(&hosts_lock);
    uv_thread_create(&t, resolver, "example.org");
    uv_timer_init(uv_default_loop(), &timer);
    uv_timer_start(&timer, on_timer, 0, 100);
    return uv_run(uv_default_loop(), UV_RUN_DEFAULT);
}
