// why: a forked child inherits the thread-local of the thread that forked
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

static __thread const char *user;

static void report(void)
{
    printf("for %s\n", user);
}

int main(int argc, char **argv)
{
    user = argv[argc - 1];
    if (fork() == 0) {
        report();
        _exit(0);
    }
    wait(NULL);
    return 0;
}
