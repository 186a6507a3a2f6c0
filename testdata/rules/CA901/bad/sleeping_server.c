// why: each request waits a second for a device, and clients queue behind it
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

static int measure(void)
{
    sleep(1); /* until the sensor has settled */
    return 42;
}

int main(void) // expect: CA901
{
    int listener = listen_on(7023);
    while (1) {
        char text[16] = {0};
        int client = accept(listener, NULL, NULL);
        if (client < 0)
            continue;
        text[0] = (char)measure();
        (void)send(client, text, 1, 0);
        close(client);
    }
}
