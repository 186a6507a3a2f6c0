// why: the handler runs the reload hooks of all modules; one of them reports to syslog
#include <signal.h>
#include <string.h>
#include <syslog.h>
#include <unistd.h>

struct module {
    const char *name;
    int (*reload)(void);
};

static int zones_loaded;

static int zones_reload(void)
{
    zones_loaded++;
    syslog(LOG_INFO, "zones reloaded"); // expect: CA501
    return 0;
}

static int cache_reload(void)
{
    return 0;
}

static const struct module modules[] = {
    {"zones", zones_reload},
    {"cache", cache_reload},
};

static void on_hangup(int sig)
{
    (void)sig;
    for (size_t i = 0; i < sizeof modules / sizeof *modules; i++)
        modules[i].reload();
}

int main(void)
{
    struct sigaction sa;

    memset(&sa, 0, sizeof sa);
    sa.sa_handler = on_hangup;
    sigemptyset(&sa.sa_mask);
    sigaction(SIGHUP, &sa, NULL);
    for (;;)
        pause();
}
