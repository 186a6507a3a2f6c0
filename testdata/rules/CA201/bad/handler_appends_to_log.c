// why: the handler appends to the queue of the log and goes back to whoever is doing that too
// truth: none: a handler runs in the thread that it interrupts, which no tool takes for a race
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct entry {
    struct entry *next;
    char text[64];
};

static struct entry *entries;
static int log_fd = 2;
static volatile sig_atomic_t errors;

static void append(const char *text)
{
    struct entry *e = calloc(1, sizeof *e);

    if (!e)
        return;
    snprintf(e->text, sizeof e->text, "%s", text);
    e->next = entries;
    entries = e; // expect: CA201
}

static void flush(void)
{
    while (entries) {
        struct entry *e = entries;
        if (write(log_fd, e->text, strlen(e->text)) < 0)
            log_fd = -1;
        entries = e->next;
        free(e);
    }
}

static void report(const char *text, int code)
{
    append(text);
    flush();
    errors += code;
}

static void on_signal(int sig)
{
    if (sig == SIGTERM)
        report("terminated", 0);
    report("broken", 3);
}

int main(void)
{
    signal(SIGTERM, on_signal);
    signal(SIGUSR2, on_signal);
    for (int i = 0; i < 1000; i++) {
        append("turn");
        if (i % 10 == 0)
            flush();
        usleep(1000);
    }
    return 0;
}
