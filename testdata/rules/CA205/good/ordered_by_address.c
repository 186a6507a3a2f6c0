// why: two objects of one type are always locked by ascending address
#include <pthread.h>

struct account {
    pthread_mutex_t lock;
    long balance;
};
static struct account accounts[10];

static void lock_both(struct account *a, struct account *b)
{
    if (a < b) {
        pthread_mutex_lock(&a->lock);
        pthread_mutex_lock(&b->lock);
    } else {
        pthread_mutex_lock(&b->lock);
        pthread_mutex_lock(&a->lock);
    }
}

static void *mover(void *arg)
{
    for (int i = 0; i < 9; i++) {
        struct account *from = &accounts[i], *to = arg;
        if (from == to)
            continue;
        lock_both(from, to);
        from->balance--;
        to->balance++;
        pthread_mutex_unlock(&from->lock);
        pthread_mutex_unlock(&to->lock);
    }
    return NULL;
}

int main(void)
{
    pthread_t t, u;

    for (int i = 0; i < 10; i++)
        pthread_mutex_init(&accounts[i].lock, NULL);
    pthread_create(&t, NULL, mover, &accounts[3]);
    pthread_create(&u, NULL, mover, &accounts[7]);
    pthread_join(t, NULL);
    return pthread_join(u, NULL);
}
