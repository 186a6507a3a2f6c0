// why: the threads call the option parser with a constant command that does not get to strtok
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum command { CMD_PARSE, CMD_FREE };

static int level;
static char *stored;

static void option(enum command cmd, char *arg)
{
    switch (cmd) {
    case CMD_PARSE:
        level = strtok(arg, ".") != NULL;
        break;
    case CMD_FREE:
        puts("freed");
        break;
    }
}

static void *client(void *arg)
{
    option(CMD_FREE, NULL);
    return arg;
}

int main(int argc, char **argv)
{
    pthread_t threads[2];

    for (int i = 0; i < 2; i++)
        pthread_create(&threads[i], NULL, client, NULL);
    if (argc > 1)
        option(CMD_PARSE, argv[1]);
    for (int i = 0; i < 2; i++)
        pthread_join(threads[i], NULL);
    free(stored);
    return 0;
}
