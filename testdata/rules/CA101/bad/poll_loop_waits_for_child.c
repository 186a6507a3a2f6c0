// why: the poll loop serves clients and then waits for a helper process between two rounds
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;
static struct pollfd fds[128];
static nfds_t nfds;

static void run_helper(char *name)
{
    char *argv[] = {name, NULL};
    pid_t pid;

    if (posix_spawn(&pid, name, NULL, NULL, argv, environ) == 0)
        waitpid(pid, NULL, 0); // expect: CA101
}

static void serve(int fd)
{
    char c;

    if (read(fd, &c, 1) == 1 && c == 'r')
        run_helper("/usr/lib/app/rebuild");
}

int main(void)
{
    fds[0].fd = 0;
    fds[0].events = POLLIN;
    nfds = 1;
    while (poll(fds, nfds, -1) >= 0) {
        for (nfds_t i = 0; i < nfds; i++) {
            if (fds[i].revents & POLLIN)
                serve(fds[i].fd);
        }
    }
    return 0;
}
