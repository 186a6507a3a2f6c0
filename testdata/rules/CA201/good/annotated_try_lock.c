// why: a try-lock wrapper that says by its attribute which result means success; its body is a table's
#define _GNU_SOURCE
#include <dlfcn.h>
#include <pthread.h>
#include <stdbool.h>
#include <stdlib.h>

#ifdef __clang__
#define TRY_ACQUIRE(...) __attribute__((try_acquire_capability(__VA_ARGS__)))
#define RELEASE(...) __attribute__((release_capability(__VA_ARGS__)))
#define LOCKABLE __attribute__((lockable))
#else
#define TRY_ACQUIRE(...)
#define RELEASE(...)
#define LOCKABLE
#endif

struct LOCKABLE guard {
    pthread_mutex_t m;
};
struct driver {
    int (*try_lock)(pthread_mutex_t *);
    int (*unlock)(pthread_mutex_t *);
};

static struct driver driver;
static struct guard journal_guard = {PTHREAD_MUTEX_INITIALIZER};
static long journal_bytes, journal_lines;

bool guard_try(struct guard *g) TRY_ACQUIRE(true, g);
void guard_leave(struct guard *g) RELEASE(g);

bool guard_try(struct guard *g)
{
    return driver.try_lock(&g->m) == 0;
}

void guard_leave(struct guard *g)
{
    driver.unlock(&g->m);
}

static void note(long n)
{
    if (!guard_try(&journal_guard))
        return;
    journal_bytes += n;
    journal_lines++;
    guard_leave(&journal_guard);
}

static void *writer(void *arg)
{
    for (int i = 0; i < 400; i++)
        note((long)(size_t)arg + i);
    return NULL;
}

int main(void)
{
    pthread_t a, b;

    driver.try_lock = (int (*)(pthread_mutex_t *))dlsym(RTLD_DEFAULT, "pthread_mutex_trylock");
    driver.unlock = (int (*)(pthread_mutex_t *))dlsym(RTLD_DEFAULT, "pthread_mutex_unlock");
    if (!driver.try_lock || !driver.unlock)
        abort();
    pthread_create(&a, NULL, writer, (void *)(size_t)1);
    pthread_create(&b, NULL, writer, (void *)(size_t)2);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    return journal_lines > 0 && journal_bytes > 0 ? 0 : 1;
}
