// why: main fills the configuration before it starts the readers, and nobody writes it afterwards
#include <pthread.h>
#include <string.h>

#define READERS 4

static struct {
    char host[32];
    int limit;
} config;

static void configure(int limit)
{
    strcpy(config.host, "localhost");
    config.limit = limit;
}

static void *reader(void *arg)
{
    size_t n = 0;

    for (int i = 0; i < config.limit; i++)
        n += strlen(config.host);
    return n ? arg : NULL;
}

int main(void)
{
    pthread_t t[READERS];

    configure(100);
    for (int i = 0; i < READERS; i++)
        pthread_create(&t[i], NULL, reader, NULL);
    for (int i = 0; i < READERS; i++)
        pthread_join(t[i], NULL);
    return 0;
}
