// why: each item is one addition; taking the lock and waking a worker costs a thousand times as much
#include <pthread.h>
#include <stdbool.h>

struct item {
    struct item *next;
    long a, b, sum;
};
static struct item *head;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t more = PTHREAD_COND_INITIALIZER;

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
        i->sum = i->a + i->b;
    }
    return NULL;
}

void submit(struct item *i)
{
    pthread_mutex_lock(&lock);
    i->next = head;
    head = i;
    pthread_cond_signal(&more);
    pthread_mutex_unlock(&lock);
}

int main(void)
{
    static struct item items[100];
    pthread_t t[4];
    for (int i = 0; i < 4; i++)
        pthread_create(&t[i], NULL, worker, NULL); // expect: CA901
    for (int i = 0; i < 100; i++)
        submit(&items[i]);
    pthread_join(t[0], NULL);
    return 0;
}
