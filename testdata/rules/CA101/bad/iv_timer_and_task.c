// why: ivykis timers and tasks: the handler fields are assigned, nothing names them in a call
#include <iv.h>
#include <unistd.h>

static struct iv_timer timer;
static struct iv_task task;

static void on_timer(void *cookie)
{
    iv_task_register(cookie);
    sleep(1); // expect: CA101
}

static void on_task(void *cookie)
{
    (void)cookie;
    fsync(1); // expect: CA101
}

int main(void)
{
    iv_init();
    IV_TIMER_INIT(&timer);
    timer.cookie = &task;
    timer.handler = on_timer;
    IV_TASK_INIT(&task);
    task.handler = on_task;
    iv_timer_register(&timer);
    iv_main();
    return 0;
}
