// why: the child changes how it reports errors; the parent's next turn has its own setting
#include <stdio.h>
#include <sys/socket.h>
#include <sys/types.h>
#include <unistd.h>

static int serve(int listener, int level)
{
    for (;;) {
        int fd = accept(listener, NULL, NULL);
        pid_t pid;

        if (fd < 0) {
            fprintf(stderr, "accept: level %d", level);
            return -1;
        }
        pid = fork();
        if (pid < 0)
            return -1;
        if (pid == 0) {
            level = 2;
            return fd;
        }
        close(fd);
    }
}

int main(void)
{
    int fd = serve(0, 1);

    return fd < 0 ? 1 : close(fd);
}
