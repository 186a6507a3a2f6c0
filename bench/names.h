/* What the variants of a model mean, for those that carry them out. */
#ifndef BENCH_NAMES_H
#define BENCH_NAMES_H

#include "bench/bench.h"

enum names_sharing { SHARING_NONE, SHARING_LOCK, SHARING_SHARDED, SHARING_ATOMIC, SHARING_OWNER };
/* How the tasks of shared-state share. */
enum names_sharing names_sharing(enum bench_model m, uint32_t variant);

enum names_spawn {
    SPAWN_DIRECT,
    SPAWN_FORK,
    SPAWN_VFORK,
    SPAWN_POSIX,
    SPAWN_SYSTEM,
    SPAWN_POPEN,
    SPAWN_COUNT
};

#endif
