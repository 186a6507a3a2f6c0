// why: the type comes from an address list, which never holds SOCK_NONBLOCK: connect() waits
#include <netdb.h>
#include <stddef.h>
#include <sys/socket.h>
#include <unistd.h>
#include <uv.h>

static struct addrinfo *addresses;

static int dial(void)
{
    for (struct addrinfo *ai = addresses; ai; ai = ai->ai_next) {
        int fd = socket(ai->ai_family, ai->ai_socktype | SOCK_CLOEXEC, ai->ai_protocol);

        if (fd < 0)
            continue;
        if (connect(fd, ai->ai_addr, ai->ai_addrlen) == 0) // expect: CA101
            return fd;
        close(fd);
    }
    return -1;
}

static void on_timer(uv_timer_t *timer)
{
    if (dial() < 0)
        uv_timer_stop(timer);
}

int main(void)
{
    uv_timer_t timer;

    if (getaddrinfo("localhost", "7", NULL, &addresses) != 0)
        return 1;
    uv_timer_init(uv_default_loop(), &timer);
    uv_timer_start(&timer, on_timer, 0, 1000);
    return uv_run(uv_default_loop(), UV_RUN_DEFAULT);
}
