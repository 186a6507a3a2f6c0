// why: the program ends by becoming another one: no process is made for it
#include <stdio.h>
#include <unistd.h>

int main(int argc, char **argv)
{
    if (argc < 2) {
        fprintf(stderr, "usage: %s FILE\n", argv[0]);
        return 2;
    }
    execlp("cat", "cat", argv[1], (char *)0);
    perror("cat");
    return 1;
}
