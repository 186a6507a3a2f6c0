// why: messages set their output up when the first one comes, and main() sends one before a
// handler is there
#include <signal.h>
#include <stdio.h>
#include <sys/socket.h>

static int is_set_up;
static FILE *output;
static int queue_in = -1, queue_out = -1;

static int set_up(void)
{
    int pair[2];

    if (is_set_up)
        return 0;
    is_set_up = 1;
    output = stderr;
    if (socketpair(AF_UNIX, SOCK_DGRAM, 0, pair) < 0)
        return -1;
    queue_in = pair[0];
    queue_out = pair[1];
    return 0;
}

static void message(const char *text, size_t n)
{
    set_up();
    if (queue_in >= 0)
        (void)send(queue_in, text, n, MSG_DONTWAIT);
}

static void on_child(int sig)
{
    (void)sig;
    message("child", 5);
}

static void on_hangup(int sig)
{
    (void)sig;
    message("hangup", 6);
}

int main(void)
{
    char text[64];
    ssize_t n;

    message("start", 5);
    signal(SIGCHLD, on_child);
    signal(SIGHUP, on_hangup);
    while ((n = recv(queue_out, text, sizeof text, MSG_DONTWAIT)) > 0)
        fwrite(text, 1, (size_t)n, output);
    return 0;
}
