// why: a thread-local record is filled by the main thread and read by the one that it creates
#include <pthread.h>
#include <stdio.h>
#include <string.h>

struct context {
    char tenant[32];
    int verbose;
};

static __thread struct context context;

static void *export_all(void *arg)
{
    if (context.verbose) // expect: CA203
        puts("exporting");
    return arg;
}

static void configure(int argc)
{
    context.verbose = argc - 1;
}

int main(int argc, char **argv)
{
    pthread_t thread;

    (void)argv;
    configure(argc);
    pthread_create(&thread, NULL, export_all, NULL);
    pthread_join(thread, NULL);
    return 0;
}
