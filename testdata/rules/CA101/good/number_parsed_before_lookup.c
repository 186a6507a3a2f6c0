// why: the text is always a number; the name service is asked only for what is none
#include <netdb.h>
#include <stdio.h>
#include <stdlib.h>
#include <uv.h>

static int parse_service(const char *text)
{
    char *end;
    long port = strtol(text, &end, 10);
    struct servent *s;

    if (*end == 0)
        return (int)port;
    s = getservbyname(text, "tcp");
    return s ? s->s_port : -1;
}

static void on_timer(uv_timer_t *timer)
{
    char port[16];

    snprintf(port, sizeof(port), "%d", 8080);
    if (parse_service(port) < 0)
        uv_timer_stop(timer);
}

int main(void)
{
    uv_timer_t timer;

    uv_timer_init(uv_default_loop(), &timer);
    uv_timer_start(&timer, on_timer, 0, 100);
    return uv_run(uv_default_loop(), UV_RUN_DEFAULT);
}
