// why: the handler jumps only while a flag says that the program is inside of a plain read()
#include <setjmp.h>
#include <signal.h>
#include <unistd.h>

static sigjmp_buf back;
static volatile sig_atomic_t can_jump;

static void on_int(int sig)
{
    (void)sig;
    if (!can_jump)
        return;
    can_jump = 0;
    siglongjmp(back, 1);
}

static ssize_t read_command(char *buf, size_t n)
{
    ssize_t got = -1;

    if (sigsetjmp(back, 1) == 0) {
        can_jump = 1;
        got = read(0, buf, n);
        can_jump = 0;
    }
    return got;
}

int main(void)
{
    char buf[100];

    signal(SIGINT, on_int);
    while (read_command(buf, sizeof buf) > 0)
        ;
    return 0;
}
