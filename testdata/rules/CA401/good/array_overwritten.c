// why: the program in the array is replaced by the one that the caller asks for
#include <stddef.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

int run_tool(char *tool, char *file)
{
    char *argv[] = {"cat", file, NULL};
    pid_t pid;

    if (tool)
        argv[0] = tool;
    pid = fork();
    if (pid == 0) {
        execvp(argv[0], argv);
        _exit(127);
    }
    return pid < 0 ? -1 : waitpid(pid, NULL, 0) < 0;
}

int main(int argc, char **argv)
{
    return argc > 2 ? run_tool(getenv("TOOL"), argv[1]) : 2;
}
