// why: the child comes back from the function that forks, and tells its count through the pipe
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

enum { WORKERS = 4 };

static unsigned long handled;

static int start_worker(int *pipe_end)
{
    int ends[2];

    if (pipe(ends) != 0)
        return -1;
    switch (fork()) {
    case -1:
        return -1;
    case 0:
        close(ends[0]);
        *pipe_end = ends[1];
        return 2;
    default:
        close(ends[1]);
        *pipe_end = ends[0];
        return 1;
    }
}

static unsigned long serve(unsigned long upto)
{
    unsigned long mine = 0;

    for (unsigned long i = 0; i < upto; i++)
        mine += i % 3 == 0;
    return mine;
}

int main(void)
{
    for (int i = 0; i < WORKERS; i++) {
        int end;
        unsigned long mine;
        switch (start_worker(&end)) {
        case 2:
            mine = serve(1000 * ((unsigned long)i + 1));
            _exit(write(end, &mine, sizeof mine) == (ssize_t)sizeof mine ? 0 : 1);
        case 1:
            if (read(end, &mine, sizeof mine) == (ssize_t)sizeof mine)
                handled += mine;
            break;
        default:
            return 1;
        }
    }
    while (wait(NULL) > 0)
        ;
    printf("%lu handled\n", handled);
    return 0;
}
