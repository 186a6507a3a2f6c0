// why: callbacks of one loop run one after the other
#include <stdio.h>
#include <string.h>
#include <time.h>

struct event_base;
struct event;
struct event_base *event_base_new(void);
int event_base_dispatch(struct event_base *base);
struct event *event_new(struct event_base *base, int fd, short what,
                        void (*cb)(int, short, void *), void *arg);
int event_add(struct event *ev, const void *timeout);

static void on_line(int fd, short what, void *arg)
{
    char *word = strtok(arg, " ");

    printf("%d %d %s\n", fd, what, word ? word : "");
}

static void on_timer(int fd, short what, void *arg)
{
    time_t now = time(NULL);

    printf("%d %d %p %s", fd, what, arg, ctime(&now));
    strtok(arg, ",");
}

int main(void)
{
    struct event_base *loop = event_base_new();
    static char text[] = "a b", list[] = "c,d";

    event_add(event_new(loop, 0, 2, on_line, text), NULL);
    event_add(event_new(loop, -1, 1, on_timer, list), NULL);
    return event_base_dispatch(loop);
}
