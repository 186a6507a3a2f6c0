// why: the signal is blocked while the list changes, but not while other code is inside malloc()
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static char *list[16];
static int n;

static void list_add(const char *text)
{
    sigset_t block, old;

    sigemptyset(&block);
    sigaddset(&block, SIGUSR1);
    sigprocmask(SIG_BLOCK, &block, &old);
    if (n < 16)
        list[n++] = strdup(text);
    sigprocmask(SIG_SETMASK, &old, NULL);
}

static void on_usr1(int sig)
{
    (void)sig;
    while (n > 0)
        free(list[--n]); // expect: CA501
}

int main(int argc, char **argv)
{
    signal(SIGUSR1, on_usr1);
    for (int i = 0; i < argc; i++) {
        char *copy = strdup(argv[i]);
        list_add(copy ? copy : "");
        free(copy);
    }
    for (;;)
        pause();
}
