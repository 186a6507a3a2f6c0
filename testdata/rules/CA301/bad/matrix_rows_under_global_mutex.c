// why: every thread computes its rows with the global mutex held: four threads, speed of one
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

static void *worker(void *arg)
{
    (void)arg;
    for (;;) {
        pthread_mutex_lock(&mutex); // expect: CA301
        int row = next_row++;
        if (row >= N) {
            pthread_mutex_unlock(&mutex);
            return NULL;
        }
        compute_row(row);
        pthread_mutex_unlock(&mutex);
    }
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
