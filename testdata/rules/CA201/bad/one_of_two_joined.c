// why: two threads count, main joins one and reads the total while the other still counts
#include <pthread.h>
#include <stdio.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static long total;

static void *count(void *arg)
{
    for (int i = 0; i < 2000; i++) {
        pthread_mutex_lock(&lock);
        total++;
        pthread_mutex_unlock(&lock);
    }
    return arg;
}

static void *count_lines(void *arg)
{
    for (int i = 0; i < 20000; i++) {
        pthread_mutex_lock(&lock);
        total++;
        pthread_mutex_unlock(&lock);
    }
    return arg;
}

int main(void)
{
    pthread_t words, lines;

    pthread_create(&words, NULL, count, NULL);
    pthread_create(&lines, NULL, count_lines, NULL);
    pthread_join(words, NULL);
    printf("%ld\n", total); // expect: CA201
    pthread_join(lines, NULL);
    return 0;
}
