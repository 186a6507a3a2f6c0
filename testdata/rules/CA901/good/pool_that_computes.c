// why: what the workers do is worth a hand-over: a loop over the data of each item
#include <pthread.h>
#include <stdbool.h>

struct item {
    struct item *next;
    long a, b, sum;
    double data[65536];
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
        for (int k = 1; k < 65536; k++)
            i->data[k] += i->data[k - 1] / (double)k;
    }
    return NULL;
}

int main(void)
{
    pthread_t t[4];
    for (int i = 0; i < 4; i++)
        pthread_create(&t[i], NULL, worker, NULL);
    pthread_join(t[0], NULL);
    return 0;
}
