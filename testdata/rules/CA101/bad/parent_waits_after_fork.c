// why: the child is free to block, but here the parent waits for it on the loop
#include <event2/event.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

static void run_hook(void)
{
    int status;
    pid_t pid = fork();

    if (pid == 0) {
        sleep(1);
        execl("/bin/true", "true", (char *)NULL);
        _exit(127);
    }
    if (pid > 0)
        waitpid(pid, &status, 0); // expect: CA101
}

static void on_hup(evutil_socket_t sig, short what, void *arg)
{
    (void)sig, (void)what, (void)arg;
    run_hook();
}

int main(void)
{
    struct event_base *base = event_base_new();

    event_add(evsignal_new(base, SIGHUP, on_hup, NULL), NULL);
    return event_base_dispatch(base);
}
