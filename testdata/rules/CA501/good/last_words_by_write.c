// why: a message by write() and _exit(): both are safe, nothing else happens
#include <signal.h>
#include <string.h>
#include <unistd.h>

static const char *pid_file = "/run/demo.pid";

static void say(const char *text)
{
    if (write(STDERR_FILENO, text, strlen(text)) < 0)
        _exit(2);
}

static void on_term(int sig)
{
    say(sig == SIGTERM ? "terminated\n" : "interrupted\n");
    unlink(pid_file);
    _exit(0);
}

int main(void)
{
    signal(SIGTERM, on_term);
    signal(SIGINT, on_term);
    for (;;)
        pause();
}
