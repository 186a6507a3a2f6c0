// why: an error number in each thread: set by the functions that fail, read by their callers
#include <pthread.h>
#include <stdio.h>
#include <unistd.h>

static __thread int last_error;

static int do_read(int fd, char *b)
{
    if (read(fd, b, 1) != 1) {
        last_error = fd + 1;
        return -1;
    }
    return 0;
}

static void *worker(void *arg)
{
    char b;

    if (do_read(3, &b) < 0)
        printf("error %d\n", last_error);
    return arg;
}

int main(void)
{
    pthread_t thread;
    char b;

    if (do_read(0, &b) < 0)
        printf("error %d\n", last_error);
    pthread_create(&thread, NULL, worker, NULL);
    pthread_join(thread, NULL);
    return 0;
}
