// why: a library that is not thread-safe is called under one big lock, by wrappers
#include <pthread.h>
#include <zlib.h>

static pthread_mutex_t big_lock = PTHREAD_MUTEX_INITIALIZER;

static void big_enter(void)
{
    pthread_mutex_lock(&big_lock);
}

static void big_leave(void)
{
    pthread_mutex_unlock(&big_lock);
}

struct page {
    unsigned char raw[1 << 20], packed[(1 << 20) + 1024];
    uLongf n;
};
static struct page pages[16];

static void pack(struct page *p)
{
    p->n = sizeof p->packed;
    compress2(p->packed, &p->n, p->raw, sizeof p->raw, 6);
}

static void *packer(void *arg)
{
    for (int i = (int)(long)arg; i < 16; i += 4) {
        big_enter(); // expect: CA301
        pack(&pages[i]);
        big_leave();
    }
    return NULL;
}

int main(void)
{
    pthread_t t[4];
    for (long i = 0; i < 4; i++)
        pthread_create(&t[i], NULL, packer, (void *)i);
    for (int i = 0; i < 4; i++)
        pthread_join(t[i], NULL);
    return 0;
}
