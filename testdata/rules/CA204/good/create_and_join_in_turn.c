// why: each thread is joined before the next one starts
#include <pthread.h>
#include <stdio.h>
#include <time.h>

static void *step(void *arg)
{
    time_t now = time(NULL);

    printf("%s", ctime(&now));
    return arg;
}

int main(void)
{
    for (int i = 0; i < 4; i++) {
        pthread_t thread;

        if (pthread_create(&thread, NULL, step, NULL) != 0)
            return 1;
        pthread_join(thread, NULL);
    }
    return 0;
}
