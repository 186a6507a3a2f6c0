// why: the threads compute inside the lock that only their sum needs: one after the other
// flags: -D_GNU_SOURCE
// link: -pthread
#include <pthread.h>
#include <stdint.h>
#include <stdlib.h>

#include "../upstream.h"

enum { THREADS = 2, CHUNKS = 40, CHUNK = 4000000 };

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static int next_chunk;
static uint64_t total;

static uint64_t digest(uint32_t seed)
{
    uint64_t h = 14695981039346656037u ^ seed;
    for (int i = 0; i < CHUNK; i++)
        h = (h ^ (uint64_t)i) * 1099511628211u;
    return h;
}

static void *worker(void *arg)
{
    (void)arg;
    for (;;) {
        pthread_mutex_lock(&lock); // expect: CA301
        int chunk = next_chunk++;
        if (chunk < CHUNKS)
            total += digest((uint32_t)chunk);
        pthread_mutex_unlock(&lock);
        if (chunk >= CHUNKS)
            return NULL;
    }
}

int main(void)
{
    pthread_t thread[THREADS];
    double start = now_ms();
    for (int i = 0; i < THREADS; i++)
        if (pthread_create(&thread[i], NULL, worker, NULL) != 0)
            die("pthread_create");
    for (int i = 0; i < THREADS; i++)
        pthread_join(thread[i], NULL);
    printf("sum %llx\nfigure: %.1f ms\n", (unsigned long long)total, now_ms() - start);
    return 0;
}
