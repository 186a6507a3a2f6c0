// why: each worker thread runs its own epoll loop; a slow call stops all clients of that worker
#include <pthread.h>
#include <sys/epoll.h>
#include <unistd.h>

struct worker {
    pthread_t thread;
    int ep;
    int log_fd;
};

static void flush_log(struct worker *w)
{
    fsync(w->log_fd); // expect: CA101
}

static void *worker_main(void *arg)
{
    struct worker *w = arg;
    struct epoll_event ev[16];

    for (;;) {
        int n = epoll_wait(w->ep, ev, 16, 1000);

        for (int i = 0; i < n; i++) {
            char buf[64];

            if (read(ev[i].data.fd, buf, sizeof(buf)) <= 0)
                flush_log(w);
        }
    }
    return NULL;
}

int main(void)
{
    static struct worker workers[4];

    for (int i = 0; i < 4; i++) {
        workers[i].ep = epoll_create1(0);
        workers[i].log_fd = 1;
        pthread_create(&workers[i].thread, NULL, worker_main, &workers[i]);
    }
    for (int i = 0; i < 4; i++)
        pthread_join(workers[i].thread, NULL);
    return 0;
}
