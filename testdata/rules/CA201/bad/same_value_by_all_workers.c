// why: every worker that finds something notes it after giving the lock back; main may do so too
#include <pthread.h>

static pthread_mutex_t print_lock = PTHREAD_MUTEX_INITIALIZER;
static struct {
    int lines;
    int match_found;
} result;

static void search(int file)
{
    if (file % 3)
        return;
    pthread_mutex_lock(&print_lock);
    result.lines++;
    pthread_mutex_unlock(&print_lock);
    result.match_found = 1; // expect: CA201
}

static void *worker(void *arg)
{
    for (int i = 0; i < 1000; i++)
        search(i);
    return arg;
}

int main(void)
{
    pthread_t a, b;

    pthread_create(&a, NULL, worker, NULL);
    pthread_create(&b, NULL, worker, NULL);
    search(3);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    return !result.match_found;
}
