// why: the branch compares the two numbers, and takes the lock of the lower one first
#include <pthread.h>

struct account {
    pthread_mutex_t lock;
    int id;
    long cents;
};

static struct account savings = {PTHREAD_MUTEX_INITIALIZER, 1, 5000};
static struct account current = {PTHREAD_MUTEX_INITIALIZER, 2, 5000};

static void lock_both(struct account *a, struct account *b)
{
    if (a->id < b->id) {
        pthread_mutex_lock(&a->lock);
        pthread_mutex_lock(&b->lock);
    } else {
        pthread_mutex_lock(&b->lock);
        pthread_mutex_lock(&a->lock);
    }
}

static void transfer(struct account *from, struct account *to, long cents)
{
    lock_both(from, to);
    from->cents -= cents;
    to->cents += cents;
    pthread_mutex_unlock(&to->lock);
    pthread_mutex_unlock(&from->lock);
}

static void *save(void *arg)
{
    for (int i = 0; i < 100; i++)
        transfer(&current, &savings, i);
    return arg;
}

static void *spend(void *arg)
{
    for (int i = 0; i < 100; i++)
        transfer(&savings, &current, i);
    return arg;
}

int main(void)
{
    pthread_t a, b;

    pthread_create(&a, NULL, save, NULL);
    pthread_create(&b, NULL, spend, NULL);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    return 0;
}
