// why: the atexit() function does its work only in the process that registered it
#include <stdlib.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

static pid_t owner;

static void remove_socket(void)
{
    if (getpid() == owner)
        unlink("/run/demo.sock");
}

int main(int argc, char **argv)
{
    pid_t pid;

    owner = getpid();
    atexit(remove_socket);
    pid = fork();
    if (pid == 0) {
        if (argc > 1)
            execv(argv[1], argv + 1);
        exit(127);
    }
    waitpid(pid, NULL, 0);
    return 0;
}
