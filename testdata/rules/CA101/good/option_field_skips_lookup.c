// why: the callback sets no_resolve in the options: the parser returns before it asks a name server
#include <netdb.h>
#include <string.h>
#include <uv.h>

struct url {
    const char *host;
    unsigned no_resolve : 1;
    struct addrinfo *res;
};

static int parse_url(struct url *u)
{
    if (!u->host[0])
        return -1;
    if (u->no_resolve)
        return 0;
    return getaddrinfo(u->host, NULL, NULL, &u->res);
}

static void on_timer(uv_timer_t *timer)
{
    struct url u;

    memset(&u, 0, sizeof(u));
    u.host = "example.org";
    u.no_resolve = 1;
    if (parse_url(&u) != 0)
        uv_timer_stop(timer);
}

int main(void)
{
    struct url listen = {.host = "localhost"};
    uv_timer_t timer;

    if (parse_url(&listen) != 0)
        return 1;
    uv_timer_init(uv_default_loop(), &timer);
    uv_timer_start(&timer, on_timer, 0, 100);
    return uv_run(uv_default_loop(), UV_RUN_DEFAULT);
}
