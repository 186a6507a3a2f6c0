// why: readers of a configuration wait for the next generation by yielding
#include <sched.h>
#include <stdint.h>

struct config {
    uint64_t generation;
    int values[16];
};

void config_publish(struct config *c)
{
    __atomic_store_n(&c->generation, c->generation + 1, __ATOMIC_RELEASE);
}

uint64_t config_wait(const struct config *c, uint64_t seen)
{
    uint64_t now;
    do { // expect: CA304
        now = __atomic_load_n(&c->generation, __ATOMIC_ACQUIRE);
        if (now == seen)
            sched_yield();
    } while (now == seen);
    return now;
}
