// why: a console thread ends the loop
#include <stdio.h>
#include <string.h>
#include <event2/event.h>
#include <pthread.h>
#include <stdlib.h>
#include <unistd.h>

struct app {
    struct event_base *base;
    pthread_t console;
};

static void *console_main(void *arg)
{
    struct app *app = arg;
    char line[80];
    while (fgets(line, sizeof line, stdin))
        if (!strcmp(line, "quit\n"))
            break;
    event_base_loopbreak(app->base); // expect: CA104
    return NULL;
}

int main(void)
{
    struct app app = {.base = event_base_new()};
    if (pthread_create(&app.console, NULL, console_main, &app))
        return 1;
    event_base_dispatch(app.base);
    return pthread_join(app.console, NULL);
}
