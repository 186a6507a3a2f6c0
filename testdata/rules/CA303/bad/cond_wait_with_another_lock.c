// why: the wait releases its own mutex, not the outer one: the signaller needs that and never comes
#include <pthread.h>

static pthread_mutex_t config_lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_mutex_t job_lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t job_done = PTHREAD_COND_INITIALIZER;
static int done, generation;

static void *reload(void *arg)
{
    pthread_mutex_lock(&config_lock);
    generation++;
    pthread_mutex_lock(&job_lock);
    while (!done)
        pthread_cond_wait(&job_done, &job_lock); // expect: CA303
    pthread_mutex_unlock(&job_lock);
    pthread_mutex_unlock(&config_lock);
    return arg;
}

static void *job(void *arg)
{
    pthread_mutex_lock(&config_lock);
    int g = generation;
    pthread_mutex_lock(&job_lock);
    done = g;
    pthread_cond_signal(&job_done);
    pthread_mutex_unlock(&job_lock);
    pthread_mutex_unlock(&config_lock);
    return arg;
}

int main(void)
{
    pthread_t t, u;

    pthread_create(&t, NULL, reload, NULL);
    pthread_create(&u, NULL, job, NULL);
    pthread_join(t, NULL);
    return pthread_join(u, NULL);
}
