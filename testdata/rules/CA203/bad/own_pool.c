// why: the program's own pool runs functions that read the tenant of their submitter
#include <pthread.h>
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

static void *worker(void *arg)
{
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
        pthread_create(&thread, NULL, worker, NULL);
}

static __thread const char *tenant;

static void write_report(void *arg)
{
    printf("report %s for %s\n", (const char *)arg, tenant); // expect: CA203
}

static void on_request(const char *who, char *report)
{
    tenant = who;
    submit(write_report, report);
    tenant = NULL;
}

int main(int argc, char **argv)
{
    pool_start();
    for (int i = 1; i + 1 < argc; i += 2)
        on_request(argv[i], argv[i + 1]);
    pthread_exit(NULL);
}
