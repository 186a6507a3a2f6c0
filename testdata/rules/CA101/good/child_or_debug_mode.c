// why: the else branch of `!debug && (p = fork()) != 0` is the child, or the loop in debug mode only
#include <sys/epoll.h>
#include <sys/socket.h>
#include <sys/types.h>
#include <unistd.h>
static void serve(int fd)
{
    sleep(1);
    close(fd);
}
int main(int argc, char **argv)
{
    int debug = argc > 1, ls = socket(AF_INET, SOCK_STREAM, 0); (void)argv;
    struct epoll_event ev[8];
    int ep = epoll_create1(0);
    pid_t p;
    for (;;) {
        int n = epoll_wait(ep, ev, 8, -1);
        for (int i = 0; i < n; i++) {
            int c = accept(ls, 0, 0);
            if (!debug && (p = fork()) != 0) {
                close(c);
            } else {
                serve(c);
                if (!debug) _exit(0);
            }
        }
    }
}
