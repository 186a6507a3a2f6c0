// why: the result is written before "done" is set under the mutex, and read after it was seen there
#include <pthread.h>
#include <stdbool.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t changed = PTHREAD_COND_INITIALIZER;
static bool is_done;
static int result;

static void *compute(void *arg)
{
    pthread_mutex_lock(&lock);
    result = 42;
    is_done = true;
    pthread_cond_signal(&changed);
    pthread_mutex_unlock(&lock);
    return arg;
}

int main(void)
{
    pthread_t t;
    int answer;

    pthread_create(&t, NULL, compute, NULL);
    pthread_mutex_lock(&lock);
    while (!is_done)
        pthread_cond_wait(&changed, &lock);
    answer = result;
    pthread_mutex_unlock(&lock);
    pthread_join(t, NULL);
    return answer != 42;
}
