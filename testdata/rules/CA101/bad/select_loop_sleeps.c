// why: a pause "so that we do not flood the peer" inside a select() loop with many clients
#include <sys/select.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#define MAX_CLIENTS 64
static int clients[MAX_CLIENTS];
static int n_clients;

static void broadcast(const char *text, size_t len)
{
    struct timespec gap = {0, 50 * 1000 * 1000};

    for (int i = 0; i < n_clients; i++) {
        send(clients[i], text, len, MSG_DONTWAIT | MSG_NOSIGNAL);
        nanosleep(&gap, NULL); // expect: CA101
    }
}

int main(void)
{
    clients[n_clients++] = 0;
    for (;;) {
        fd_set readable;
        int top = 0;

        FD_ZERO(&readable);
        for (int i = 0; i < n_clients; i++) {
            FD_SET(clients[i], &readable);
            top = clients[i] > top ? clients[i] : top;
        }
        if (select(top + 1, &readable, NULL, NULL, NULL) < 0)
            break;
        for (int i = 0; i < n_clients; i++) {
            char buf[256];

            if (FD_ISSET(clients[i], &readable)) {
                ssize_t n = read(clients[i], buf, sizeof(buf));

                if (n > 0)
                    broadcast(buf, (size_t)n);
            }
        }
    }
    return 0;
}
