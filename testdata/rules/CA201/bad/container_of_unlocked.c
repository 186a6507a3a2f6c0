// why: the device is reached from its member by container_of, and counted without its lock
#include <pthread.h>
#include <stddef.h>

#define container_of(ptr, type, member) ((type *)((char *)(ptr) - offsetof(type, member)))

struct link {
    struct link *next;
};

struct device {
    pthread_mutex_t lock;
    int uses;
    struct link link;
};

static struct device disk = { .lock = PTHREAD_MUTEX_INITIALIZER };

static void *by_link(void *arg)
{
    struct device *d = container_of((struct link *)arg, struct device, link);

    for (int i = 0; i < 1000; i++)
        d->uses++; // expect: CA201
    return arg;
}

static void *by_device(void *arg)
{
    struct device *d = arg;

    for (int i = 0; i < 1000; i++) {
        pthread_mutex_lock(&d->lock);
        d->uses++;
        pthread_mutex_unlock(&d->lock);
    }
    return arg;
}

int main(void)
{
    pthread_t a, b;

    pthread_create(&a, NULL, by_link, &disk.link);
    pthread_create(&b, NULL, by_device, &disk);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    return 0;
}
