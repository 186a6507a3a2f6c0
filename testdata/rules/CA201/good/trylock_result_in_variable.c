// why: trylock's answer is kept in a variable, and busy turns are skipped by it
#include <errno.h>
#include <pthread.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static int depth;

static void *eager(void *arg)
{
    for (int i = 0; i < 2000; i++) {
        int rc = pthread_mutex_trylock(&lock);

        if (rc == EBUSY)
            continue;
        if (rc != 0)
            return arg;
        depth--;
        pthread_mutex_unlock(&lock);
    }
    return arg;
}

int main(void)
{
    pthread_t a, b;

    pthread_create(&a, NULL, eager, NULL);
    pthread_create(&b, NULL, eager, NULL);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    return 0;
}
