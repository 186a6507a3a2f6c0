// why: the zone is reloaded from the network with the write lock held; all readers stand
#include <netdb.h>
#include <pthread.h>

static pthread_rwlock_t zone_lock = PTHREAD_RWLOCK_INITIALIZER;
static struct hostent *zone;

static void *reload(void *arg)
{
    pthread_rwlock_wrlock(&zone_lock);
    zone = gethostbyname(arg); // expect: CA303
    pthread_rwlock_unlock(&zone_lock);
    return NULL;
}

static void *serve(void *arg)
{
    pthread_rwlock_rdlock(&zone_lock);
    *(int *)arg = zone != NULL;
    pthread_rwlock_unlock(&zone_lock);
    return NULL;
}

int main(void)
{
    pthread_t t, u;
    int ok = 0;

    pthread_create(&t, NULL, reload, "example.org");
    pthread_create(&u, NULL, serve, &ok);
    pthread_join(t, NULL);
    pthread_join(u, NULL);
    return ok;
}
