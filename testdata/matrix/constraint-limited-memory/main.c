// row: constraint/limited-memory --memory=16M
// advice: loop-executor --memory=8G
// advice: thread-pool --memory=16M
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

extern int fetch_and_check(const char *what, char *answer, size_t n);

static void serve(int fd)
{
    char what[128] = {0}, answer[4096];
    if (recv(fd, what, sizeof what - 1, 0) > 0 && fetch_and_check(what, answer, sizeof answer))
        (void)send(fd, answer, strlen(answer), 0);
}

/* concadvise: io=40ms cpu=20ms concurrency=20000 */
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
