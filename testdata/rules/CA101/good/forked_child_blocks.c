// why: what runs after fork() returned 0 is another process: it may wait as long as it likes
#include <event2/event.h>
#include <netdb.h>
#include <signal.h>
#include <unistd.h>

static void deliver(const char *host)
{
    struct addrinfo *res = NULL;

    while (getaddrinfo(host, "25", NULL, &res) != 0)
        sleep(30);
    freeaddrinfo(res);
}

static void on_mail(evutil_socket_t sig, short what, void *arg)
{
    pid_t pid = fork();

    (void)sig, (void)what;
    if (pid < 0)
        return;
    if (pid == 0) {
        deliver(arg);
        _exit(0);
    }
}

int main(void)
{
    struct event_base *base = event_base_new();

    event_add(evsignal_new(base, SIGUSR1, on_mail, "mx.example.org"), NULL);
    return event_base_dispatch(base);
}
