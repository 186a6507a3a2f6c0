// why: as much is computed outside as under the lock: two threads gain something
#include <pthread.h>

enum { N = 100000 };
static pthread_mutex_t m = PTHREAD_MUTEX_INITIALIZER;
static unsigned long common[N];

static void *work(void *arg)
{
    unsigned long *own = arg;
    for (int round = 0; round < 100; round++) {
        for (int i = 0; i < N; i++)
            own[i] = own[i] * 31 + (unsigned long)i;
        pthread_mutex_lock(&m);
        for (int i = 0; i < N; i++)
            common[i] += own[i];
        pthread_mutex_unlock(&m);
    }
    return NULL;
}

int main(void)
{
    static unsigned long own[2][N];
    pthread_t t[2];
    for (int i = 0; i < 2; i++)
        pthread_create(&t[i], NULL, work, own[i]);
    for (int i = 0; i < 2; i++)
        pthread_join(t[i], NULL);
    return 0;
}
