// why: a thread for clearing 4 KiB, which takes less than a microsecond
#include <string.h>
#include <uv.h>

static char buffer[4096];

static void clear(void *arg)
{
    memset(arg, 0, sizeof buffer);
}

int main(void)
{
    uv_thread_t t;
    uv_thread_create(&t, clear, buffer); // expect: CA305
    return uv_thread_join(&t);
}
