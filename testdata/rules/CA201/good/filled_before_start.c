// why: the settings are complete before the thread that reads them exists
#include <pthread.h>

struct settings {
    int port;
};

static struct settings settings;

static void *listener(void *arg)
{
    const struct settings *s = arg;

    return s->port ? arg : NULL;
}

int main(void)
{
    pthread_t t;

    settings.port = 8080;
    pthread_create(&t, NULL, listener, &settings);
    pthread_join(t, NULL);
    settings.port = 0;
    return 0;
}
