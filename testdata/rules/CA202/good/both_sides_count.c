// why: each process counts its own requests; the parent serves too
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

static int requests;

static void serve(int fd)
{
    char byte;

    while (read(fd, &byte, 1) == 1)
        requests++;
    printf("%d: %d requests\n", (int)getpid(), requests);
}

int main(void)
{
    pid_t pid = fork();

    if (pid == 0) {
        serve(0);
        exit(0);
    }
    serve(3);
    waitpid(pid, NULL, 0);
    printf("%d here\n", requests);
    return 0;
}
