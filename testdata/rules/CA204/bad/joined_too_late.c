// why: the main thread joins the thread, but only after it has made the same call
#include <pthread.h>
#include <stdio.h>
#include <unistd.h>

static void *watch(void *arg)
{
    puts(ttyname(0)); // expect: CA204
    return arg;
}

int main(void)
{
    pthread_t thread;

    pthread_create(&thread, NULL, watch, NULL);
    puts(ttyname(1)); // expect: CA204
    pthread_join(thread, NULL);
    puts(ttyname(2));
    return 0;
}
