// why: the name is copied under the lock, and resolved after it is released
#include <netdb.h>
#include <pthread.h>
#include <string.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static char name[64];

static void *resolve(void *arg)
{
    struct addrinfo *res;
    char copy[64];

    pthread_mutex_lock(&lock);
    memcpy(copy, name, sizeof copy);
    pthread_mutex_unlock(&lock);
    if (getaddrinfo(copy, "80", NULL, &res) == 0)
        freeaddrinfo(res);
    return arg;
}

static void *set(void *arg)
{
    pthread_mutex_lock(&lock);
    strcpy(name, "example.org");
    pthread_mutex_unlock(&lock);
    return arg;
}

int main(void)
{
    pthread_t t, u;

    pthread_create(&t, NULL, resolve, NULL);
    pthread_create(&u, NULL, set, NULL);
    pthread_join(t, NULL);
    return pthread_join(u, NULL);
}
