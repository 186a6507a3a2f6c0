// why: until the join returns the thread runs: what is set on the way to it is seen without a lock
#include <pthread.h>
#include <stdio.h>
#include <unistd.h>

static struct {
    pthread_t thread;
    int running;
    long rounds;
    const char *last_words;
} crawler;

static void *crawl(void *arg)
{
    while (crawler.running) {
        crawler.rounds++;
        if (crawler.last_words)
            puts(crawler.last_words);
    }
    return arg;
}

static int start_crawler(void)
{
    crawler.running = 1;
    return pthread_create(&crawler.thread, NULL, crawl, NULL);
}

static int stop_crawler(void)
{
    if (!crawler.running)
        return -1;
    crawler.last_words = "stopping"; // expect: CA201
    usleep(1000);
    crawler.running = 0; // expect: CA201
    return pthread_join(crawler.thread, NULL);
}

int main(int argc, char **argv)
{
    (void)argv;
    if (start_crawler())
        return 1;
    usleep(10000);
    if (argc < 2)
        stop_crawler();
    printf("%ld\n", crawler.rounds);
    return 0;
}
