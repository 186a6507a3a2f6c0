// why: the attribute names the lock that guards the counter; one function does not take it
#include <pthread.h>

#ifdef __clang__
#define CAPABILITY(name) __attribute__((capability(name)))
#define GUARDED_BY(m) __attribute__((guarded_by(m)))
#else
#define CAPABILITY(name)
#define GUARDED_BY(m)
#endif

struct CAPABILITY("mutex") mutex {
    pthread_mutex_t m;
};

static struct mutex lock = { PTHREAD_MUTEX_INITIALIZER };
static int users GUARDED_BY(lock);

static void *login(void *arg)
{
    for (int i = 0; i < 500; i++) {
        pthread_mutex_lock(&lock.m);
        users++;
        pthread_mutex_unlock(&lock.m);
    }
    return arg;
}

static void *logout(void *arg)
{
    users--; // expect: CA201
    return arg;
}

int main(void)
{
    pthread_t a, b;

    pthread_create(&a, NULL, login, NULL);
    pthread_create(&b, NULL, logout, NULL);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    return 0;
}
