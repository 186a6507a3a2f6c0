// why: the child copies one file, block by block, and ends
#include <fcntl.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

int rotate(const char *from, const char *to)
{
    int status = 0;
    pid_t child;

    if ((child = fork()) == 0) { // expect: CA401
        char block[4096];
        ssize_t n;
        int in = open(from, O_RDONLY), out = open(to, O_WRONLY | O_CREAT, 0600);
        if (in < 0 || out < 0)
            _exit(1);
        while ((n = read(in, block, sizeof block)) > 0)
            if (write(out, block, (size_t)n) != n)
                _exit(2);
        fsync(out);
        _exit(0);
    }
    if (child > 0)
        waitpid(child, &status, 0);
    return status;
}
