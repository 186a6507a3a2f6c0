// why: when memory is short the function returns with the lock held, and the next caller hangs
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

static pthread_mutex_t names_lock = PTHREAD_MUTEX_INITIALIZER;
static char *names[64];
static int n_names;

int add_name(const char *name)
{
    char *copy;

    pthread_mutex_lock(&names_lock);
    if (n_names == 64) {
        pthread_mutex_unlock(&names_lock);
        return -1;
    }
    copy = strdup(name);
    if (copy == NULL)
        return -1; // expect: CA206
    names[n_names++] = copy;
    pthread_mutex_unlock(&names_lock);
    return 0;
}
