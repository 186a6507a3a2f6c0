// why: the result is in memory of malloc(), which is copied like all other
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

struct answer {
    int code;
    char text[64];
};

static int lookup(const char *name)
{
    return (int)strlen(name);
}

int main(int argc, char **argv)
{
    struct answer *answer = calloc(1, sizeof *answer);
    pid_t pid;

    if (!answer || argc < 2)
        return 1;
    pid = fork();
    if (pid == 0) {
        answer->code = lookup(argv[1]); // expect: CA202
        _exit(0);
    }
    waitpid(pid, NULL, 0);
    printf("code %d\n", answer->code);
    free(answer);
    return 0;
}
