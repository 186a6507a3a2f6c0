// why: the test is about the thread's own variable, not about time
#include <pthread.h>

static _Thread_local int mine;

static void *set(void *arg)
{
    mine = 1;
    *(int *)arg = mine;
    return NULL;
}

int main(void)
{
    int out = 0;
    pthread_t t;
    pthread_create(&t, NULL, set, &out);
    pthread_join(t, NULL);
    return mine + out;
}
