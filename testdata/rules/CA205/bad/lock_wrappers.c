// why: the locks are taken by wrappers; what they lock is seen from their bodies
#include <pthread.h>

struct engine {
    pthread_mutex_t state_lock, queue_lock;
    int state, queued;
};
static struct engine engine = {PTHREAD_MUTEX_INITIALIZER, PTHREAD_MUTEX_INITIALIZER, 0, 0};

static void state_enter(void) { pthread_mutex_lock(&engine.state_lock); }
static void state_leave(void) { pthread_mutex_unlock(&engine.state_lock); }
static void queue_enter(void) { pthread_mutex_lock(&engine.queue_lock); }
static void queue_leave(void) { pthread_mutex_unlock(&engine.queue_lock); }

static void *produce(void *arg)
{
    queue_enter();
    engine.queued++;
    state_enter();
    engine.state = 1;
    state_leave();
    if (engine.queued > 10) {
        state_enter();
        engine.state = 2;
        state_leave();
    }
    queue_leave();
    return arg;
}

static void *stop(void *arg)
{
    state_enter();
    engine.state = 0;
    queue_enter(); // expect: CA205
    engine.queued = 0;
    queue_leave();
    state_leave();
    return arg;
}

int main(void)
{
    pthread_t t, u;

    pthread_create(&t, NULL, produce, NULL);
    pthread_create(&u, NULL, stop, NULL);
    pthread_join(t, NULL);
    return pthread_join(u, NULL);
}
