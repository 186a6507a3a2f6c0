// why: setenv may move the environment while the thread walks through it
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

static void *announce(void *arg)
{
    const char *name = getenv("SERVICE_NAME");

    printf("%s\n", name ? name : "none");
    return arg;
}

int main(void)
{
    pthread_t thread;

    pthread_create(&thread, NULL, announce, NULL);
    setenv("SERVICE_NAME", "mail", 1); // expect: CA204
    pthread_join(thread, NULL);
    return 0;
}
