#include "pool.h"

#include <unistd.h>

int n_errors;

void work_all(int from)
{
    for (int i = from; i < from + 10; i++)
        if (access("/etc/hosts", R_OK) < 0)
            n_errors++; // expect: CA202
}
