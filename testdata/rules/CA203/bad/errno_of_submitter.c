// why: the job reports the error of the submitter's connect() by its own errno
#include <errno.h>
#include <pthread.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>

static void *report(void *arg)
{
    int err = errno; // expect: CA203

    fprintf(stderr, "%s: %s\n", (const char *)arg, strerror(err));
    return NULL;
}

static void try_connect(int fd, const struct sockaddr *to, socklen_t n)
{
    pthread_t thread;

    if (connect(fd, to, n) < 0 && pthread_create(&thread, NULL, report, "connect") == 0)
        pthread_detach(thread);
}

int main(void)
{
    struct sockaddr to = {.sa_family = AF_UNIX};

    try_connect(socket(AF_UNIX, SOCK_STREAM, 0), &to, sizeof to);
    return 0;
}
