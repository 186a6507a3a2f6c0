// why: a child for each connection, from two listeners, but no more than the limit: the count is
// looked at before the wait, and SIGCHLD takes from it
#include <signal.h>
#include <stdlib.h>
#include <sys/select.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

static int listeners[2], max_children = 32;
static volatile sig_atomic_t children;

static void on_child(int sig)
{
    (void)sig;
    while (waitpid(-1, NULL, WNOHANG) > 0)
        children--;
}

static int session(int fd)
{
    char data[512];
    ssize_t n;

    while ((n = read(fd, data, sizeof data)) > 0)
        if (write(fd, data, (size_t)n) < 0)
            return 1;
    return 0;
}

static void serve_for_ever(void)
{
    for (;;) {
        fd_set fds;

        if (children >= max_children) {
            pause();
            continue;
        }
        FD_ZERO(&fds);
        FD_SET(listeners[0], &fds);
        FD_SET(listeners[1], &fds);
        if (select(listeners[1] + 1, &fds, NULL, NULL, NULL) <= 0)
            continue;
        for (int i = 0; i < 2; i++) {
            if (!FD_ISSET(listeners[i], &fds))
                continue;
            int fd = accept(listeners[i], NULL, NULL);
            if (fd < 0)
                continue;
            pid_t pid = fork();
            if (pid == 0) {
                close(listeners[0]);
                close(listeners[1]);
                exit(session(fd));
            }
            if (pid > 0)
                children++;
            close(fd);
        }
    }
}

int main(void)
{
    signal(SIGCHLD, on_child);
    for (int i = 0; i < 2; i++) {
        listeners[i] = socket(AF_INET, SOCK_STREAM, 0);
        listen(listeners[i], 16);
    }
    serve_for_ever();
    return 0;
}
