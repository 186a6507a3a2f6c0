/* Stands in until single operations are measured: the real function takes its place by itself. */
#include "bench/bench.h"

__attribute__((weak)) bool bench_primitives(bool quick,
                                            void (*each)(void *data,
                                                         const struct bench_primitive *p),
                                            void *data, struct err *err)
{
    (void)quick;
    (void)each;
    (void)data;
    return err_set(err, "this build does not measure them");
}
