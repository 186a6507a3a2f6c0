// why: AI_NUMERICHOST forbids every name service: the call only parses
#include <netdb.h>
#include <string.h>
#include <uv.h>

static int parse_address(const char *text, struct addrinfo **out)
{
    struct addrinfo hints;

    memset(&hints, 0, sizeof(hints));
    hints.ai_flags = AI_NUMERICHOST | AI_NUMERICSERV;
    return getaddrinfo(text, "53", &hints, out);
}

static void on_timer(uv_timer_t *timer)
{
    struct addrinfo *res;

    if (parse_address("192.0.2.1", &res) == 0)
        freeaddrinfo(res);
    uv_timer_stop(timer);
}

int main(void)
{
    uv_timer_t timer;

    uv_timer_init(uv_default_loop(), &timer);
    uv_timer_start(&timer, on_timer, 10, 10);
    return uv_run(uv_default_loop(), UV_RUN_DEFAULT);
}
