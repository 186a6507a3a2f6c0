// why: every failure goes to the label that releases the lock
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static char *current;

int set_current(const char *text)
{
    int rc = -1;
    char *copy;

    pthread_mutex_lock(&lock);
    if (text == NULL)
        goto out;
    copy = strdup(text);
    if (copy == NULL)
        goto out;
    free(current);
    current = copy;
    rc = 0;
out:
    pthread_mutex_unlock(&lock);
    return rc;
}
