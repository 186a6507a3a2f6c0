// why: do_popen is 1 only if how == SCRIPT, and the loop passes BANK; the parameter is reassigned in a dead branch
#include <stdio.h>
#include <sys/epoll.h>
enum { SCRIPT = 1, BANK = 2 };
static int one_file(const char *file, int how)
{
    int do_popen = 0;
    FILE *f;
    if (how == SCRIPT) {
        how = 0;
        do_popen = 1;
    }
    if (do_popen) f = popen(file, "r");
    else f = fopen(file, "r");
    if (!f) return how;
    if (do_popen)
        pclose(f); // wrong: false CA101
    else
        fclose(f);
    return 0;
}
int main(int argc, char **argv)
{
    struct epoll_event ev[8];
    int ep = epoll_create1(0);
    one_file(argv[argc - 1], SCRIPT);
    for (;;) {
        int n = epoll_wait(ep, ev, 8, -1);
        for (int i = 0; i < n; i++) one_file("x", BANK);
    }
}
