// why: a process for each command that is run is what processes are for
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

int main(int argc, char **argv)
{
    for (int i = 1; i < argc; i++) {
        pid_t pid = fork();
        if (pid == 0) {
            execlp(argv[i], argv[i], (char *)NULL);
            _exit(127);
        }
    }
    while (wait(NULL) > 0)
        continue;
    return 0;
}
