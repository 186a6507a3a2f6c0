// why: an sd-event timer handler resolves the peer's name before it reconnects
#include <netdb.h>
#include <systemd/sd-event.h>
#include <time.h>

struct link {
    const char *host;
    struct addrinfo *addr;
};

static int on_retry(sd_event_source *source, uint64_t usec, void *userdata)
{
    struct link *l = userdata;

    if (getaddrinfo(l->host, "514", NULL, &l->addr) != 0) // expect: CA101
        return sd_event_source_set_time(source, usec + 1000000);
    return 0;
}

int main(void)
{
    static struct link l = {.host = "log.example.org"};
    sd_event *event = NULL;

    if (sd_event_default(&event) < 0)
        return 1;
    sd_event_add_time(event, NULL, CLOCK_MONOTONIC, 0, 0, on_retry, &l);
    return sd_event_loop(event);
}
