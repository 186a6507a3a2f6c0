// why: the lazy initialisation happens in main before the threads exist; they find it done
#include <pthread.h>

static unsigned crc_table[256];

static void build(void)
{
    for (unsigned i = 0; i < 256; i++)
        crc_table[i] = i * 0x04c11db7u;
}

static void *checksum(void *arg)
{
    unsigned sum = 0;

    for (int i = 0; i < 1000; i++)
        sum += crc_table[i % 256];
    return sum ? arg : NULL;
}

int main(void)
{
    pthread_t a, b;

    build();
    pthread_create(&a, NULL, checksum, NULL);
    pthread_create(&b, NULL, checksum, NULL);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    return 0;
}
