// why: the search runs in a child, and the flag that says it was found stays there
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

static int found;
static const char *const places[] = {"/etc", "/usr", NULL};

static void search(const char *name)
{
    for (int i = 0; places[i]; i++)
        if (strcmp(places[i], name) == 0)
            found = 1; // expect: CA202
}

static int ask(const char *name)
{
    pid_t pid = fork();

    if (pid == 0) {
        search(name);
        _exit(0);
    }
    waitpid(pid, NULL, 0);
    return found;
}

int main(int argc, char **argv)
{
    return ask(argc > 1 ? argv[1] : "/etc");
}
