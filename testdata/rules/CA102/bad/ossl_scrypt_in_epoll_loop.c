// why: a hand-written loop calls handlers by a table, and one of them runs scrypt
#include <openssl/evp.h>
#include <string.h>
#include <sys/epoll.h>
#include <unistd.h>

struct conn {
    int fd;
    void (*handler)(struct conn *c, char *line);
    unsigned char key[64];
};

static void handle_auth(struct conn *c, char *line)
{
    EVP_PBE_scrypt(line, strlen(line), (const unsigned char *)"NaCl", 4, 1 << 16, 8, 1, // expect: CA102
                   1 << 28, c->key, sizeof c->key);
}

static void handle_ping(struct conn *c, char *line)
{
    c->handler = line[0] == 'A' ? handle_auth : handle_ping;
}

int main(void)
{
    struct epoll_event events[64];
    int ep = epoll_create1(0);
    struct conn first = {0, handle_ping, {0}};
    struct epoll_event ev = {EPOLLIN, {&first}};

    epoll_ctl(ep, EPOLL_CTL_ADD, 0, &ev);
    for (;;) {
        int n = epoll_wait(ep, events, 64, -1);
        for (int i = 0; i < n; i++) {
            struct conn *c = events[i].data.ptr;
            char line[256];
            ssize_t got = read(c->fd, line, sizeof line - 1);
            if (got <= 0)
                return 1;
            line[got] = '\0';
            c->handler(c, line);
        }
    }
}
