// why: the loop serves one session, in a child for each connection or for inetd's only one; the
// name service holds up nobody but the user who logs in
#include <pwd.h>
#include <stdlib.h>
#include <string.h>
#include <sys/select.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

struct session {
    int peer, shell;
    char user[64];
};

static int log_in(struct session *s)
{
    struct passwd *pw = getpwnam(s->user);
    return pw && setuid(pw->pw_uid) == 0 ? 0 : -1;
}

static int on_peer(struct session *s)
{
    char data[512];
    ssize_t n = read(s->peer, data, sizeof data);

    if (n <= 0)
        return -1;
    if (n < (ssize_t)sizeof s->user && !s->user[0]) {
        memcpy(s->user, data, (size_t)n);
        return log_in(s);
    }
    return write(s->shell, data, (size_t)n) == n ? 0 : -1;
}

static int on_shell(struct session *s)
{
    char data[512];
    ssize_t n = read(s->shell, data, sizeof data);
    return n > 0 && write(s->peer, data, (size_t)n) == n ? 0 : -1;
}

static void run_session(int peer)
{
    struct session s = {.peer = peer, .shell = 3};

    for (;;) {
        fd_set fds;
        FD_ZERO(&fds);
        FD_SET(s.peer, &fds);
        FD_SET(s.shell, &fds);
        if (select(8, &fds, NULL, NULL, NULL) < 0)
            exit(1);
        if ((FD_ISSET(s.peer, &fds) && on_peer(&s) != 0) ||
            (FD_ISSET(s.shell, &fds) && on_shell(&s) != 0))
            exit(0);
    }
}

static void serve(int listener)
{
    for (;;) {
        int fd = accept(listener, NULL, NULL);
        if (fd < 0)
            continue;
        if (fork() == 0) {
            close(listener);
            run_session(fd);
        }
        close(fd);
        while (waitpid(-1, NULL, WNOHANG) > 0)
            ;
    }
}

int main(int argc, char **argv)
{
    if (argc > 1 && strcmp(argv[1], "-i") == 0)
        run_session(0);
    int listener = socket(AF_INET, SOCK_STREAM, 0);
    if (listen(listener, 16) != 0)
        return 1;
    serve(listener);
    return 0;
}
