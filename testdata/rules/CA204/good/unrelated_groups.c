// why: two threads, two functions that share nothing with each other
#include <grp.h>
#include <pthread.h>
#include <stdio.h>
#include <time.h>

static void *times(void *arg)
{
    time_t now = time(NULL);

    printf("%d\n", gmtime(&now)->tm_year);
    return arg;
}

static void *names(void *arg)
{
    struct group *g = getgrgid(0);

    puts(g ? g->gr_name : "?");
    return arg;
}

int main(void)
{
    pthread_t a, b;

    pthread_create(&a, NULL, times, NULL);
    pthread_create(&b, NULL, names, NULL);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    return 0;
}
