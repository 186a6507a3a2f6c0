// why: the child maps the table after the fork: the parent's pointer stays NULL
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

#include <sys/mman.h>

static int *table;

static void fill(void)
{
    table = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0); // expect: CA202
    _exit(0);
}

int main(void)
{
    if (fork() == 0)
        fill();
    wait(NULL);
    if (table)
        printf("%d\n", table[0]);
    return 0;
}
