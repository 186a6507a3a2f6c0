// why: each child fills its element of an array that is not shared
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

enum { WORKERS = 4 };
static int results[WORKERS];

static int work(int i)
{
    return i * i;
}

static void run_worker(int i)
{
    results[i] = work(i); // expect: CA202
    _exit(0);
}

int main(void)
{
    int total = 0;

    for (int i = 0; i < WORKERS; i++) {
        pid_t pid = fork();
        if (pid == 0)
            run_worker(i);
    }
    for (int i = 0; i < WORKERS; i++)
        wait(NULL);
    for (int i = 0; i < WORKERS; i++)
        total += results[i];
    printf("%d\n", total);
    return 0;
}
