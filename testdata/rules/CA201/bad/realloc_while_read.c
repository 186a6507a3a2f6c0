// why: the array grows under the lock, and readers index it without: its memory moves under them
#include <pthread.h>
#include <stdlib.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static int *values;
static int used;

static void *grow(void *arg)
{
    for (int i = 0; i < 200; i++) {
        int *more;

        pthread_mutex_lock(&lock);
        more = realloc(values, (size_t)(used + 1) * sizeof(*values));
        if (more) {
            values = more;
            values[used++] = i;
        }
        pthread_mutex_unlock(&lock);
    }
    return arg;
}

static void *look(void *arg)
{
    return values ? arg : NULL; // expect: CA201
}

int main(void)
{
    pthread_t a, b;

    pthread_create(&a, NULL, grow, NULL);
    pthread_create(&b, NULL, look, NULL);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    free(values);
    return 0;
}
