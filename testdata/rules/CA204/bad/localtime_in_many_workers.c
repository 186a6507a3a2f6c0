// why: the log helper is called by all workers, and there is one struct tm for the whole process
#include <pthread.h>
#include <stdio.h>
#include <time.h>

static void log_line(const char *text)
{
    time_t now = time(NULL);
    struct tm *tm = localtime(&now); // expect: CA204

    printf("%02d:%02d:%02d %s\n", tm->tm_hour, tm->tm_min, tm->tm_sec, text);
}

static void *worker(void *arg)
{
    log_line(arg);
    return NULL;
}

int main(void)
{
    pthread_t threads[4];

    for (int i = 0; i < 4; i++)
        pthread_create(&threads[i], NULL, worker, "working");
    for (int i = 0; i < 4; i++)
        pthread_join(threads[i], NULL);
    return 0;
}
