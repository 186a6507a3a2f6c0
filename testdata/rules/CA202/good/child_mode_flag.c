// why: the flag says which process this is; code of both sides looks at it
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

static int is_child;

static void say(const char *text)
{
    printf("%s: %s\n", is_child ? "child" : "parent", text);
}

int main(void)
{
    pid_t pid = fork();

    if (pid == 0) {
        is_child = 1;
        say("working");
        exit(0);
    }
    say("waiting");
    waitpid(pid, NULL, 0);
    return 0;
}
