// why: workers cut a batch off the queue under the lock; the batch is theirs until the callback
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { JOBS = 400, DEPTH = 4, WORKERS = 2 };
struct io;
typedef void (*io_callback)(struct io *io, int result);
struct io {
    struct io *next;
    int page, length, result;
    char *buffer;
    io_callback done;
};
struct io_thread {
    pthread_mutex_t mutex;
    pthread_cond_t cond;
    struct io *queue, *tail;
    int depth, stop;
};

static struct io_thread threads[WORKERS];
static pthread_mutex_t done_lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t done_cond = PTHREAD_COND_INITIALIZER;
static struct io *finished;
static int n_finished;
static char pages[8][64];

static void submit(struct io_thread *t, struct io *io)
{
    pthread_mutex_lock(&t->mutex);
    io->next = NULL;
    if (t->queue)
        t->tail->next = io;
    else
        t->queue = io;
    t->tail = io;
    t->depth++;
    pthread_cond_signal(&t->cond);
    pthread_mutex_unlock(&t->mutex);
}

static void io_done(struct io *io, int result)
{
    pthread_mutex_lock(&done_lock);
    io->result = result;
    io->next = finished;
    finished = io;
    n_finished++;
    pthread_cond_signal(&done_cond);
    pthread_mutex_unlock(&done_lock);
}

static void *io_thread(void *arg)
{
    struct io_thread *me = arg;

    for (;;) {
        struct io *batch = NULL;
        pthread_mutex_lock(&me->mutex);
        while (!me->queue && !me->stop)
            pthread_cond_wait(&me->cond, &me->mutex);
        if (me->queue) {
            struct io *end = batch = me->queue;
            int i;
            for (i = 1; i < DEPTH && end->next; i++)
                end = end->next;
            me->depth -= i;
            me->queue = end->next;
            end->next = NULL;
        }
        pthread_mutex_unlock(&me->mutex);
        if (!batch)
            return NULL;
        for (struct io *cur = batch; cur;) {
            struct io *next = cur->next;
            cur->length = cur->page < 4 ? 32 : 64;
            memcpy(cur->buffer, pages[cur->page], (size_t)cur->length);
            cur->done(cur, cur->length);
            cur = next;
        }
    }
}

static long collect(int *left)
{
    long sum = 0;

    pthread_mutex_lock(&done_lock);
    while (!n_finished)
        pthread_cond_wait(&done_cond, &done_lock);
    while (finished) {
        struct io *io = finished;
        finished = io->next;
        n_finished--;
        sum += io->result + io->length + io->buffer[0];
        free(io->buffer);
        free(io);
        --*left;
    }
    pthread_mutex_unlock(&done_lock);
    return sum;
}

int main(void)
{
    pthread_t ids[WORKERS];
    int left = JOBS;
    long sum = 0;

    for (int i = 0; i < WORKERS; i++) {
        pthread_mutex_init(&threads[i].mutex, NULL);
        pthread_cond_init(&threads[i].cond, NULL);
        pthread_create(&ids[i], NULL, io_thread, &threads[i]);
    }
    for (int i = 0; i < JOBS; i++) {
        struct io *io = calloc(1, sizeof(*io));
        if (!io || !(io->buffer = calloc(1, 64)))
            return 1;
        io->page = i % 8;
        io->done = io_done;
        submit(&threads[i % WORKERS], io);
    }
    while (left)
        sum += collect(&left);
    for (int i = 0; i < WORKERS; i++) {
        pthread_mutex_lock(&threads[i].mutex);
        threads[i].stop = 1;
        pthread_cond_signal(&threads[i].cond);
        pthread_mutex_unlock(&threads[i].mutex);
        pthread_join(ids[i], NULL);
    }
    printf("%ld\n", sum);
    return 0;
}
