#include <unistd.h>

static void flush(void)
{
    fsync(1);
    sleep(10);
}

void *archiver(void *arg)
{
    for (int i = 0; i < 100; i++)
        flush();
    return arg;
}
