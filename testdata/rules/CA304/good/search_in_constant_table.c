// why: the name of a signal is looked up in a constant table; the number comes from a handler, but
// the search ends with the table
#include <signal.h>
#include <stdio.h>
#include <sys/wait.h>

struct signal_name {
    int number;
    const char *name;
};

static const struct signal_name names[] = {
    {SIGABRT, "ABRT"}, {SIGHUP, "HUP"}, {SIGKILL, "KILL"}, {SIGTERM, "TERM"}, {0, NULL},
};

struct child {
    int pid, signal;
};

static struct child child;

static void on_child(int sig)
{
    int status;

    (void)sig;
    if (waitpid(child.pid, &status, WNOHANG) > 0 && WIFSIGNALED(status))
        child.signal = WTERMSIG(status);
}

static const char *name_of(const struct child *c)
{
    const char *name = NULL;

    for (int i = 0; names[i].name != NULL; i++) {
        if (names[i].number == c->signal) {
            name = names[i].name;
            break;
        }
    }
    return name;
}

int main(void)
{
    signal(SIGCHLD, on_child);
    const char *name = name_of(&child);
    if (name)
        puts(name);
    return 0;
}
