// why: the default loop is used before the fork, and run in the child as it is
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

typedef struct uv_loop_s uv_loop_t;
uv_loop_t *uv_default_loop(void);
int uv_run(uv_loop_t *, int);
int uv_loop_fork(uv_loop_t *);

int main(void)
{
    uv_loop_t *loop = uv_default_loop();
    pid_t pid = fork();

    if (pid < 0)
        return 1;
    if (pid == 0) {
        uv_run(loop, 0); // expect: CA202
        _exit(0);
    }
    waitpid(pid, NULL, 0);
    return uv_run(loop, 0);
}
