// why: one function takes all locks or releases them all, as its argument says; callers pair the calls
#include <pthread.h>

enum what { PAUSE, RESUME };
static pthread_mutex_t readers = PTHREAD_MUTEX_INITIALIZER, writers = PTHREAD_MUTEX_INITIALIZER;
static int generation, notified;

static void readers_pause(void) { pthread_mutex_lock(&readers); }
static void readers_resume(void) { pthread_mutex_unlock(&readers); }
static void writers_pause(void) { pthread_mutex_lock(&writers); }
static void writers_resume(void) { pthread_mutex_unlock(&writers); }

static void threads(enum what what)
{
    int pausing = 0;

    switch (what) {
    case PAUSE:
        readers_pause();
        writers_pause();
        pausing = 1;
        break;
    case RESUME:
        writers_resume();
        readers_resume();
        break;
    }
    if (!pausing)
        return;
    notified++;
}

static void *swap(void *arg)
{
    threads(PAUSE);
    generation++;
    threads(RESUME);
    return arg;
}

int main(void)
{
    pthread_t t;

    pthread_create(&t, NULL, swap, NULL);
    pthread_mutex_lock(&readers);
    int g = generation;
    pthread_mutex_unlock(&readers);
    pthread_join(t, NULL);
    return g;
}
