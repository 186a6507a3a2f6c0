// why: the variable only says which thread is the main one
#include <pthread.h>
#include <stdbool.h>
#include <stdio.h>

static __thread bool is_main_thread;

static void say(const char *text)
{
    printf("%s: %s\n", is_main_thread ? "main" : "worker", text);
}

static void *worker(void *arg)
{
    say(arg);
    return NULL;
}

int main(void)
{
    pthread_t thread;

    is_main_thread = true;
    say("starting");
    pthread_create(&thread, NULL, worker, "working");
    pthread_join(thread, NULL);
    return 0;
}
