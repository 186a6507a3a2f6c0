// why: the name is copied in under the lock and copied out under the same lock
#include <pthread.h>
#include <stdio.h>
#include <string.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static char status[64] = "starting";

static void *change(void *arg)
{
    for (int i = 0; i < 100; i++) {
        pthread_mutex_lock(&lock);
        strcpy(status, i % 2 ? "busy" : "waiting for input");
        pthread_mutex_unlock(&lock);
    }
    return arg;
}

static void *show(void *arg)
{
    char line[128];

    pthread_mutex_lock(&lock);
    snprintf(line, sizeof(line), "status: %s", status);
    pthread_mutex_unlock(&lock);
    return line[0] ? arg : NULL;
}

int main(void)
{
    pthread_t a, b;

    pthread_create(&a, NULL, change, NULL);
    pthread_create(&b, NULL, show, NULL);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    return 0;
}
