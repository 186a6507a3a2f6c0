// why: connect, send and recv on one blocking socket: a whole round trip inside a callback
#include <event2/event.h>
#include <netinet/in.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static int ask(const struct sockaddr_in *to, const char *question, char *answer, size_t size)
{
    int s = socket(AF_INET, SOCK_STREAM, 0);
    ssize_t n = -1;

    if (s < 0)
        return -1;
    if (connect(s, (const struct sockaddr *)to, sizeof(*to)) == 0 && // expect: CA101
        send(s, question, strlen(question), 0) > 0)                  // expect: CA101
        n = recv(s, answer, size, 0);                                // expect: CA101
    close(s);
    return n > 0 ? 0 : -1;
}

static void on_tick(evutil_socket_t fd, short what, void *arg)
{
    char answer[512];

    (void)fd, (void)what;
    ask(arg, "STATUS\n", answer, sizeof(answer));
}

int main(void)
{
    static struct sockaddr_in to = {.sin_family = AF_INET};
    struct event_base *base = event_base_new();
    struct timeval tv = {5, 0};

    event_add(event_new(base, -1, EV_PERSIST, on_tick, &to), &tv);
    return event_base_dispatch(base);
}
