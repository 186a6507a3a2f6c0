// why: all locks of the program stand in one array, and wrappers take them by number
#include <pthread.h>

enum lock_id { LOCK_LOG, LOCK_STATS, LOCKS };

static pthread_rwlock_t locks[LOCKS];
static int log_lines;
static long clients;

static void read_lock(enum lock_id id)
{
    pthread_rwlock_rdlock(&locks[id]);
}

static void write_lock(enum lock_id id)
{
    pthread_rwlock_wrlock(&locks[id]);
}

static void unlock(enum lock_id id)
{
    pthread_rwlock_unlock(&locks[id]);
}

static void log_line(void)
{
    write_lock(LOCK_LOG);
    log_lines++;
    unlock(LOCK_LOG);
}

static void *client(void *arg)
{
    long n;

    for (int i = 0; i < 300; i++) {
        write_lock(LOCK_STATS);
        clients++;
        unlock(LOCK_STATS);
        log_line();
        read_lock(LOCK_STATS);
        n = clients;
        unlock(LOCK_STATS);
        if (n > 500)
            log_line();
    }
    return arg;
}

int main(void)
{
    pthread_t a, b;

    for (int i = 0; i < LOCKS; i++)
        pthread_rwlock_init(&locks[i], NULL);
    pthread_create(&a, NULL, client, NULL);
    pthread_create(&b, NULL, client, NULL);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    return 0;
}
