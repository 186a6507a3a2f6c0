/* How the cost of a call grows with the number that it scales with. */
#include "catalog/cpu.h"

#include <math.h>

double cpu_scaled(enum cpu_scale scale, double n)
{
    ASSERT(scale <= SCALE_POWER_OF_2);
    if (n > 1e12) /* no size of anything: products stay numbers */
        n = 1e12;
    if (n < 1)
        n = scale == SCALE_POWER_OF_2 ? 0 : 1;
    switch (scale) {
    case SCALE_N_LOG_N: return n * (1 + log2(n));
    case SCALE_SQUARE: return n * n;
    case SCALE_CUBE: return n * n * n;
    case SCALE_FOURTH: return n * n * n * n;
    case SCALE_POWER_OF_2: return n < 64 ? exp2(n) : exp2(64);
    case SCALE_LINEAR: break;
    }
    return n;
}

bool cpu_is_notable(const struct cat_func *f)
{
    for (uint32_t i = 0; i < f->n_cpu; i++)
        if (f->cpu[i].n_by ? f->cpu[i].by[0].scale != SCALE_LINEAR || f->cpu[i].ns >= 10
                           : f->cpu[i].ns >= 1e6)
            return true;
    return false;
}
