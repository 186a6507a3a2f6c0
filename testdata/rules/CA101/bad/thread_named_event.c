// why: in this project a "thread" is an event callback of its own scheduler, not a thread
#include <netdb.h>
#include <poll.h>
#include <stddef.h>
#include <time.h>

struct thread {
    int (*func)(struct thread *t);
    void *arg;
    time_t when;
};
struct thread_master {
    struct thread timers[32];
    int n_timers;
    struct pollfd fds[32];
    nfds_t n_fds;
};

static void thread_add_timer(struct thread_master *m, int (*func)(struct thread *), void *arg,
                             int seconds)
{
    struct thread *t = &m->timers[m->n_timers++ % 32];

    t->func = func;
    t->arg = arg;
    t->when = time(NULL) + seconds;
}

static struct thread *thread_fetch(struct thread_master *m)
{
    for (;;) {
        for (int i = 0; i < 32; i++) {
            if (m->timers[i].func && m->timers[i].when <= time(NULL))
                return &m->timers[i];
        }
        poll(m->fds, m->n_fds, 1000);
    }
}

static int bgp_resolve_peer(struct thread *t)
{
    struct hostent *h = gethostbyname(t->arg); // expect: CA101

    return h ? 0 : -1;
}

int main(void)
{
    static struct thread_master master;
    struct thread *t;

    thread_add_timer(&master, bgp_resolve_peer, "peer.example.org", 1);
    while ((t = thread_fetch(&master))) {
        int (*func)(struct thread *) = t->func;

        t->func = NULL;
        func(t);
    }
    return 0;
}
