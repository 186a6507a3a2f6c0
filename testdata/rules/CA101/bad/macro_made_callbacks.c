// why: callbacks are made by a macro; no line of the source shows their definition in full
#include <event2/event.h>
#include <signal.h>
#include <stdlib.h>

static int failures;

static void run_script(const char *path)
{
    if (system(path) != 0) // expect: CA101
        failures++;
}

#define SIGNAL_HOOK(name, path)                                      \
    static void on_##name(evutil_socket_t sig, short what, void *arg) \
    {                                                                \
        (void)sig, (void)what, (void)arg;                            \
        run_script(path);                                            \
    }

SIGNAL_HOOK(hup, "/etc/app/on-hup")
SIGNAL_HOOK(usr1, "/etc/app/on-usr1")

#define HOOK(base, signal, name) event_add(evsignal_new(base, signal, on_##name, NULL), NULL)

int main(void)
{
    struct event_base *base = event_base_new();

    HOOK(base, SIGHUP, hup);
    HOOK(base, SIGUSR1, usr1);
    return event_base_dispatch(base);
}
