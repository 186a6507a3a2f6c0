// why: each job runs a loop of its own to its end; the for statement around the jobs is no event loop
#include <sys/wait.h>
#include <unistd.h>
#include <uv.h>

static void on_timer(uv_timer_t *timer)
{
    uv_timer_stop(timer);
}

static int job_timer(void)
{
    uv_timer_t timer;
    uv_loop_t loop;

    uv_loop_init(&loop);
    uv_timer_init(&loop, &timer);
    uv_timer_start(&timer, on_timer, 10, 0);
    uv_run(&loop, UV_RUN_DEFAULT);
    return uv_loop_close(&loop);
}

static int job_child(void)
{
    int status = -1;
    pid_t pid = fork();

    if (pid == 0)
        _exit(0);
    waitpid(pid, &status, 0);
    return status;
}

static const struct job {
    const char *name;
    int (*run)(void);
} jobs[] = {
    {"timer", job_timer},
    {"child", job_child},
};

int main(void)
{
    int failed = 0;

    for (unsigned i = 0; i < sizeof(jobs) / sizeof(jobs[0]); i++) {
        if (jobs[i].run() != 0)
            failed++;
        sleep(1);
    }
    return failed;
}
