// why: the result is a local of the forking function; the child sets its own copy
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

static long sum(const int *v, int n)
{
    long total = 0;

    for (int i = 0; i < n; i++)
        total += v[i];
    return total;
}

long parallel_sum(const int *v, int n)
{
    long left = 0, right;
    pid_t pid = fork();

    if (pid < 0)
        return sum(v, n);
    if (pid == 0) {
        left = sum(v, n / 2); // expect: CA202
        _exit(0);
    }
    right = sum(v + n / 2, n - n / 2);
    waitpid(pid, NULL, 0);
    return left + right;
}

int main(void)
{
    int v[] = {1, 2, 3, 4};

    printf("%ld\n", parallel_sum(v, 4));
    return 0;
}
