#include "loop.h"

#include <netdb.h>
#include <unistd.h>

struct control {
    char name[64];
    struct hostent *peer;
};

static void on_command(int fd, void *arg)
{
    struct control *c = arg;

    if (read(fd, c->name, sizeof(c->name) - 1) > 0)
        c->peer = gethostbyname(c->name); // expect: CA101
}

int main(void)
{
    static struct control control;

    if (loop_watch(0, on_command, &control) != 0)
        return 1;
    loop_run();
    return 0;
}
