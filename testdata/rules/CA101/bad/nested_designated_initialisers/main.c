#include "plugin.h"

#include <stddef.h>
#include <uv.h>

static const struct plugin *const plugins[] = {&null_plugin, &audit_plugin, NULL};

static int authorise(struct request *r)
{
    for (int i = 0; plugins[i]; i++) {
        if (plugins[i]->api.http.authorise && plugins[i]->api.http.authorise(r) != 0)
            return -1;
    }
    return 0;
}

static void on_timer(uv_timer_t *timer)
{
    if (authorise(timer->data) != 0)
        uv_timer_stop(timer);
}

int main(void)
{
    static struct request r = {.path = "localhost"};
    uv_timer_t timer;

    uv_timer_init(uv_default_loop(), &timer);
    timer.data = &r;
    uv_timer_start(&timer, on_timer, 0, 10);
    return uv_run(uv_default_loop(), UV_RUN_DEFAULT);
}
