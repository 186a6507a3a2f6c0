// why: the handler can only come while main() waits; that it does nothing else is not seen
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

static volatile sig_atomic_t stop;

static void on_usr1(int sig)
{
    stop = sig;
    puts("woken"); // wrong: false CA501
}

int main(void)
{
    signal(SIGUSR1, on_usr1);
    while (!stop)
        pause();
    return 0;
}
