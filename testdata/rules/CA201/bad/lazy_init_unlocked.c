// why: the table is built by whoever comes first, and two may come first
#include <pthread.h>

static unsigned crc_table[256];
static int is_built;

static unsigned crc_byte(unsigned char c)
{
    if (!is_built) {
        for (unsigned i = 0; i < 256; i++)
            crc_table[i] = i * 0x04c11db7u; // expect: CA201
        is_built = 1; // expect: CA201
    }
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
