// why: the parent registers its atexit() function after the worker has been forked
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

static void remove_lock(void)
{
    unlink("/run/lock/demo");
}

int main(void)
{
    if (fork() == 0) {
        sleep(1);
        exit(0);
    }
    atexit(remove_lock);
    wait(NULL);
    return 0;
}
