// why: sem_trywait() only looks
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
    (void)fd, (void)what;
    if (sem_trywait(&done) == 0)
        event_base_loopbreak(arg);
}

int main(void)
{
    struct event_base *base = event_base_new();
    struct timeval tv = {1, 0};
    pthread_t t;

    sem_init(&done, 0, 0);
    pthread_create(&t, NULL, work, NULL);
    event_add(event_new(base, -1, EV_PERSIST, on_tick, base), &tv);
    event_base_dispatch(base);
    return pthread_join(t, NULL);
}
