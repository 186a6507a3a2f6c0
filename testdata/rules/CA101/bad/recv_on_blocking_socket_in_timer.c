// why: a timer is no readiness event: recv() on a blocking socket waits for the peer's answer
#include <netinet/in.h>
#include <sys/socket.h>
#include <uv.h>

static int control;

static void on_timer(uv_timer_t *timer)
{
    char answer[128];

    if (recv(control, answer, sizeof(answer), 0) <= 0) // expect: CA101
        uv_timer_stop(timer);
}

int main(void)
{
    struct sockaddr_in to = {.sin_family = AF_INET};
    uv_timer_t timer;

    control = socket(AF_INET, SOCK_STREAM, 0);
    if (connect(control, (struct sockaddr *)&to, sizeof(to)) != 0)
        return 1;
    uv_timer_init(uv_default_loop(), &timer);
    uv_timer_start(&timer, on_timer, 0, 100);
    return uv_run(uv_default_loop(), UV_RUN_DEFAULT);
}
