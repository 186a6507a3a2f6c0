// why: a process for each host that is probed; all that it does is wait
#include <netinet/in.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>
#include <sys/wait.h>

static void probe(const struct sockaddr_in *at)
{
    char banner[64];
    int fd = socket(AF_INET, SOCK_STREAM, 0);
    if (connect(fd, (const struct sockaddr *)at, sizeof *at) == 0)
        (void)!recv(fd, banner, sizeof banner, 0);
    close(fd);
}

int main(void)
{
    static struct sockaddr_in hosts[4000];
    for (int i = 0; i < 4000; i++) {
        pid_t pid = fork(); // expect: CA901
        if (pid == 0) {
            probe(&hosts[i]);
            _exit(0);
        }
    }
    while (wait(NULL) > 0)
        continue;
    return 0;
}
