// why: the short sleep is behind a wrapper with milliseconds
#include <stdbool.h>
#include <time.h>

struct device {
    bool connected;
    int fd;
};

static void sleep_ms(int ms)
{
    struct timespec t = {.tv_sec = ms / 1000, .tv_nsec = (long)(ms % 1000) * 1000000L};
    nanosleep(&t, NULL);
}

void on_connected(struct device *d, int fd)
{
    d->fd = fd;
    d->connected = true;
}

int wait_connected(struct device *d)
{
    while (!d->connected) // expect: CA304
        sleep_ms(5);
    return d->fd;
}
