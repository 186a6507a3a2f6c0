// why: the handler is called because the descriptor in the same record is ready: one accept() is fine
#include <iv.h>
#include <sys/socket.h>
#include <unistd.h>

struct server {
    struct iv_fd listener;
};

static void on_listener(void *cookie)
{
    struct server *s = cookie;

    close(accept(s->listener.fd, NULL, NULL));
}

int main(void)
{
    static struct server s;

    iv_init();
    IV_FD_INIT(&s.listener);
    s.listener.fd = socket(AF_INET, SOCK_STREAM, 0);
    s.listener.cookie = &s;
    s.listener.handler_in = on_listener;
    iv_fd_register(&s.listener);
    iv_main();
    return 0;
}
