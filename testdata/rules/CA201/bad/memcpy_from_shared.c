// why: the frame is written under the lock and copied out for sending without it
#include <pthread.h>
#include <string.h>

struct screen {
    pthread_mutex_t lock;
    char frame[128];
};

static struct screen screen = { .lock = PTHREAD_MUTEX_INITIALIZER };

static void *draw(void *arg)
{
    struct screen *s = arg;

    for (int i = 0; i < 500; i++) {
        pthread_mutex_lock(&s->lock);
        memset(s->frame, i & 0x7f, sizeof(s->frame));
        pthread_mutex_unlock(&s->lock);
    }
    return arg;
}

static void *transmit(void *arg)
{
    struct screen *s = arg;
    char out[128];

    for (int i = 0; i < 20; i++)
        memcpy(out, s->frame, sizeof(out)); // expect: CA201
    return out[0] ? arg : NULL;
}

int main(void)
{
    pthread_t a, b;

    pthread_create(&a, NULL, draw, &screen);
    pthread_create(&b, NULL, transmit, &screen);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    return 0;
}
