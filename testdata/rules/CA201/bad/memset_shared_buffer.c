// why: the buffer is wiped by memset() while the other thread reads bytes of it
#include <pthread.h>
#include <string.h>

static unsigned char key[64];

static void *wipe(void *arg)
{
    memset(key, 0, sizeof(key)); // expect: CA201
    return arg;
}

static void *encrypt(void *arg)
{
    unsigned sum = 0;

    for (int i = 0; i < 64; i++)
        sum += key[i];
    return sum ? arg : NULL;
}

int main(void)
{
    pthread_t a, b;

    memset(key, 0xa5, sizeof(key));
    pthread_create(&a, NULL, wipe, NULL);
    pthread_create(&b, NULL, encrypt, NULL);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    return 0;
}
