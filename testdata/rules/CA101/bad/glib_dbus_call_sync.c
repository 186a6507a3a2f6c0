// why: a synchronous D-Bus call waits for the other service, 25 s if it hangs
// flags: -I/usr/include/glib-2.0 -I/usr/lib/x86_64-linux-gnu/glib-2.0/include
#include <gio/gio.h>

static gboolean poll_state(gpointer bus)
{
    GVariant *v;

    v = g_dbus_connection_call_sync(bus, "org.example.Power", "/", // expect: CA101
                                    "org.example.Power", "State", NULL, NULL,
                                    G_DBUS_CALL_FLAGS_NONE, -1, NULL, NULL);
    if (!v)
        return G_SOURCE_REMOVE;
    g_variant_unref(v);
    return G_SOURCE_CONTINUE;
}

int main(void)
{
    GMainLoop *loop = g_main_loop_new(NULL, FALSE);
    GDBusConnection *bus = g_bus_get_sync(G_BUS_TYPE_SYSTEM, NULL, NULL);

    g_timeout_add(1000, poll_state, bus);
    g_main_loop_run(loop);
    return 0;
}
