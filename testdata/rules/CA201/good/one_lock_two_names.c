// why: the second thread takes the same mutex, through a pointer that never points elsewhere
#include <pthread.h>

static pthread_mutex_t io_lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_mutex_t *const guard = &io_lock;
static unsigned long bytes;

static void *upload(void *arg)
{
    for (int i = 0; i < 1000; i++) {
        pthread_mutex_lock(&io_lock);
        bytes += 512;
        pthread_mutex_unlock(&io_lock);
    }
    return arg;
}

static void *download(void *arg)
{
    for (int i = 0; i < 1000; i++) {
        pthread_mutex_lock(guard);
        bytes += 1500;
        pthread_mutex_unlock(guard);
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
