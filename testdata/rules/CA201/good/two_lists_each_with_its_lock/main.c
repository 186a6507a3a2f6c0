// why: messages and records are kept in lists of one kind, and each list has a lock of its own
#include <pthread.h>
#include <stdio.h>
#include <string.h>

#include "list.h"

static pthread_mutex_t messages_lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_mutex_t records_lock = PTHREAD_MUTEX_INITIALIZER;
static struct list *messages, *records;

static void log_message(const char *text)
{
    pthread_mutex_lock(&messages_lock);
    list_add(messages, strdup(text));
    pthread_mutex_unlock(&messages_lock);
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
