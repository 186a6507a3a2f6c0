// why: the pool's thread sets its number before it runs jobs; they may read it
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

struct job {
    struct job *next;
    void (*run)(void *arg);
    void *arg;
};

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t some = PTHREAD_COND_INITIALIZER;
static struct job *jobs;

static void submit(void (*run)(void *), void *arg)
{
    struct job *job = malloc(sizeof *job);

    if (!job)
        return;
    job->run = run;
    job->arg = arg;
    pthread_mutex_lock(&lock);
    job->next = jobs;
    jobs = job;
    pthread_cond_signal(&some);
    pthread_mutex_unlock(&lock);
}

static __thread intptr_t worker_number;

static void *worker(void *arg)
{
    worker_number = (intptr_t)arg;
    for (;;) {
        struct job *job;
        pthread_mutex_lock(&lock);
        while (!jobs)
            pthread_cond_wait(&some, &lock);
        job = jobs;
        jobs = job->next;
        pthread_mutex_unlock(&lock);
        job->run(job->arg);
        free(job);
    }
    return arg;
}

static void pool_start(void)
{
    pthread_t thread;

    for (int i = 0; i < 4; i++)
        pthread_create(&thread, NULL, worker, (void *)(intptr_t)(i + 1));
}

static void job(void *arg)
{
    printf("worker %d: %s\n", (int)worker_number, (const char *)arg);
}

int main(int argc, char **argv)
{
    worker_number = argc + 100;
    pool_start();
    for (int i = 1; i < argc; i++)
        submit(job, argv[i]);
    pthread_exit(NULL);
}
