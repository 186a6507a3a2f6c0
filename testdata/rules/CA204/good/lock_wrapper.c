// why: the lock is taken by a helper two calls up
#include <netdb.h>
#include <pthread.h>
#include <stddef.h>

static pthread_mutex_t resolver = PTHREAD_MUTEX_INITIALIZER;

static void resolver_enter(void)
{
    pthread_mutex_lock(&resolver);
}

static void resolver_leave(void)
{
    pthread_mutex_unlock(&resolver);
}

static int lookup(const char *host)
{
    struct hostent *h = gethostbyname(host);

    return h ? h->h_length : 0;
}

static int resolve(const char *host)
{
    int n;

    resolver_enter();
    n = lookup(host);
    resolver_leave();
    return n;
}

static void *worker(void *arg)
{
    return resolve(arg) ? arg : NULL;
}

int main(void)
{
    pthread_t a, b;

    pthread_create(&a, NULL, worker, "a.example");
    pthread_create(&b, NULL, worker, "b.example");
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    return 0;
}
