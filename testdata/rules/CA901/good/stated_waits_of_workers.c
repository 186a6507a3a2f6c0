// why: the predictions size a pool by its work, and then it is as quick as a loop: kept
#include <pthread.h>
#include <stdbool.h>

struct item {
    struct item *next;
    long a, b, sum;
};
static struct item *head;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t more = PTHREAD_COND_INITIALIZER;

extern void ask_peer(struct item *i);

/* concadvise: io=50ms cpu=20us concurrency=2000 */
static void *worker(void *unused)
{
    (void)unused;
    for (;;) {
        pthread_mutex_lock(&lock);
        while (!head)
            pthread_cond_wait(&more, &lock);
        struct item *i = head;
        head = i->next;
        pthread_mutex_unlock(&lock);
        ask_peer(i);
    }
    return NULL;
}

int main(void)
{
    pthread_t t[8];
    for (int i = 0; i < 8; i++)
        pthread_create(&t[i], NULL, worker, NULL);
    pthread_join(t[0], NULL);
    return 0;
}
