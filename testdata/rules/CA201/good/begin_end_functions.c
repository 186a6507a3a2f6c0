// why: the lock is taken in one function and given back in another; between the calls it is held
#include <pthread.h>

struct table {
    pthread_rwlock_t lock;
    int version;
    int rows;
};

static struct table users = { .lock = PTHREAD_RWLOCK_INITIALIZER };

static struct table *table_begin(struct table *t)
{
    pthread_rwlock_wrlock(&t->lock);
    t->version++;
    return t;
}

static void table_commit(struct table *t)
{
    t->version++;
    pthread_rwlock_unlock(&t->lock);
}

static void *insert(void *arg)
{
    for (int i = 0; i < 1000; i++) {
        table_begin(&users);
        users.rows++;
        table_commit(&users);
    }
    return arg;
}

int main(void)
{
    pthread_t a, b;

    pthread_create(&a, NULL, insert, NULL);
    pthread_create(&b, NULL, insert, NULL);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    return 0;
}
