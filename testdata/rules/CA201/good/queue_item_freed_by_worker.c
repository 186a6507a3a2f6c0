// why: main fills items and appends them under the lock; the worker that takes one frees it
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

struct item {
    char *path;
    struct item *next;
};

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t ready = PTHREAD_COND_INITIALIZER;
static struct item *head, *tail;
static int is_complete;

static void *worker(void *arg)
{
    for (;;) {
        struct item *it;

        pthread_mutex_lock(&lock);
        while (!head) {
            if (is_complete) {
                pthread_mutex_unlock(&lock);
                pthread_exit(arg);
            }
            pthread_cond_wait(&ready, &lock);
        }
        it = head;
        head = head->next;
        if (!head)
            tail = NULL;
        pthread_mutex_unlock(&lock);
        it->path[0] = '/';
        free(it->path);
        free(it);
    }
}

int main(void)
{
    pthread_t a, b;

    pthread_create(&a, NULL, worker, NULL);
    pthread_create(&b, NULL, worker, NULL);
    for (int i = 0; i < 200; i++) {
        struct item *it = malloc(sizeof(*it));

        if (!it)
            abort();
        it->path = strdup("src");
        it->next = NULL;
        pthread_mutex_lock(&lock);
        if (tail)
            tail->next = it;
        else
            head = it;
        tail = it;
        pthread_cond_signal(&ready);
        pthread_mutex_unlock(&lock);
    }
    pthread_mutex_lock(&lock);
    is_complete = 1;
    pthread_cond_broadcast(&ready);
    pthread_mutex_unlock(&lock);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    return 0;
}
