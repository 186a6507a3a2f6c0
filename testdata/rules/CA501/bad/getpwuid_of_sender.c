// why: a handler with siginfo looks up who sent the signal in the user database
#include <pwd.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

static char who[64];
static volatile sig_atomic_t stop;

static void on_user(int sig, siginfo_t *info, void *context)
{
    struct passwd *pw = getpwuid(info->si_uid); // expect: CA501

    (void)sig;
    (void)context;
    if (pw)
        strncpy(who, pw->pw_name, sizeof who - 1);
    stop = 1;
}

int main(void)
{
    struct sigaction action = {0};

    action.sa_sigaction = on_user;
    action.sa_flags = SA_SIGINFO | SA_RESTART;
    if (sigaction(SIGUSR1, &action, NULL) < 0)
        return 1;
    while (!stop)
        pause();
    return 0;
}
