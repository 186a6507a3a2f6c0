// why: a listener's callback forks for each connection
#include <event2/event.h>
#include <event2/listener.h>
#include <sys/socket.h>
#include <unistd.h>

static void talk(int fd)
{
    char buf[512];
    ssize_t n;
    while ((n = recv(fd, buf, sizeof buf, 0)) > 0)
        send(fd, buf, (size_t)n, MSG_NOSIGNAL);
}

static void on_client(struct evconnlistener *l, evutil_socket_t fd, struct sockaddr *peer, int len, void *arg)
{
    pid_t pid = fork(); // expect: CA402
    (void)l;
    (void)peer;
    (void)len;
    (void)arg;
    if (pid == 0) {
        talk(fd);
        _exit(0);
    }
    close(fd);
}

int main(void)
{
    struct event_base *base = event_base_new();
    evconnlistener_new_bind(base, on_client, NULL, LEV_OPT_CLOSE_ON_FREE, -1, NULL, 0);
    return event_base_dispatch(base);
}
