// why: a hand-written loop updates a cache whose lock a thread holds while the database answers
#include <pthread.h>
#include <sqlite3.h>
#include <sys/epoll.h>
#include <unistd.h>

static pthread_mutex_t cache_lock = PTHREAD_MUTEX_INITIALIZER;
static sqlite3 *db;
static int cached;

static void *writer(void *arg)
{
    for (;;) {
        pthread_mutex_lock(&cache_lock);
        sqlite3_exec(db, "UPDATE t SET n = n + 1", NULL, NULL, NULL);
        cached = 0;
        pthread_mutex_unlock(&cache_lock);
        sleep(1);
    }
    return arg;
}

static void handle(int fd)
{
    char c;

    if (read(fd, &c, 1) != 1)
        return;
    pthread_mutex_lock(&cache_lock); // expect: CA103
    cached += c;
    pthread_mutex_unlock(&cache_lock);
}

int main(void)
{
    struct epoll_event events[16];
    int ep = epoll_create1(0);
    pthread_t t;

    if (sqlite3_open("t.db", &db) != SQLITE_OK)
        return 1;
    pthread_create(&t, NULL, writer, NULL);
    for (;;) {
        int n = epoll_wait(ep, events, 16, -1);
        for (int i = 0; i < n; i++)
            handle(events[i].data.fd);
    }
}
