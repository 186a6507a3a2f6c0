// why: the unlocked write is behind a table of functions that the worker picks from
#include <pthread.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static long balance;

static void deposit(void)
{
    pthread_mutex_lock(&lock);
    balance++;
    pthread_mutex_unlock(&lock);
}

static void charge(void)
{
    balance--; // wrong: missed CA201
}

static const struct command {
    const char *name;
    void (*run)(void);
} commands[] = { { "deposit", deposit }, { "charge", charge } };

static void *session(void *arg)
{
    for (int i = 0; i < 500; i++)
        commands[i % 2].run();
    return arg;
}

int main(void)
{
    pthread_t a, b;

    pthread_create(&a, NULL, session, NULL);
    pthread_create(&b, NULL, session, NULL);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    return 0;
}
