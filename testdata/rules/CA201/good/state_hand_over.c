// why: a state under mutex and condition says whose turn it is; the buffer is used without the lock
#include <pthread.h>
#include <string.h>

enum state { EMPTY, WANTED, FULL };

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t changed = PTHREAD_COND_INITIALIZER;
static enum state state;
static char buffer[32];
static int length;

static void await(enum state s)
{
    pthread_mutex_lock(&lock);
    while (state != s)
        pthread_cond_wait(&changed, &lock);
    pthread_mutex_unlock(&lock);
}

static void turn_to(enum state s)
{
    pthread_mutex_lock(&lock);
    state = s;
    pthread_cond_broadcast(&changed);
    pthread_mutex_unlock(&lock);
}

static void *reader(void *arg)
{
    for (int i = 0; i < 50; i++) {
        await(WANTED);
        memset(buffer, 'x', sizeof(buffer));
        length = i;
        turn_to(FULL);
    }
    return arg;
}

int main(void)
{
    pthread_t t;
    int total = 0;

    pthread_create(&t, NULL, reader, NULL);
    for (int i = 0; i < 50; i++) {
        turn_to(WANTED);
        await(FULL);
        total += length + (buffer[0] != 'x');
        length = 0;
    }
    pthread_join(t, NULL);
    return total != 1225;
}
