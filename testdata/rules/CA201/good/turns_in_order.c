// why: workers compress in any order and write in the order of their numbers: who has the turn is
// alone between the wait and the handing on
#include <pthread.h>
#include <stdio.h>
#include <string.h>

#define WORKERS 4

struct archive {
    char out[256];
    size_t used;
    int is_header_written;
};
struct job {
    pthread_t id;
    int number;
    char text[16];
};

static struct archive archive;
static struct job jobs[WORKERS];
static pthread_mutex_t output_lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t output_cond = PTHREAD_COND_INITIALIZER;
static int output_turn;

static void wait_on(pthread_cond_t *cond, pthread_mutex_t *lock)
{
    if (pthread_cond_wait(cond, lock) != 0)
        fprintf(stderr, "cannot wait\n");
}

static void append(struct archive *a, const char *text)
{
    size_t n = strlen(text);

    if (a->used + n > sizeof a->out)
        return;
    memcpy(a->out + a->used, text, n);
    a->used += n;
}

static void *compress_job(void *arg)
{
    struct job *j = arg;
    int waited = 0;

    snprintf(j->text, sizeof j->text, "job %d\n", j->number);
    if (!waited) {
        pthread_mutex_lock(&output_lock);
        while (output_turn != j->number)
            wait_on(&output_cond, &output_lock);
        pthread_mutex_unlock(&output_lock);
        waited = 1;
    }
    if (!archive.is_header_written) {
        append(&archive, "archive\n");
        archive.is_header_written = 1;
    }
    append(&archive, j->text);
    pthread_mutex_lock(&output_lock);
    if (++output_turn == WORKERS)
        output_turn = 0;
    pthread_cond_broadcast(&output_cond);
    pthread_mutex_unlock(&output_lock);
    return NULL;
}

int main(void)
{
    for (int i = 0; i < WORKERS; i++) {
        jobs[i].number = i;
        if (pthread_create(&jobs[i].id, NULL, compress_job, &jobs[i]) != 0)
            return 1;
    }
    for (int i = 0; i < WORKERS; i++)
        pthread_join(jobs[i].id, NULL);
    fwrite(archive.out, 1, archive.used, stdout);
    return 0;
}
