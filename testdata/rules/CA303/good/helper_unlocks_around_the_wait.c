// why: the helper is entered with the lock held, and releases it around the sleep
#include <pthread.h>
#include <unistd.h>

struct job {
    pthread_mutex_t lock;
    int tries, ok;
};
static struct job job = {PTHREAD_MUTEX_INITIALIZER, 0, 0};

static void back_off(struct job *j)
{
    pthread_mutex_unlock(&j->lock);
    sleep(1);
    pthread_mutex_lock(&j->lock);
}

static void *run(void *arg)
{
    struct job *j = arg;

    pthread_mutex_lock(&j->lock);
    while (!j->ok && j->tries < 5) {
        j->tries++;
        back_off(j);
    }
    pthread_mutex_unlock(&j->lock);
    return NULL;
}

static void *finish(void *arg)
{
    struct job *j = arg;

    pthread_mutex_lock(&j->lock);
    j->ok = 1;
    pthread_mutex_unlock(&j->lock);
    return NULL;
}

int main(void)
{
    pthread_t t, u;

    pthread_create(&t, NULL, run, &job);
    pthread_create(&u, NULL, finish, &job);
    pthread_join(t, NULL);
    return pthread_join(u, NULL);
}
