// why: after the loop has ended the program may take its time to flush and to wait for children
#include <event2/event.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

static void on_term(evutil_socket_t sig, short what, void *arg)
{
    (void)sig, (void)what;
    event_base_loopexit(arg, NULL);
}

static void cleanup(int journal)
{
    fsync(journal);
    while (waitpid(-1, NULL, 0) > 0)
        ;
    usleep(100000);
}

int main(void)
{
    struct event_base *base = event_base_new();

    event_add(evsignal_new(base, SIGTERM, on_term, base), NULL);
    event_base_dispatch(base);
    cleanup(1);
    event_base_free(base);
    return 0;
}
