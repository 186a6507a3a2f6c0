// why: a thousand lines in each turn, and again at once only while there are more
#include <uv.h>

enum { LINES_EACH_TIME = 1000 };

struct import {
    int *lines;
    int n, at;
    long sum;
};

static void on_timer(uv_timer_t *t)
{
    struct import *m = t->data;

    for (int i = 0; i < LINES_EACH_TIME && m->at < m->n; i++)
        m->sum += m->lines[m->at++];
    if (m->at < m->n)
        uv_timer_start(t, on_timer, 0, 0);
    else
        uv_close((uv_handle_t *)t, NULL);
}

int main(void)
{
    static int lines[1000000];
    static struct import import = {.lines = lines, .n = 1000000};
    uv_timer_t timer;

    uv_timer_init(uv_default_loop(), &timer);
    timer.data = &import;
    uv_timer_start(&timer, on_timer, 0, 0);
    return uv_run(uv_default_loop(), UV_RUN_DEFAULT);
}
