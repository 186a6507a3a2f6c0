// why: upload and download each count bytes under a lock, but not under the same one
#include <pthread.h>

static pthread_mutex_t up_lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_mutex_t down_lock = PTHREAD_MUTEX_INITIALIZER;
static unsigned long bytes;

static void *upload(void *arg)
{
    for (int i = 0; i < 1000; i++) {
        pthread_mutex_lock(&up_lock);
        bytes += 512; // expect: CA201
        pthread_mutex_unlock(&up_lock);
    }
    return arg;
}

static void *download(void *arg)
{
    for (int i = 0; i < 1000; i++) {
        pthread_mutex_lock(&down_lock);
        bytes += 1500;
        pthread_mutex_unlock(&down_lock);
    }
    return arg;
}

int main(void)
{
    pthread_t up, down;

    pthread_create(&up, NULL, upload, NULL);
    pthread_create(&down, NULL, download, NULL);
    pthread_join(up, NULL);
    pthread_join(down, NULL);
    return 0;
}
