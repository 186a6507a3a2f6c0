// why: the thread takes the input lock and releases the output lock, which nobody holds here
#include <pthread.h>

static pthread_mutex_t in_lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_mutex_t out_lock = PTHREAD_MUTEX_INITIALIZER;
static int in, out;

static void *pump(void *arg)
{
    (void)arg;
    pthread_mutex_lock(&in_lock);
    int v = in;
    pthread_mutex_unlock(&out_lock); // expect: CA206
    pthread_mutex_lock(&out_lock);
    out = v;
    pthread_mutex_unlock(&out_lock);
    pthread_mutex_unlock(&in_lock);
    return NULL;
}

int main(void)
{
    pthread_t t;

    pthread_create(&t, NULL, pump, NULL);
    pthread_join(t, NULL);
    return out;
}
