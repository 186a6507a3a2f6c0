// why: a Wayland fd source reads its ready pipe once
#include <unistd.h>
#include <wayland-server-core.h>

static int on_command(int fd, uint32_t mask, void *data)
{
    char byte;

    if ((mask & WL_EVENT_READABLE) && read(fd, &byte, 1) == 1 && byte == 'q')
        wl_display_terminate(data);
    return 0;
}

int main(void)
{
    struct wl_display *display = wl_display_create();
    int fds[2];

    if (pipe(fds) != 0)
        return 1;
    wl_event_loop_add_fd(wl_display_get_event_loop(display), fds[0], WL_EVENT_READABLE, on_command,
                         display);
    wl_display_run(display);
    return 0;
}
