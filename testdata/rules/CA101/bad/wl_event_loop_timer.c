// why: the compositor's timer callback waits for a child while no client is served
#include <sys/wait.h>
#include <wayland-server-core.h>

struct server {
    struct wl_display *display;
    struct wl_event_source *timer;
    pid_t screensaver;
};

static int on_timer(void *data)
{
    struct server *s = data;
    int status;

    if (s->screensaver > 0)
        waitpid(s->screensaver, &status, 0); // expect: CA101
    wl_event_source_timer_update(s->timer, 60000);
    return 0;
}

int main(void)
{
    struct server s = {0};
    struct wl_event_loop *loop;

    s.display = wl_display_create();
    loop = wl_display_get_event_loop(s.display);
    s.timer = wl_event_loop_add_timer(loop, on_timer, &s);
    wl_event_source_timer_update(s.timer, 60000);
    wl_display_run(s.display);
    wl_display_destroy(s.display);
    return 0;
}
