// why: the call and the threads are in different files
#include "log.h"

#include <stdio.h>
#include <time.h>

void log_stamp(void)
{
    time_t now = time(NULL);

    fputs(ctime(&now), stderr); // expect: CA204
}
