// why: the snapshot copies the whole record under the sampler's lock, and looks at its copy later
#include <pthread.h>

struct sample {
    long sum, count;
};

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static struct sample current;

static void *sampler(void *arg)
{
    for (int i = 0; i < 1000; i++) {
        pthread_mutex_lock(&lock);
        current.sum += i;
        current.count++;
        pthread_mutex_unlock(&lock);
    }
    return arg;
}

static void *snapshot(void *arg)
{
    struct sample copy;

    pthread_mutex_lock(&lock);
    copy = current;
    pthread_mutex_unlock(&lock);
    copy.sum /= copy.count ? copy.count : 1;
    return copy.sum ? arg : NULL;
}

int main(void)
{
    pthread_t a, b;

    pthread_create(&a, NULL, sampler, NULL);
    pthread_create(&b, NULL, snapshot, NULL);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    return 0;
}
