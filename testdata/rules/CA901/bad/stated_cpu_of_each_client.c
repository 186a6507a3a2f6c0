// why: fifty milliseconds of computing for each client, one after the other, while the other cores rest
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

extern int check_proof(const char *text);

static void serve(int fd)
{
    char text[2048] = {0};
    if (recv(fd, text, sizeof text - 1, 0) > 0 && check_proof(text))
        (void)send(fd, "ok", 2, 0);
}

/* concadvise: cpu=50ms io=1ms concurrency=100 */
int main(void) // expect: CA901
{
    int listener = listen_on(7020);
    for (;;) {
        int client = accept(listener, NULL, NULL);
        if (client < 0)
            return 1;
        serve(client);
        close(client);
    }
}
