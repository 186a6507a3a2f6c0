// why: two files: workers count their errors in a global of their own process
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

#include "pool.h"

int main(void)
{
    pool_run(4);
    return 0;
}
