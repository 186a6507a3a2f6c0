// why: the lookup hides behind a table of functions that every worker goes through
#include <netdb.h>
#include <pthread.h>
#include <stddef.h>

struct backend {
    const char *name;
    int (*find)(const char *host);
};

static int find_by_dns(const char *host)
{
    struct hostent *h = gethostbyname(host); // expect: CA204

    return h ? h->h_length : 0;
}

static int find_fixed(const char *host)
{
    return host[0] == '1';
}

static const struct backend backends[] = {{"dns", find_by_dns}, {"fixed", find_fixed}};

static void *worker(void *arg)
{
    int n = 0;

    for (size_t i = 0; i < 2; i++)
        n += backends[i].find(arg);
    return n ? arg : NULL;
}

int main(void)
{
    pthread_t threads[2];

    for (int i = 0; i < 2; i++)
        pthread_create(&threads[i], NULL, worker, "example.org");
    for (int i = 0; i < 2; i++)
        pthread_join(threads[i], NULL);
    return 0;
}
