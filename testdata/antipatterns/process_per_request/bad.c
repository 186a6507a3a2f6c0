// why: a process for each connection, which only waits for another service and passes its answer on
// flags: -D_GNU_SOURCE
#include <errno.h>
#include <sys/wait.h>

#include "../upstream.h"

enum { USERS = 200 };

static struct sockaddr_in upstream;

static void serve(int user)
{
    char byte;
    int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (fd < 0 || connect(fd, (const struct sockaddr *)&upstream, sizeof upstream) != 0 ||
        recv(fd, &byte, 1, 0) != 1 || send(user, &byte, 1, MSG_NOSIGNAL) != 1)
        _exit(1);
    _exit(0);
}

int main(void)
{
    struct sockaddr_in at;
    pid_t service = start_upstream(&upstream);
    int listener = listen_loopback(&at);
    double start = now_ms();
    pid_t users = start_users(&at, USERS);
    for (int served = 0; served < USERS;) {
        struct pollfd p = {.fd = listener, .events = POLLIN};
        poll(&p, 1, -1);
        int user = accept4(listener, NULL, NULL, SOCK_CLOEXEC);
        if (user < 0)
            continue;
        pid_t child = fork(); // expect: CA402
        if (child == 0)
            serve(user);
        close(user);
        served += child > 0;
    }
    int status;
    if (waitpid(users, &status, 0) != users || status != 0)
        die("users");
    printf("figure: %.1f ms\n", now_ms() - start);
    return kill(service, SIGKILL);
}
