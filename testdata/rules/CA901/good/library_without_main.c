// why: a library's public function that accepts serves whoever calls it; its program is not seen
#include <netinet/in.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

int serve_one(int listener)
{
    char line[128];
    int fd = accept(listener, NULL, NULL);
    if (fd < 0)
        return -1;
    (void)!recv(fd, line, sizeof line, 0);
    close(fd);
    return 0;
}
