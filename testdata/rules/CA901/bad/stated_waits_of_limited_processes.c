// why: two thousand processes at most, each of which waits 40 ms as its author says: their creation is the limit
#include <netinet/in.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>
#include <sys/wait.h>

static int listen_on(unsigned short port)
{
    struct sockaddr_in at = {.sin_family = AF_INET, .sin_port = htons(port)};
    int fd = socket(AF_INET, SOCK_STREAM, 0);
    if (fd < 0 || bind(fd, (struct sockaddr *)&at, sizeof at) != 0 || listen(fd, 128) != 0)
        exit(1);
    return fd;
}

static int children;

static void reap(void)
{
    while (waitpid(-1, NULL, WNOHANG) > 0)
        children--;
}

extern void answer(int fd);

int main(void)
{
    int listener = listen_on(7021);
    for (;;) {
        int client = accept(listener, NULL, NULL);
        reap();
        if (children >= 2000) {
            close(client);
            continue;
        }
        /* concadvise: io=40ms cpu=50us concurrency=2000 */
        pid_t pid = fork(); // expect: CA901
        if (pid == 0) {
            answer(client);
            _exit(0);
        }
        children += pid > 0;
        close(client);
    }
}
