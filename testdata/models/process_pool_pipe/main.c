// program: process-pool
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

struct task {
    unsigned long from, to;
};

static unsigned long count(const struct task *t)
{
    unsigned long n = 0;
    for (unsigned long i = t->from; i < t->to; i++)
        n += i % 7 == 3;
    return n;
}

static void work(int in, int out)
{
    struct task t;
    while (read(in, &t, sizeof t) == sizeof t) {
        unsigned long n = count(&t);
        if (write(out, &n, sizeof n) != sizeof n)
            break;
    }
    _exit(0);
}

int main(void)
{
    int tasks[2], results[2];
    if (pipe(tasks) != 0 || pipe(results) != 0)
        return 1;
    for (int i = 0; i < 4; i++)
        if (fork() == 0) // unit: process-pool
            work(tasks[0], results[1]);
    for (unsigned long i = 0; i < 100; i++) {
        struct task t = {i * 1000000, (i + 1) * 1000000};
        if (write(tasks[1], &t, sizeof t) != sizeof t)
            return 1;
    }
    close(tasks[1]);
    while (wait(NULL) > 0)
        continue;
    return 0;
}
