// why: the child names its role for its own log; the parent's report names that of the parent
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

static const char *role = "parent";

static void report(int n)
{
    printf("%s: %d children ended\n", role, n);
}

static void child(void)
{
    role = "child";
    execl("/bin/true", "true", (char *)NULL);
    _exit(127);
}

int main(void)
{
    if (fork() == 0)
        child();
    wait(NULL);
    report(1);
    return 0;
}
