// why: the handler only sets a volatile sig_atomic_t flag, which is what that type is for
#include <signal.h>

static volatile sig_atomic_t wants_reload;
static int reloads;

static void on_hup(int sig)
{
    (void)sig;
    wants_reload = 1;
}

int main(void)
{
    signal(SIGHUP, on_hup);
    for (int i = 0; i < 10; i++) {
        raise(SIGHUP);
        if (wants_reload) {
            wants_reload = 0;
            reloads++;
        }
    }
    return reloads != 10;
}
