// why: clang's thread-safety attributes say which lock guards the field and who must hold it
#include <pthread.h>

#ifdef __clang__
#define CAPABILITY(name) __attribute__((capability(name)))
#define GUARDED_BY(m) __attribute__((guarded_by(m)))
#define REQUIRES(...) __attribute__((requires_capability(__VA_ARGS__)))
#define ACQUIRE(...) __attribute__((acquire_capability(__VA_ARGS__)))
#define RELEASE(...) __attribute__((release_capability(__VA_ARGS__)))
#define TRUSTED __attribute__((no_thread_safety_analysis))
#else
#define CAPABILITY(name)
#define GUARDED_BY(m)
#define REQUIRES(...)
#define ACQUIRE(...)
#define RELEASE(...)
#define TRUSTED
#endif

struct CAPABILITY("mutex") mutex {
    pthread_mutex_t m;
};

static struct mutex lock = { PTHREAD_MUTEX_INITIALIZER };
static int users GUARDED_BY(lock);

static void acquire(struct mutex *l) ACQUIRE(*l) TRUSTED;
static void release(struct mutex *l) RELEASE(*l) TRUSTED;
static void add_user(void) REQUIRES(lock);

static void acquire(struct mutex *l)
{
    pthread_mutex_lock(&l->m);
}

static void release(struct mutex *l)
{
    pthread_mutex_unlock(&l->m);
}

static void add_user(void)
{
    users++;
}

static void *login(void *arg)
{
    acquire(&lock);
    add_user();
    release(&lock);
    return arg;
}

int main(void)
{
    pthread_t a, b;

    pthread_create(&a, NULL, login, NULL);
    pthread_create(&b, NULL, login, NULL);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    return 0;
}
