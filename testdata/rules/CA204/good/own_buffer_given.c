// why: tmpnam and ERR_error_string use their static buffer only when none is given
#include <pthread.h>
#include <stdio.h>

char *ERR_error_string(unsigned long code, char *buffer);

static void *worker(void *arg)
{
    char name[L_tmpnam], text[256];

    if (tmpnam(name))
        puts(name);
    puts(ERR_error_string(1, text));
    return arg;
}

int main(void)
{
    pthread_t threads[4];

    for (int i = 0; i < 4; i++)
        pthread_create(&threads[i], NULL, worker, NULL);
    for (int i = 0; i < 4; i++)
        pthread_join(threads[i], NULL);
    return 0;
}
