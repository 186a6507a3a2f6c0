// why: twenty bytes are summed up by a thread of their own
#include <pthread.h>
#include <stdint.h>

struct header {
    uint16_t word[10];
    uint16_t sum;
};

static uint16_t fold(uint32_t sum)
{
    sum = (sum >> 16) + (sum & 0xffff);
    return (uint16_t)~(sum + (sum >> 16));
}

static void *checksum(void *arg)
{
    struct header *h = arg;
    uint32_t sum = 0;
    for (int i = 0; i < 10; i++)
        sum += h->word[i];
    h->sum = fold(sum);
    return h;
}

void packet_send(struct header *h)
{
    pthread_t t;
    if (pthread_create(&t, NULL, checksum, h) == 0) // expect: CA305
        pthread_join(t, NULL);
}

int main(void)
{
    static struct header h;
    packet_send(&h);
    return h.sum == 0;
}
