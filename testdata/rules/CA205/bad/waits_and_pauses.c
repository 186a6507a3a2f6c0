// why: the maintenance thread holds its lock while it pauses the crawler, which takes them both as well
#include <pthread.h>
#include <unistd.h>

static pthread_mutex_t maintenance = PTHREAD_MUTEX_INITIALIZER;
static pthread_mutex_t crawling = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t work = PTHREAD_COND_INITIALIZER;
static int table, seen;

static void crawler_pause(void) { pthread_mutex_lock(&crawling); }
static void crawler_resume(void) { pthread_mutex_unlock(&crawling); }

static void *maintain(void *arg)
{
    pthread_mutex_lock(&maintenance);
    for (;;) {
        pthread_cond_wait(&work, &maintenance);
        crawler_pause();
        table++;
        crawler_resume();
    }
    return arg;
}

static void crawl(void)
{
    pthread_mutex_lock(&maintenance); // expect: CA205
    seen = table;
    pthread_mutex_unlock(&maintenance);
}

static void *crawler(void *arg)
{
    for (;;) {
        pthread_mutex_lock(&crawling);
        crawl();
        pthread_mutex_unlock(&crawling);
    }
    return arg;
}

int main(void)
{
    pthread_t t, u;

    pthread_create(&t, NULL, maintain, NULL);
    pthread_create(&u, NULL, crawler, NULL);
    for (int i = 0; i < 100; i++) {
        usleep(1000);
        pthread_cond_signal(&work);
    }
    pthread_join(t, NULL);
    return pthread_join(u, NULL);
}
