// why: threads that only read share a table without any lock
#include <pthread.h>

static int squares[16] = { 0, 1, 4, 9, 16, 25, 36, 49, 64, 81, 100, 121, 144, 169, 196, 225 };

static void *lookup(void *arg)
{
    int sum = 0;

    for (int i = 0; i < 1000; i++)
        sum += squares[i % 16];
    return sum ? arg : NULL;
}

int main(void)
{
    pthread_t a, b;

    pthread_create(&a, NULL, lookup, NULL);
    pthread_create(&b, NULL, lookup, NULL);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    return squares[2] - 4;
}
