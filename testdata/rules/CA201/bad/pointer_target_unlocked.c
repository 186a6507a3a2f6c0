// why: the pointer is read under the lock, what it points to is written after the lock is gone
#include <pthread.h>

struct buffer {
    int used;
};

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static struct buffer main_buffer;
static struct buffer *current = &main_buffer;

static void *append(void *arg)
{
    for (int i = 0; i < 1000; i++) {
        struct buffer *b;

        pthread_mutex_lock(&lock);
        b = current;
        pthread_mutex_unlock(&lock);
        b->used++; // expect: CA201
    }
    return arg;
}

int main(void)
{
    pthread_t a, b;

    pthread_create(&a, NULL, append, NULL);
    pthread_create(&b, NULL, append, NULL);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    return 0;
}
