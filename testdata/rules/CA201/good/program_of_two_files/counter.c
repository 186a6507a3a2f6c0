// why: two files, each with a static counter of the same name: they are two variables
#include "counter.h"

static long count;

void *count_lines(void *arg)
{
    for (int i = 0; i < 1000; i++)
        count++;
    return arg;
}
