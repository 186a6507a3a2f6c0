// why: a thread is joined only after it has marked itself as done, which is its last use of the lock
#include <pthread.h>

struct worker {
    pthread_t id;
    int done;
};
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static struct worker workers[4];

static void *work(void *arg)
{
    struct worker *w = arg;

    pthread_mutex_lock(&lock);
    w->done = 1;
    pthread_mutex_unlock(&lock);
    return NULL;
}

static void collect(struct worker *w)
{
    if (w->done)
        pthread_join(w->id, NULL);
}

int main(void)
{
    for (int i = 0; i < 4; i++)
        pthread_create(&workers[i].id, NULL, work, &workers[i]);
    for (int turn = 0; turn < 100; turn++) {
        pthread_mutex_lock(&lock);
        for (int i = 0; i < 4; i++)
            collect(&workers[i]);
        pthread_mutex_unlock(&lock);
    }
    return 0;
}
