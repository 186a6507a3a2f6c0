// why: the callback waits for a worker's semaphore instead of being told when it is done
#include <event2/event.h>
#include <pthread.h>
#include <semaphore.h>
#include <unistd.h>

static sem_t done;

static void *work(void *arg)
{
    (void)arg;
    sleep(1);
    sem_post(&done);
    return NULL;
}

static void on_tick(evutil_socket_t fd, short what, void *arg)
{
    pthread_t t;

    (void)fd, (void)what;
    if (pthread_create(&t, NULL, work, arg) == 0) {
        pthread_detach(t);
        sem_wait(&done); // expect: CA101
    }
}

int main(void)
{
    struct event_base *base = event_base_new();
    struct timeval tv = {5, 0};

    sem_init(&done, 0, 0);
    event_add(event_new(base, -1, EV_PERSIST, on_tick, NULL), &tv);
    return event_base_dispatch(base);
}
