// why: a pipe that only wakes the loop holds 64 KiB at most, and nothing is done with it
#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

static int wake[2];
static int jobs;

static void run_jobs(void)
{
    jobs = 0;
}

int main(void)
{
    if (pipe(wake))
        return 1;
    fcntl(wake[0], F_SETFL, O_NONBLOCK);
    for (;;) {
        struct pollfd p[2] = {{wake[0], POLLIN, 0}, {0, POLLIN, 0}};
        if (poll(p, 2, -1) <= 0)
            continue;
        if (p[0].revents) {
            char byte[16];
            while (read(wake[0], byte, sizeof byte) > 0)
                run_jobs();
        }
    }
}
