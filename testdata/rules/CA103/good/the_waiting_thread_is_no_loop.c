// why: both sides are threads; the loop only gets woken
#include <netdb.h>
#include <uv.h>

static uv_mutex_t lock;
static struct addrinfo *host;
static int n;
static uv_async_t wake;

static void resolver(void *name)
{
    uv_mutex_lock(&lock);
    if (getaddrinfo(name, "80", NULL, &host) != 0)
        host = NULL;
    uv_mutex_unlock(&lock);
    uv_async_send(&wake);
}

static void counter(void *arg)
{
    (void)arg;
    uv_mutex_lock(&lock);
    n += host != NULL;
    uv_mutex_unlock(&lock);
    uv_async_send(&wake);
}

static void on_wake(uv_async_t *a)
{
    uv_close((uv_handle_t *)a, NULL);
}

int main(void)
{
    uv_thread_t t, u;

    uv_mutex_init(&lock);
    uv_async_init(uv_default_loop(), &wake, on_wake);
    uv_thread_create(&t, resolver, "example.org");
    uv_thread_create(&u, counter, NULL);
    return uv_run(uv_default_loop(), UV_RUN_DEFAULT);
}
