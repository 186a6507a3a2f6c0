// why: children of fork have their own memory; no two of these calls share a buffer
#include <stdio.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static void stamp(void)
{
    time_t now = time(NULL);

    printf("%s", ctime(&now));
}

int main(void)
{
    for (int i = 0; i < 4; i++)
        if (fork() == 0) {
            stamp();
            _exit(0);
        }
    stamp();
    while (wait(NULL) > 0)
        continue;
    return 0;
}
