// why: ivykis: the handler is assigned to the iv_fd's field; it connects on a blocking socket
#include <iv.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

struct proxy {
    struct iv_fd listener;
    struct sockaddr_in upstream;
};

static int dial(const struct sockaddr_in *to)
{
    int fd = socket(AF_INET, SOCK_STREAM, 0);

    if (fd < 0)
        return -1;
    if (connect(fd, (const struct sockaddr *)to, sizeof(*to)) != 0) { // expect: CA101
        close(fd);
        return -1;
    }
    return fd;
}

static void on_listener(void *cookie)
{
    struct proxy *p = cookie;
    int client = accept(p->listener.fd, NULL, NULL);
    int server = dial(&p->upstream);

    close(client);
    close(server);
}

int main(void)
{
    static struct proxy p;

    iv_init();
    IV_FD_INIT(&p.listener);
    p.listener.fd = socket(AF_INET, SOCK_STREAM, 0);
    p.listener.cookie = &p;
    p.listener.handler_in = on_listener;
    iv_fd_register(&p.listener);
    iv_main();
    return 0;
}
