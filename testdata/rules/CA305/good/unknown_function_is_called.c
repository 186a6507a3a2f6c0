// why: nobody knows here what the plug-in does
#include <pthread.h>

int plugin_run(void *state);

static void *run(void *arg)
{
    plugin_run(arg);
    return NULL;
}

int main(void)
{
    static int state;
    pthread_t t;
    pthread_create(&t, NULL, run, &state);
    return pthread_join(t, NULL);
}
