// why: the same with C11 threads, and an error path around it
#include <errno.h>
#include <stdint.h>
#include <sys/socket.h>
#include <threads.h>
#include <unistd.h>

static int handle(void *arg)
{
    int fd = (int)(intptr_t)arg;
    char buf[64];
    ssize_t n = recv(fd, buf, sizeof buf, 0);
    if (n > 0)
        send(fd, buf, (size_t)n, MSG_NOSIGNAL);
    close(fd);
    return 0;
}

int loop(int listener)
{
    while (1) {
        thrd_t t;
        int fd = accept(listener, NULL, NULL);
        if (fd == -1) {
            if (errno == EINTR || errno == ECONNABORTED)
                continue;
            return -1;
        }
        if (thrd_create(&t, handle, (void *)(intptr_t)fd) != thrd_success) // expect: CA302
            close(fd);
        else
            thrd_detach(t);
    }
}
