// why: the child forgets the descriptors that only the parent uses
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

static int listener = 5, client_fd;

static void child(void)
{
    close(listener);
    listener = -1;
    client_fd = 0;
    _exit(0);
}

int main(void)
{
    listener = dup(0);
    if (fork() == 0)
        child();
    printf("listening on %d\n", listener);
    wait(NULL);
    return client_fd;
}
