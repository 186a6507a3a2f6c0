// why: pthread_once builds the table exactly once, before anyone reads it
#include <pthread.h>

static unsigned crc_table[256];
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void build(void)
{
    for (unsigned i = 0; i < 256; i++)
        crc_table[i] = i * 0x04c11db7u;
}

static unsigned crc_byte(unsigned char c)
{
    pthread_once(&once, build);
    return crc_table[c];
}

static void *checksum(void *arg)
{
    unsigned sum = 0;

    for (int i = 0; i < 1000; i++)
        sum += crc_byte((unsigned char)i);
    return sum ? arg : NULL;
}

int main(void)
{
    pthread_t a, b;

    pthread_create(&a, NULL, checksum, NULL);
    pthread_create(&b, NULL, checksum, NULL);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    return 0;
}
