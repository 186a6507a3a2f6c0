// why: the cipher builds its tables on first use, and the first use is in several threads at once
#include <pthread.h>

static unsigned sbox[256];
static int is_init_done;

static void make_tables(void)
{
    for (int i = 0; i < 256; i++)
        sbox[i] = (unsigned)i * 7 + 99; // expect: CA201
}

static unsigned set_key(unsigned key)
{
    if (!is_init_done) {
        make_tables();
        is_init_done = 1; // expect: CA201
    }
    return key ^ sbox[key & 0xff];
}

static void *compress(void *arg)
{
    unsigned *sum = arg;

    for (unsigned i = 0; i < 100; i++)
        *sum += set_key(i);
    return NULL;
}

int main(void)
{
    pthread_t t[2];
    unsigned sums[2] = { 0, 0 };

    for (int i = 0; i < 2; i++)
        pthread_create(&t[i], NULL, compress, &sums[i]);
    for (int i = 0; i < 2; i++)
        pthread_join(t[i], NULL);
    return sums[0] != sums[1];
}
