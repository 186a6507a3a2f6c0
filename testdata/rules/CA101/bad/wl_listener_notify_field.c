// why: a listener registers nothing but a struct whose notify field was assigned
#include <stdlib.h>
#include <wayland-server-core.h>

struct output {
    struct wl_listener destroy;
};

static void run_hook(const char *command)
{
    if (system(command) < 0) // expect: CA101
        abort();
}

static void on_destroy(struct wl_listener *listener, void *data)
{
    struct output *o = wl_container_of(listener, o, destroy);

    (void)data;
    run_hook("output-removed");
    free(o);
}

static void output_add(struct wl_display *display)
{
    struct output *o = calloc(1, sizeof(*o));

    o->destroy.notify = on_destroy;
    wl_display_add_client_created_listener(display, &o->destroy);
}

int main(void)
{
    struct wl_display *display = wl_display_create();

    output_add(display);
    wl_display_run(display);
    return 0;
}
