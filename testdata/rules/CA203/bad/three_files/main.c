// why: a small module keeps the user for each thread; the job asks it on a thread that has none
#include <pthread.h>
#include <stddef.h>
#include <stdio.h>

#include "context.h"

static void *audit(void *arg)
{
    printf("%s by %s\n", (const char *)arg, context_user());
    return NULL;
}

static void on_command(const char *who, char *command)
{
    pthread_t thread;

    context_set(who);
    if (pthread_create(&thread, NULL, audit, command) == 0)
        pthread_detach(thread);
}

int main(int argc, char **argv)
{
    if (argc > 2)
        on_command(argv[1], argv[2]);
    pthread_exit(NULL);
}
