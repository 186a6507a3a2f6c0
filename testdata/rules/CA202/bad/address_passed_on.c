// why: the child fills the record by a function that gets its address
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

struct stats {
    int files, bytes;
};

static void scan(const char *directory, struct stats *out)
{
    out->files = (int)strlen(directory);
    out->bytes = out->files * 100;
}

int main(void)
{
    struct stats stats = {0, 0};
    pid_t pid = fork();

    switch (pid) {
    case -1:
        return 1;
    case 0:
        scan("/tmp", &stats); // expect: CA202
        _exit(0);
    }
    waitpid(pid, NULL, 0);
    printf("%d files\n", stats.files);
    return 0;
}
