// why: a time-out jumps out of the handler, out of whatever getline() was doing
#include <setjmp.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static sigjmp_buf back;

static void on_alarm(int sig)
{
    (void)sig;
    siglongjmp(back, 1); // expect: CA501
}

static ssize_t read_line(char **line, size_t *size)
{
    ssize_t n;

    if (sigsetjmp(back, 1))
        return -1;
    alarm(10);
    n = getline(line, size, stdin);
    alarm(0);
    return n;
}

int main(void)
{
    char *line = NULL;
    size_t size = 0;

    signal(SIGALRM, on_alarm);
    while (read_line(&line, &size) > 0)
        puts(line);
    free(line);
    return 0;
}
