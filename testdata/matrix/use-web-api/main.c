// row: task/io-bound
// advice: event-loop
// advice: thread-pool --legacy
#include <netinet/in.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static int listen_on(unsigned short port)
{
    struct sockaddr_in at = {.sin_family = AF_INET, .sin_port = htons(port)};
    int fd = socket(AF_INET, SOCK_STREAM, 0);
    if (fd < 0 || bind(fd, (struct sockaddr *)&at, sizeof at) != 0 || listen(fd, 128) != 0)
        exit(1);
    return fd;
}

extern int answer_json(const char *what, char *answer, size_t n);

static void serve(int fd)
{
    char what[128] = {0}, answer[4096];
    if (recv(fd, what, sizeof what - 1, 0) > 0 && answer_json(what, answer, sizeof answer))
        (void)send(fd, answer, strlen(answer), 0);
}

/* concadvise: io=15ms cpu=200us concurrency=1000 stateless */
int main(void) // here
{
    int listener = listen_on(7000);
    for (;;) {
        int client = accept(listener, NULL, NULL);
        if (client < 0)
            return 1;
        serve(client);
        close(client);
    }
}
