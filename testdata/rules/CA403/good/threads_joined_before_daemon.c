// why: the index is built by threads that have all ended when the program detaches
#include <pthread.h>
#include <stddef.h>
#include <unistd.h>

static unsigned long parts[4];

static void *build(void *arg)
{
    unsigned long *part = arg;

    for (unsigned long i = 0; i < 1000000; i++)
        *part += i & 3;
    return NULL;
}

static int build_index(void)
{
    pthread_t threads[4];

    for (int i = 0; i < 4; i++)
        if (pthread_create(&threads[i], NULL, build, &parts[i]) != 0)
            return -1;
    for (int i = 0; i < 4; i++)
        pthread_join(threads[i], NULL);
    return 0;
}

int main(void)
{
    if (build_index() != 0 || daemon(0, 0) != 0)
        return 1;
    for (;;)
        pause();
}
