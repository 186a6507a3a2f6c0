// why: each worker makes its loop itself, after the fork
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

typedef struct uv_loop_s {
    void *data[100];
} uv_loop_t;
int uv_loop_init(uv_loop_t *);
int uv_run(uv_loop_t *, int);

static void worker(void)
{
    uv_loop_t loop;

    uv_loop_init(&loop);
    uv_run(&loop, 0);
    _exit(0);
}

int main(void)
{
    for (int i = 0; i < 4; i++)
        if (fork() == 0)
            worker();
    while (wait(NULL) > 0)
        ;
    return 0;
}
