// why: readers of a read-write lock compute side by side
#include <pthread.h>

enum { CELLS = 512 };
static float grid[CELLS][CELLS];
static pthread_rwlock_t world = PTHREAD_RWLOCK_INITIALIZER;

static float sum_world(void)
{
    float sum = 0;
    for (int y = 0; y < CELLS; y++)
        for (int x = 0; x < CELLS; x++)
            sum += grid[y][x];
    return sum;
}

static void *reader(void *arg)
{
    float *out = arg;
    for (int i = 0; i < 100; i++) {
        pthread_rwlock_rdlock(&world);
        *out += sum_world();
        pthread_rwlock_unlock(&world);
    }
    return NULL;
}

int main(void)
{
    pthread_t t[4];
    static float sums[4];
    for (int i = 0; i < 4; i++)
        pthread_create(&t[i], NULL, reader, &sums[i]);
    for (int i = 0; i < 4; i++)
        pthread_join(t[i], NULL);
    return 0;
}
