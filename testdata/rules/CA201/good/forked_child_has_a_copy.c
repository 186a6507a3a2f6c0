// why: a forked child writes its own copy of the counter: nothing is shared
#include <sys/wait.h>
#include <unistd.h>

static long handled;

int main(void)
{
    pid_t child = fork();

    if (child < 0)
        return 1;
    if (child == 0) {
        for (int i = 0; i < 1000; i++)
            handled++;
        _exit(0);
    }
    for (int i = 0; i < 1000; i++)
        handled += 2;
    waitpid(child, NULL, 0);
    return handled != 2000;
}
