// why: of two lists of one kind one has its lock, and messages are appended without any
#include <pthread.h>
#include <stdio.h>
#include <string.h>

#include "list.h"

static pthread_mutex_t records_lock = PTHREAD_MUTEX_INITIALIZER;
static struct list *messages, *records;

static void log_message(const char *text)
{
    list_add(messages, strdup(text));
}

static void *serve(void *arg)
{
    (void)arg;
    log_message("connected");
    pthread_mutex_lock(&records_lock);
    list_add(records, strdup("peer"));
    pthread_mutex_unlock(&records_lock);
    log_message("done");
    return NULL;
}

int main(void)
{
    pthread_t threads[8];

    messages = list_new();
    records = list_new();
    for (int i = 0; i < 8; i++)
        if (pthread_create(&threads[i], NULL, serve, NULL) != 0)
            return 1;
    for (int i = 0; i < 8; i++)
        pthread_join(threads[i], NULL);
    return 0;
}
