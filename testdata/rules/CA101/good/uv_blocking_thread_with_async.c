// why: a thread of its own may block in getaddrinfo(); it wakes the loop with uv_async_send()
#include <netdb.h>
#include <unistd.h>
#include <uv.h>

static uv_async_t wake;
static struct addrinfo *volatile result;

static void resolver(void *arg)
{
    struct addrinfo *res;

    while (getaddrinfo(arg, "80", NULL, &res) != 0)
        sleep(5);
    result = res;
    uv_async_send(&wake);
}

static void on_wake(uv_async_t *async)
{
    if (result)
        uv_close((uv_handle_t *)async, NULL);
}

int main(void)
{
    static char host[] = "example.org";
    uv_thread_t thread;

    uv_async_init(uv_default_loop(), &wake, on_wake);
    uv_thread_create(&thread, resolver, host);
    uv_run(uv_default_loop(), UV_RUN_DEFAULT);
    return uv_thread_join(&thread);
}
