/* The commands of a client, found by name in a table: the loop never names these functions. */
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "server.h"

struct command {
    const char *verb;
    void (*run)(struct conn *c, const char *arg);
};

static void reply(struct conn *c, const char *text)
{
    send(c->fd, text, strlen(text), MSG_DONTWAIT | MSG_NOSIGNAL);
}

/* Wrong: asks the resolver and waits for it, three calls further down, in upstream.c. */
static void cmd_relay(struct conn *c, const char *arg)
{
    int fd = upstream_open(arg);

    reply(c, fd >= 0 ? "connected\n" : "no route\n");
    if (fd >= 0)
        close(fd);
}

/* Right: the name is looked up on the resolver thread; on_lookup_done() answers. */
static void cmd_lookup(struct conn *c, const char *arg)
{
    if (lookup_submit(c->fd, arg) != 0)
        reply(c, "busy\n");
}

/* Wrong: waits for the disk while all other clients wait for the loop (journal.c). */
static void cmd_note(struct conn *c, const char *arg)
{
    journal_add("NOTE", arg);
    reply(c, "noted\n");
}

static const struct command commands[] = {
    {"RELAY", cmd_relay},
    {"LOOKUP", cmd_lookup},
    {.run = cmd_note, .verb = "NOTE"},
};

void command_run(struct conn *c, const char *verb, const char *arg)
{
    for (size_t i = 0; i < sizeof commands / sizeof *commands; i++) {
        if (strcmp(commands[i].verb, verb) == 0) {
            commands[i].run(c, arg);
            return;
        }
    }
    reply(c, "what?\n");
}
