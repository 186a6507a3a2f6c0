// why: the thread has been told to stop and been woken before the loop joins it
#include <poll.h>
#include <pthread.h>
#include <stdbool.h>
#include <unistd.h>

struct worker {
    pthread_t thread;
    pthread_mutex_t lock;
    bool stop;
    int wake[2];
};

static struct worker workers[4];

static void *work(void *arg)
{
    struct worker *w = arg;
    char byte;

    for (;;) {
        if (read(w->wake[0], &byte, 1) < 0)
            continue;
        pthread_mutex_lock(&w->lock);
        bool stop = w->stop;
        pthread_mutex_unlock(&w->lock);
        if (stop)
            return NULL;
    }
}

static void stop(struct worker *w)
{
    pthread_mutex_lock(&w->lock);
    w->stop = true;
    (void)!write(w->wake[1], "", 1);
    pthread_mutex_unlock(&w->lock);
    pthread_join(w->thread, NULL);
}

int main(void)
{
    struct pollfd fds[2] = {{.fd = 0, .events = POLLIN}, {.fd = 3, .events = POLLIN}};

    for (int i = 0; i < 4; i++) {
        pthread_mutex_init(&workers[i].lock, NULL);
        if (pipe(workers[i].wake) != 0 ||
            pthread_create(&workers[i].thread, NULL, work, &workers[i]) != 0)
            return 1;
    }
    for (;;) {
        char command[2] = "";
        if (poll(fds, 2, -1) < 0)
            continue;
        if (fds[0].revents && read(0, command, 1) == 1 && command[0] >= '0' && command[0] < '4')
            stop(&workers[command[0] - '0']);
    }
}
