// why: the workers count words of a few letters each; the queue costs more than the count
#include <pthread.h>
#include <stdbool.h>

struct item {
    struct item *next;
    char letters[4];
    unsigned sum;
};
static struct item *head;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t more = PTHREAD_COND_INITIALIZER;

static unsigned weigh(const char *letters)
{
    return (unsigned)letters[0] + (unsigned)letters[1] * 3 + (unsigned)letters[2] * 5;
}

static struct item *take(void)
{
    pthread_mutex_lock(&lock);
    while (!head)
        pthread_cond_wait(&more, &lock);
    struct item *i = head;
    head = i->next;
    pthread_mutex_unlock(&lock);
    return i;
}

static void *worker(void *unused)
{
    (void)unused;
    for (;;) {
        struct item *i = take();
        i->sum = weigh(i->letters);
    }
    return NULL;
}

int main(void)
{
    pthread_t t[8];
    for (int i = 0; i < 8; i++)
        pthread_create(&t[i], NULL, worker, NULL); // expect: CA901
    pthread_join(t[0], NULL);
    return 0;
}
