// why: the counter goes up in the children and is printed by the parent
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

static unsigned long served;

static void serve(int n)
{
    for (int i = 0; i < n; i++)
        served++; // expect: CA202
}

int main(void)
{
    for (int i = 0; i < 4; i++)
        if (fork() == 0) {
            serve(10 * i);
            _exit(0);
        }
    while (wait(NULL) > 0)
        ;
    printf("%lu served\n", served);
    return 0;
}
