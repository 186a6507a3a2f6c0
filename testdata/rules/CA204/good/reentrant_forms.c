// why: the forms with memory of the caller, in many threads
#include <pthread.h>
#include <pwd.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

static void *worker(void *arg)
{
    char line[] = "a b c", *save = NULL, buffer[1024];
    struct passwd pw, *found = NULL;
    time_t now = time(NULL);
    struct tm tm;

    for (char *w = strtok_r(line, " ", &save); w; w = strtok_r(NULL, " ", &save))
        puts(w);
    if (gmtime_r(&now, &tm) && getpwuid_r(getuid(), &pw, buffer, sizeof buffer, &found) == 0)
        printf("%d %s\n", tm.tm_hour, found ? found->pw_name : "?");
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
