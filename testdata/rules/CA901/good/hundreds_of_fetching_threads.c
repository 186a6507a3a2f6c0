// why: a thousand threads that wait do as well as a loop by the predictions: kept
#include <netinet/in.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>
#include <pthread.h>

struct job {
    struct sockaddr_in at;
    char got[128];
};

static void *fetch(void *arg)
{
    struct job *j = arg;
    int fd = socket(AF_INET, SOCK_STREAM, 0);
    if (fd < 0)
        return NULL;
    if (connect(fd, (struct sockaddr *)&j->at, sizeof j->at) == 0)
        (void)!recv(fd, j->got, sizeof j->got, 0);
    close(fd);
    return NULL;
}

int main(void)
{
    enum { JOBS = 1000 };
    static struct job jobs[JOBS];
    pthread_t threads[JOBS];

    for (int i = 0; i < JOBS; i++)
        pthread_create(&threads[i], NULL, fetch, &jobs[i]);
    for (int i = 0; i < JOBS; i++)
        pthread_join(threads[i], NULL);
    return 0;
}
