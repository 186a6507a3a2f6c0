// row: principle/1
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

static void serve(int fd)
{
    char line[512];
    ssize_t n = recv(fd, line, sizeof line, 0);
    if (n > 0)
        (void)send(fd, line, (size_t)n, 0);
}

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
