// why: the second lock is taken in a callee on both sides
#include <pthread.h>

static pthread_mutex_t clients_lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_mutex_t log_lock = PTHREAD_MUTEX_INITIALIZER;
static int n_clients, n_lines;

static void log_event(void)
{
    pthread_mutex_lock(&log_lock);
    n_lines++;
    pthread_mutex_unlock(&log_lock);
}

static int count_clients(void)
{
    pthread_mutex_lock(&clients_lock); // expect: CA205
    int n = n_clients;
    pthread_mutex_unlock(&clients_lock);
    return n;
}

static void *accept_clients(void *arg)
{
    for (;;) {
        pthread_mutex_lock(&clients_lock);
        n_clients++;
        log_event();
        if (n_clients > 100)
            log_event();
        pthread_mutex_unlock(&clients_lock);
    }
    return arg;
}

static void *rotate_log(void *arg)
{
    for (;;) {
        pthread_mutex_lock(&log_lock);
        n_lines = count_clients();
        pthread_mutex_unlock(&log_lock);
    }
    return arg;
}

int main(void)
{
    pthread_t t, u;

    pthread_create(&t, NULL, accept_clients, NULL);
    pthread_create(&u, NULL, rotate_log, NULL);
    pthread_join(t, NULL);
    return pthread_join(u, NULL);
}
