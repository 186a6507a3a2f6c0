// why: the parent fills the variable itself from the pipe of the child
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

static int answer;

static int ask(int *ends)
{
    pid_t pid = fork();

    if (pid == 0) {
        answer = 42;
        if (write(ends[1], &answer, sizeof answer) < 0)
            _exit(1);
        _exit(0);
    }
    if (read(ends[0], &answer, sizeof answer) < 0)
        return -1;
    waitpid(pid, NULL, 0);
    return answer;
}

int main(void)
{
    int ends[2];

    return pipe(ends) < 0 ? 1 : ask(ends);
}
