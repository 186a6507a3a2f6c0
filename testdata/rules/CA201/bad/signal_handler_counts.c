// why: the handler adds to the counter that main takes from: a signal in between loses the change
// truth: exit: handler and main are one thread for ThreadSanitizer
#include <signal.h>
#include <stddef.h>
#include <sys/time.h>

static long pending;
static volatile sig_atomic_t ticks;

static void on_alarm(int sig)
{
    (void)sig;
    pending++;
    ticks = ticks + 1;
}

int main(void)
{
    struct itimerval every = { { 0, 500 }, { 0, 500 } };
    long taken = 0;

    signal(SIGALRM, on_alarm);
    setitimer(ITIMER_REAL, &every, NULL);
    while (ticks < 300) {
        pending--; // expect: CA201
        taken++;
    }
    every = (struct itimerval){ 0 };
    setitimer(ITIMER_REAL, &every, NULL);
    return pending != ticks - taken;
}
