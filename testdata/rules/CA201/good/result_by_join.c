// why: the thread's result comes back as its return value, which main gets from the join
#include <pthread.h>
#include <stdlib.h>

static void *compute(void *arg)
{
    int *result = malloc(sizeof(*result));

    if (result)
        *result = arg ? 1 : 2;
    return result;
}

int main(void)
{
    pthread_t a, b;
    void *first = NULL, *second = NULL;
    int sum = 0;

    pthread_create(&a, NULL, compute, NULL);
    pthread_create(&b, NULL, compute, NULL);
    pthread_join(a, &first);
    pthread_join(b, &second);
    if (first && second)
        sum = *(int *)first + *(int *)second;
    free(first);
    free(second);
    return sum != 4;
}
