// why: the program's own function only has the name of the library's, and keeps nothing
#include <pthread.h>
#include <stddef.h>

static char *strtok(char *text, const char *stops)
{
    return text && *text != *stops ? text : NULL;
}

static void *worker(void *arg)
{
    return strtok(arg, " ");
}

int main(void)
{
    pthread_t a, b;

    pthread_create(&a, NULL, worker, "a b");
    pthread_create(&b, NULL, worker, "c d");
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    return 0;
}
