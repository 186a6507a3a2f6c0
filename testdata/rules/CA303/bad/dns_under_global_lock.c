// why: one worker resolves a name with the table's lock held; all the others wait for its name server
#include <netdb.h>
#include <pthread.h>
#include <stddef.h>

static pthread_mutex_t table_lock = PTHREAD_MUTEX_INITIALIZER;
static struct addrinfo *table[16];
static int lookups;

static void *resolve(void *arg)
{
    struct addrinfo *res = NULL;

    pthread_mutex_lock(&table_lock);
    if (getaddrinfo(arg, "80", NULL, &res) == 0) // expect: CA303
        table[0] = res;
    pthread_mutex_unlock(&table_lock);
    return NULL;
}

static void *count(void *arg)
{
    pthread_mutex_lock(&table_lock);
    lookups += table[0] != NULL;
    pthread_mutex_unlock(&table_lock);
    return arg;
}

int main(void)
{
    pthread_t t, u;

    pthread_create(&t, NULL, resolve, "example.org");
    pthread_create(&u, NULL, count, NULL);
    pthread_join(t, NULL);
    return pthread_join(u, NULL);
}
