/*
 * One lock, a lock for each of many shards, an atomic counter, or a process that owns the state and
 * does with it what others ask for through pipes. The locks work between processes too.
 */
#include "bench/work_state.h"

#include <errno.h>
#include <fcntl.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "bench/cpu.h"
#include "bench/names.h"

enum { SHARDS = 64, LINE = 64, SEED = 1 };

/* On a cache line of its own. */
struct shard {
    _Alignas(LINE) pthread_mutex_t lock;
    uint64_t updates;
};

struct work_state {
    struct shard shards[SHARDS];
    _Alignas(LINE) _Atomic uint64_t updates;
};

struct work_state *work_state_new(void)
{
    struct work_state *s = mmap(NULL, sizeof *s, PROT_READ | PROT_WRITE,
                                MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (s == MAP_FAILED)
        out_of_memory();
    pthread_mutexattr_t attr;
    int rc = pthread_mutexattr_init(&attr);
    rc |= pthread_mutexattr_setpshared(&attr, PTHREAD_PROCESS_SHARED);
    for (uint32_t i = 0; i < SHARDS; i++)
        rc |= pthread_mutex_init(&s->shards[i].lock, &attr);
    ASSERT(rc == 0);
    (void)pthread_mutexattr_destroy(&attr);
    return s;
}

void work_state_free(struct work_state *s)
{
    if (s)
        (void)munmap(s, sizeof *s);
}

static bool compute(const struct work *w)
{
    return cpu_compute(SEED, w->shared_steps) == w->shared_result;
}

static bool locked(struct work *w, struct shard *shard)
{
    (void)pthread_mutex_lock(&shard->lock);
    bool ok = compute(w);
    shard->updates++;
    (void)pthread_mutex_unlock(&shard->lock);
    return ok;
}

/* Reads and writes of a few bytes on pipes are whole or nothing. */
static bool ask_owner(struct work *w, uint32_t worker)
{
    uint8_t ok;
    ASSERT(worker < w->p->concurrency);
    return write(w->ask[1], &worker, sizeof worker) == sizeof worker &&
           read(w->answer[worker][0], &ok, 1) == 1 && ok;
}

bool work_state_update(struct work *w, uint32_t update, uint32_t worker)
{
    struct work_state *s = w->state;
    bool ok;
    switch (names_sharing(w->p->model, w->variant)) {
    case SHARING_NONE:
        ok = compute(w);
        s->shards[0].updates++;
        return ok;
    case SHARING_LOCK:
        return locked(w, &s->shards[0]);
    case SHARING_SHARDED:
        return locked(w, &s->shards[update % SHARDS]);
    case SHARING_ATOMIC:
        ok = compute(w);
        (void)atomic_fetch_add(&s->updates, 1);
        return ok;
    case SHARING_OWNER:
        return ask_owner(w, worker);
    }
    BUG("unknown way to share");
}

bool work_has_owner(const struct work *w)
{
    return w->p->workload == WORK_SHARED_STATE &&
           names_sharing(w->p->model, w->variant) == SHARING_OWNER;
}

bool work_owner_pipes(struct work *w)
{
    w->answer = calloc(w->p->concurrency, sizeof *w->answer);
    if (!w->answer)
        out_of_memory();
    bool ok = pipe2(w->ask, O_CLOEXEC) == 0;
    for (uint32_t i = 0; ok && i < w->p->concurrency; i++)
        ok = pipe2(w->answer[i], O_CLOEXEC) == 0;
    return ok;
}

void work_owner_main(struct work *w)
{
    uint32_t worker;
    (void)close(w->ask[1]);
    for (;;) {
        ssize_t n = read(w->ask[0], &worker, sizeof worker);
        if (n < 0 && errno == EINTR)
            continue;
        if (n != sizeof worker)
            return;
        ASSERT(worker < w->p->concurrency);
        uint8_t ok = compute(w);
        w->state->shards[0].updates++;
        if (write(w->answer[worker][1], &ok, 1) != 1)
            return;
    }
}

uint64_t work_lost(const struct work *w)
{
    if (!w->state)
        return 0;
    uint64_t seen = atomic_load(&w->state->updates);
    for (uint32_t i = 0; i < SHARDS; i++)
        seen += w->state->shards[i].updates;
    uint64_t wanted = (uint64_t)w->p->tasks * WORK_SLICES;
    return seen > wanted ? seen - wanted : wanted - seen;
}
