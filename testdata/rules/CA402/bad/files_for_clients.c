// why: a small web server whose children read files and write them to the client
#include <fcntl.h>
#include <errno.h>
#include <netinet/in.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

static const char *root = "/var/www";

static void answer(FILE *io, const char *path)
{
    char full[512], buf[4096];
    size_t n;
    snprintf(full, sizeof full, "%s/%s", root, path);
    FILE *f = fopen(full, "r");
    if (!f) {
        fprintf(io, "HTTP/1.0 404 Not Found\r\n\r\n");
        return;
    }
    fprintf(io, "HTTP/1.0 200 OK\r\n\r\n");
    while ((n = fread(buf, 1, sizeof buf, f)) > 0)
        fwrite(buf, 1, n, io);
    fclose(f);
}

static void handle_request(int fd)
{
    char line[300], path[200];
    FILE *io = fdopen(fd, "r+");
    if (io && fgets(line, sizeof line, io) && sscanf(line, "GET %199s", path) == 1)
        answer(io, path);
    if (io)
        fclose(io);
}

int main(int argc, char **argv)
{
    if (argc > 1)
        root = argv[1];
    for (;;) {
        struct sockaddr_in peer;
        socklen_t size = sizeof peer;
        int conn = accept(3, (struct sockaddr *)&peer, &size);
        if (conn < 0) {
            if (errno == EINTR || errno == EAGAIN)
                continue;
            return 1;
        }
        pid_t r = fork(); // expect: CA402
        if (r < 0)
            return 1;
        if (r == 0) {
            close(3);
            handle_request(conn);
            exit(0);
        }
        close(conn);
    }
}
