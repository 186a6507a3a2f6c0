// why: with a loop written by hand, too, what stands before and after it is not in it
#include <poll.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

static volatile sig_atomic_t stop;

static void on_term(int sig)
{
    (void)sig;
    stop = 1;
}

int main(void)
{
    struct pollfd fds[16] = {{.fd = 0, .events = POLLIN}};
    nfds_t n = 1;
    char c;

    signal(SIGTERM, on_term);
    while (access("/run/app/ready", F_OK) != 0)
        sleep(1);
    while (!stop) {
        if (poll(fds, n, 1000) <= 0)
            continue;
        for (nfds_t i = 0; i < n; i++) {
            if ((fds[i].revents & POLLIN) && read(fds[i].fd, &c, 1) <= 0)
                stop = 1;
        }
    }
    sleep(1);
    fsync(1);
    wait(NULL);
    return 0;
}
