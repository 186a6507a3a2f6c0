// why: a look every few milliseconds, for half a second at most
#include <stdbool.h>
#include <time.h>
#include <unistd.h>

static volatile bool acknowledged;

void acknowledge(void)
{
    acknowledged = true;
}

bool wait_a_moment(void)
{
    struct timespec now, end;
    clock_gettime(CLOCK_MONOTONIC, &end);
    end.tv_sec += 1;
    for (int tries = 0; tries < 100 && !acknowledged; tries++)
        usleep(5000);
    time_t stop = time(NULL) + 2;
    while (!acknowledged && time(NULL) < stop)
        usleep(5000);
    clock_gettime(CLOCK_MONOTONIC, &now);
    return acknowledged && now.tv_sec < end.tv_sec;
}
