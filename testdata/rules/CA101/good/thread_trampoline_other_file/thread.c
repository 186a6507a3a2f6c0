// why: the project's thread module wraps body and argument in a record; the body still runs on a
//      thread
#include "thread.h"

#include <pthread.h>
#include <stdlib.h>

struct start {
    thread_body body;
    void *arg;
};

static void *trampoline(void *p)
{
    struct start s = *(struct start *)p;

    free(p);
    s.body(s.arg);
    return NULL;
}

int thread_start(thread_body body, void *arg)
{
    struct start *s = malloc(sizeof(*s));
    pthread_t t;

    if (!s)
        return -1;
    s->body = body;
    s->arg = arg;
    if (pthread_create(&t, NULL, trampoline, s) != 0) {
        free(s);
        return -1;
    }
    return pthread_detach(t);
}
