// why: what the lock functions do is behind symbols that are looked up at run time; the attributes on
// why: them say it
#define _GNU_SOURCE
#include <dlfcn.h>
#include <pthread.h>
#include <stdlib.h>

#if defined(__clang__)
#define THREAD_ANNOTATION(x) __attribute__((x))
#else
#define THREAD_ANNOTATION(x)
#endif
#define CAPABILITY(x) THREAD_ANNOTATION(capability(x))
#define GUARDED_BY(x) THREAD_ANNOTATION(guarded_by(x))
#define ACQUIRE(...) THREAD_ANNOTATION(acquire_capability(__VA_ARGS__))
#define RELEASE(...) THREAD_ANNOTATION(release_capability(__VA_ARGS__))
#define NO_ANALYSIS THREAD_ANNOTATION(no_thread_safety_analysis)

typedef struct CAPABILITY("mutex") {
    pthread_mutex_t native;
} os_mutex;

static int (*real_lock)(pthread_mutex_t *);
static int (*real_unlock)(pthread_mutex_t *);

static void os_lock(os_mutex *m) ACQUIRE(m);
static void os_unlock(os_mutex *m) RELEASE(m);

static NO_ANALYSIS void os_lock(os_mutex *mutex)
{
    real_lock(&mutex->native);
}

static NO_ANALYSIS void os_unlock(os_mutex *mutex)
{
    real_unlock(&mutex->native);
}

struct pool {
    os_mutex mutex;
    int used GUARDED_BY(mutex);
    int limit;
};

static struct pool pool = {.mutex = {PTHREAD_MUTEX_INITIALIZER}, .limit = 40};

static int pool_take(struct pool *p)
{
    int got = 0;

    os_lock(&p->mutex);
    if (p->used < p->limit) {
        p->used++;
        got = 1;
    }
    os_unlock(&p->mutex);
    return got;
}

static void pool_give(struct pool *p)
{
    os_lock(&p->mutex);
    p->used--;
    os_unlock(&p->mutex);
}

static void *worker(void *arg)
{
    for (int i = 0; i < 300; i++)
        if (pool_take(arg))
            pool_give(arg);
    return NULL;
}

int main(void)
{
    pthread_t t[2];

    *(void **)&real_lock = dlsym(RTLD_DEFAULT, "pthread_mutex_lock");
    *(void **)&real_unlock = dlsym(RTLD_DEFAULT, "pthread_mutex_unlock");
    if (!real_lock || !real_unlock)
        abort();
    for (int i = 0; i < 2; i++)
        pthread_create(&t[i], NULL, worker, &pool);
    for (int i = 0; i < 2; i++)
        pthread_join(t[i], NULL);
    return pool.used;
}
