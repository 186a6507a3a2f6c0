// why: the number itself is passed in the pointer, not its address
#include <pthread.h>
#include <stdint.h>

static void *worker(void *arg)
{
    int id = (int)(intptr_t)arg;

    return id >= 0 ? arg : NULL;
}

int main(void)
{
    pthread_t t[4];
    int i;

    for (i = 0; i < 4; i++)
        pthread_create(&t[i], NULL, worker, (void *)(intptr_t)i);
    for (i = 0; i < 4; i++)
        pthread_join(t[i], NULL);
    return 0;
}
