// why: request handlers of a Wayland interface sit in a table given to
//      wl_resource_set_implementation()
#include <stdlib.h>
#include <wayland-server-core.h>
#include <wayland-server-protocol.h>

static void output_release(struct wl_client *client, struct wl_resource *resource)
{
    (void)client;
    if (system("output-hook") != 0) // expect: CA101
        wl_resource_destroy(resource);
}

static const struct wl_output_interface output_impl = {
    .release = output_release,
};

static void output_bind(struct wl_client *client, void *data, uint32_t version, uint32_t id)
{
    struct wl_resource *r = wl_resource_create(client, &wl_output_interface, (int)version, id);

    wl_resource_set_implementation(r, &output_impl, data, NULL);
}

int main(void)
{
    struct wl_display *display = wl_display_create();

    wl_global_create(display, &wl_output_interface, 3, NULL, output_bind);
    wl_display_run(display);
    return 0;
}
