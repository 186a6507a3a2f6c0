// why: the write side of a lock is held while the simulation makes a step
#include <pthread.h>

enum { CELLS = 512 };
static float grid[CELLS][CELLS];
static pthread_rwlock_t world = PTHREAD_RWLOCK_INITIALIZER;

static void step_world(void)
{
    for (int y = 1; y < CELLS - 1; y++)
        for (int x = 1; x < CELLS - 1; x++)
            grid[y][x] = (grid[y - 1][x] + grid[y + 1][x] + grid[y][x - 1] + grid[y][x + 1]) / 4;
}

static void *stepper(void *arg)
{
    int steps = *(int *)arg;
    while (steps-- > 0) {
        pthread_rwlock_wrlock(&world); // expect: CA301
        step_world();
        pthread_rwlock_unlock(&world);
    }
    return NULL;
}

int main(void)
{
    pthread_t t[4];
    int steps = 100;
    for (int i = 0; i < 4; i++)
        pthread_create(&t[i], NULL, stepper, &steps);
    for (int i = 0; i < 4; i++)
        pthread_join(t[i], NULL);
    return 0;
}
