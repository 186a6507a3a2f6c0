// why: a picture of 4000 x 4000 points is computed in a timer's callback
#include <event2/event.h>
#include <math.h>

enum { WIDTH = 4000, HEIGHT = 4000 };
static float plane[HEIGHT][WIDTH];

static float shade(int x, int y)
{
    return (float)(sin(x * 0.01) * cos(y * 0.01));
}

static void render(void)
{
    for (int y = 0; y < HEIGHT; y++) // expect: CA102
        for (int x = 0; x < WIDTH; x++)
            plane[y][x] = shade(x, y);
}

static void on_tick(evutil_socket_t fd, short what, void *arg)
{
    (void)fd;
    (void)what;
    (void)arg;
    render();
}

int main(void)
{
    struct timeval second = {1, 0};
    struct event_base *base = event_base_new();
    struct event *ev = event_new(base, -1, EV_PERSIST, on_tick, NULL);
    event_add(ev, &second);
    return event_base_dispatch(base);
}
