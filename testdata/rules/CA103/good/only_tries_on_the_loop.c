// why: the callback tries the lock and comes back with the next tick when it is taken
#include <netdb.h>
#include <uv.h>

static uv_mutex_t lock;
static struct addrinfo *host;
static int n;

static void resolver(void *name)
{
    uv_mutex_lock(&lock);
    if (getaddrinfo(name, "80", NULL, &host) != 0)
        host = NULL;
    uv_mutex_unlock(&lock);
}

static void on_timer(uv_timer_t *t)
{
    (void)t;
    if (uv_mutex_trylock(&lock) != 0)
        return;
    n += host != NULL;
    uv_mutex_unlock(&lock);
}

int main(void)
{
    uv_thread_t t;
    uv_timer_t timer;

    uv_mutex_init(&lock);
    uv_thread_create(&t, resolver, "example.org");
    uv_timer_init(uv_default_loop(), &timer);
    uv_timer_start(&timer, on_timer, 0, 100);
    return uv_run(uv_default_loop(), UV_RUN_DEFAULT);
}
