// why: the handler queues a job for the main loop, and the queue allocates its nodes
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

struct job {
    struct job *next;
    int what;
};

static struct job *first, **last = &first;

static void *xmalloc(size_t n)
{
    void *p = malloc(n); // expect: CA501
    if (!p)
        abort();
    return p;
}

static void queue_job(int what)
{
    struct job *job = xmalloc(sizeof *job);

    job->next = NULL;
    job->what = what;
    *last = job;
    last = &job->next;
}

static void on_alarm(int sig)
{
    (void)sig;
    queue_job(7);
    alarm(1);
}

int main(void)
{
    signal(SIGALRM, on_alarm);
    alarm(1);
    for (;;) {
        while (first) {
            struct job *job = first;
            first = job->next;
            if (!first)
                last = &first;
            free(job);
        }
        pause();
    }
}
