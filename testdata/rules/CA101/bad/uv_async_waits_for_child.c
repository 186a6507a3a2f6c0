// why: an async callback starts a helper and waits for it to end
#include <spawn.h>
#include <sys/wait.h>
#include <uv.h>

extern char **environ;
static uv_async_t rotate_request;

static void rotate_logs(uv_async_t *async)
{
    char *argv[] = {"logrotate", "/etc/app.conf", NULL};
    pid_t pid;
    int status;

    (void)async;
    if (posix_spawnp(&pid, argv[0], NULL, NULL, argv, environ) != 0)
        return;
    waitpid(pid, &status, 0); // expect: CA101
}

int main(void)
{
    uv_loop_t *loop = uv_default_loop();

    uv_async_init(loop, &rotate_request, rotate_logs);
    return uv_run(loop, UV_RUN_DEFAULT);
}
