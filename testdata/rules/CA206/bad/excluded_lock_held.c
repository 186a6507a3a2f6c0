// why: the library's function says that it takes the lock itself; here it is called with it held
#include <pthread.h>

#ifdef __clang__
#define TSA(x) __attribute__((x))
#else
#define TSA(x)
#endif

typedef struct TSA(capability("mutex")) {
    pthread_mutex_t native;
} lib_mutex;

extern lib_mutex lib_registry_lock;
void lib_lock(lib_mutex *m) TSA(acquire_capability(m));
void lib_unlock(lib_mutex *m) TSA(release_capability(m));
int lib_register(const char *name) TSA(locks_excluded(lib_registry_lock));

int register_both(const char *first, const char *second)
{
    int failed;

    lib_lock(&lib_registry_lock);
    failed = lib_register(first); // expect: CA206
    lib_unlock(&lib_registry_lock);
    failed |= lib_register(second);
    return failed;
}
