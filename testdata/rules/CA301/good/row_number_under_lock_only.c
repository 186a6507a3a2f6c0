// why: the lock covers the choice of the row; the computing is outside of it
#include <pthread.h>

enum { N = 600, THREADS = 4 };
static double a[N][N], b[N][N], c[N][N];
static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static int next_row;

static void compute_row(int row)
{
    for (int j = 0; j < N; j++) {
        double sum = 0;
        for (int k = 0; k < N; k++)
            sum += a[row][k] * b[k][j];
        c[row][j] = sum;
    }
}

static int take_row(void)
{
    pthread_mutex_lock(&mutex);
    int row = next_row++;
    pthread_mutex_unlock(&mutex);
    return row;
}

static void *worker(void *arg)
{
    for (int row = take_row(); row < N; row = take_row())
        compute_row(row);
    return arg;
}

int main(void)
{
    pthread_t t[THREADS];
    for (int i = 0; i < THREADS; i++)
        pthread_create(&t[i], NULL, worker, NULL);
    for (int i = 0; i < THREADS; i++)
        pthread_join(t[i], NULL);
    return c[0][0] > 0;
}
