// why: start_worker() returns 0 in the child and 1 in the parent; what the child's caller counts
// is lost
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

enum { WORKERS = 4 };

static pid_t workers[WORKERS];
static unsigned long handled;

static int start_worker(int index, int *in, int *out)
{
    pid_t pid;

    if (pipe(in) != 0 || pipe(out) != 0)
        return -1;
    pid = fork();
    if (pid < 0)
        return -1;
    if (pid == 0) {
        close(in[1]);
        close(out[0]);
        return 0;
    }
    close(in[0]);
    close(out[1]);
    workers[index] = pid;
    return 1;
}

static void serve(int in, int out)
{
    char byte;

    while (read(in, &byte, 1) == 1) {
        handled++; // expect: CA202
        if (write(out, &byte, 1) != 1)
            break;
    }
}

int main(void)
{
    for (int i = 0; i < WORKERS; i++) {
        int in[2], out[2];
        int started = start_worker(i, in, out);
        if (started < 0)
            return 1;
        if (started == 0) {
            serve(in[0], out[1]);
            exit(0);
        }
        close(in[1]);
    }
    for (int i = 0; i < WORKERS; i++)
        waitpid(workers[i], NULL, 0);
    printf("%lu handled\n", handled);
    return 0;
}
