// why: what a failing thread does on its way to _exit(), with whatever status, concerns nobody
#include <errno.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static struct {
    int ret, out;
    const char *name;
} g = {0, 1, "out"};

static void complain(const char *text)
{
    g.ret = 1;
    fprintf(stderr, "%s\n", text);
}

static void cut_short(int sig)
{
    if (g.out != -1 && g.out != 1) {
        unlink(g.name);
        g.out = -1;
    }
    _exit(sig < 0 ? -sig : EINTR);
}

static int compress(int block)
{
    return block < 0 ? ENOMEM : 0;
}

static void *worker(void *arg)
{
    for (int i = 0; i < 100; i++) {
        int error = compress(i);
        if (error) {
            complain("abort");
            cut_short(-error);
        }
        if (g.out > 2)
            return arg;
    }
    return NULL;
}

int main(void)
{
    pthread_t a, b;

    pthread_create(&a, NULL, worker, NULL);
    pthread_create(&b, NULL, worker, NULL);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    return g.ret;
}
