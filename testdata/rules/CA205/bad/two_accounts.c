// why: the transfer locks its two accounts as they are given; two threads give them the other way round
#include <pthread.h>

struct account {
    pthread_mutex_t lock;
    long cents;
};

static struct account savings = {PTHREAD_MUTEX_INITIALIZER, 5000};
static struct account current = {PTHREAD_MUTEX_INITIALIZER, 5000};

static void transfer(struct account *from, struct account *to, long cents)
{
    pthread_mutex_lock(&from->lock);
    pthread_mutex_lock(&to->lock); // expect: CA205
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
