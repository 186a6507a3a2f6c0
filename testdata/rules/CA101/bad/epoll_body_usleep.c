// why: the loop's own body sleeps after each round "to save CPU"
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

int main(void)
{
    struct epoll_event got[64];
    int ep = epoll_create1(0);

    for (;;) {
        int n = epoll_wait(ep, got, 64, 0);

        for (int i = 0; i < n; i++) {
            char buf[512];

            if (recv(got[i].data.fd, buf, sizeof(buf), MSG_DONTWAIT) == 0)
                close(got[i].data.fd);
        }
        usleep(50000); // expect: CA101
    }
}
