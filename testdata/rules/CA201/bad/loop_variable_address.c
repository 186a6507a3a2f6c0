// why: each thread gets the address of the loop's variable, which goes on counting
#include <pthread.h>

static void *worker(void *arg)
{
    int id = *(int *)arg;

    return id >= 0 ? arg : NULL;
}

int main(void)
{
    pthread_t t[4];
    int i;

    for (i = 0; i < 4; i++) // expect: CA201
        pthread_create(&t[i], NULL, worker, &i);
    for (int k = 0; k < 4; k++)
        pthread_join(t[k], NULL);
    return 0;
}
