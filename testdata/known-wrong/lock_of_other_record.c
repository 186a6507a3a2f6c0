// why: a transfer locks the account that pays, and also writes the one that is paid
#include <pthread.h>

struct account {
    pthread_mutex_t lock;
    long balance;
};

static struct account savings = { PTHREAD_MUTEX_INITIALIZER, 100 };
static struct account current = { PTHREAD_MUTEX_INITIALIZER, 100 };

static void transfer(struct account *from, struct account *to, long amount)
{
    pthread_mutex_lock(&from->lock);
    from->balance -= amount; // wrong: false CA201
    to->balance += amount; // wrong: missed CA201
    pthread_mutex_unlock(&from->lock);
}

static void *save(void *arg)
{
    for (int i = 0; i < 1000; i++)
        transfer(&current, &savings, 1);
    return arg;
}

static void *spend(void *arg)
{
    for (int i = 0; i < 1000; i++)
        transfer(&savings, &current, 1);
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
