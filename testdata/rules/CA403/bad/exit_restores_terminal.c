// why: the child ends by exit() and puts the terminal back while the parent still edits
#include <stdlib.h>
#include <sys/types.h>
#include <termios.h>
#include <unistd.h>

static struct termios saved;

static void restore(void)
{
    tcsetattr(0, TCSANOW, &saved);
}

static void raw_mode(void)
{
    struct termios raw;

    tcgetattr(0, &saved);
    raw = saved;
    raw.c_lflag &= ~(tcflag_t)(ECHO | ICANON);
    tcsetattr(0, TCSANOW, &raw);
    atexit(restore);
}

static void backup(const char *text, size_t n)
{
    if (fork() == 0) {
        if (write(3, text, n) < 0)
            _exit(1);
        exit(0); // expect: CA403
    }
}

int main(void)
{
    char line[100];
    ssize_t n;

    raw_mode();
    while ((n = read(0, line, sizeof line)) > 0)
        backup(line, (size_t)n);
    return 0;
}
