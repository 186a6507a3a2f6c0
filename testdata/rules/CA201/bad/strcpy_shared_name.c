// why: one thread copies the new name in under the lock, the other formats it without
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

    snprintf(line, sizeof(line), "status: %s", status); // expect: CA201
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
