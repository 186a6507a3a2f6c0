// why: the configuration is loaded under the lock before the first thread exists
#include <netdb.h>
#include <pthread.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static struct addrinfo *peer;
static int uses;

static void load(const char *name)
{
    pthread_mutex_lock(&lock);
    if (getaddrinfo(name, "80", NULL, &peer) != 0)
        peer = NULL;
    pthread_mutex_unlock(&lock);
}

static void *worker(void *arg)
{
    pthread_mutex_lock(&lock);
    uses += peer != NULL;
    pthread_mutex_unlock(&lock);
    return arg;
}

int main(void)
{
    pthread_t t[2];

    load("example.org");
    for (int i = 0; i < 2; i++)
        pthread_create(&t[i], NULL, worker, NULL);
    for (int i = 0; i < 2; i++)
        pthread_join(t[i], NULL);
    return uses;
}
