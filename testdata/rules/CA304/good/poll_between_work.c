// why: a zero time-out between two pieces of work: the loop computes, and only looks in between
#include <poll.h>
#include <stdint.h>
#include <unistd.h>

static uint64_t step(uint64_t state)
{
    static uint64_t table[256];
    table[state & 255] += state;
    return state * 6364136223846793005u + 1442695040888963407u;
}

uint64_t compute(int control)
{
    struct pollfd p = {.fd = control, .events = POLLIN};
    uint64_t state = 1;
    for (;;) {
        for (int i = 0; i < 100000; i++)
            state = step(state);
        if (poll(&p, 1, 0) > 0)
            return state;
    }
}
