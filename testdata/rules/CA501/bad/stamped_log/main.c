// why: the log writes with write(), but stamps its lines with localtime(): a lock of the time zone
#include <signal.h>
#include <stdbool.h>
#include <unistd.h>

#include "log.h"

static volatile sig_atomic_t hup;

static void handle_hup(int sig)
{
    (void)sig;
    log_line("hangup\n");
    hup = 1;
}

int main(void)
{
    signal(SIGHUP, handle_hup);
    while (!hup)
        pause();
    log_line("done\n");
    return 0;
}
