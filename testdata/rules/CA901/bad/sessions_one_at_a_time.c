// why: like the others, with a session function that talks back and forth with each client
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

static int read_line(int fd, char *line, size_t n)
{
    size_t at = 0;
    while (at + 1 < n && recv(fd, line + at, 1, 0) == 1 && line[at] != '\n')
        at++;
    line[at] = '\0';
    return at > 0;
}

static void talk(int fd)
{
    char line[128];
    while (read_line(fd, line, sizeof line))
        if (send(fd, line, strlen(line), 0) < 0)
            break;
}

int main(void) // expect: CA901
{
    int listener = listen_on(7010), client;
    while ((client = accept(listener, NULL, NULL)) >= 0) {
        talk(client);
        close(client);
    }
    return 0;
}
