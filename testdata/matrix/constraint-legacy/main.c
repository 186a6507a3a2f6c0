// row: constraint/legacy --legacy
// advice: thread-pool --legacy
// advice: event-loop
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

extern int old_client_query(const char *what, char *answer, size_t n);

static void serve(int fd)
{
    char what[128] = {0}, answer[4096];
    if (recv(fd, what, sizeof what - 1, 0) > 0 && old_client_query(what, answer, sizeof answer))
        (void)send(fd, answer, strlen(answer), 0);
}

/* concadvise: io=60ms cpu=100us concurrency=80 */
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
