// why: the program's own spin lock is an atomic word with rules of its own; the allocator is balanced
#include <stdatomic.h>
#include <stdlib.h>
#include <unistd.h>

struct shm {
    atomic_long lock;
    char *end;
    char bytes[4096];
};

static void shm_lock(struct shm *s)
{
    for (int spin = 0;; spin++) {
        long free_word = 0;
        if (atomic_load(&s->lock) == 0 &&
            atomic_compare_exchange_strong(&s->lock, &free_word, getpid()))
            return;
        if (spin > 100)
            usleep(1);
    }
}

static void shm_unlock(struct shm *s)
{
    long mine = getpid();
    atomic_compare_exchange_strong(&s->lock, &mine, 0);
}

static char *shm_alloc(struct shm *s, size_t n)
{
    shm_lock(s);
    char *p = s->end;
    s->end += n;
    shm_unlock(s);
    return p;
}

char *make_two(struct shm *s)
{
    char *first = shm_alloc(s, 16);
    char *second = shm_alloc(s, 16);
    return second > first ? second : first;
}
