/* A small line server on epoll: "LOOKUP name", "NOTE text", "RELAY name". Read main.c first. */
#ifndef SERVER_H
#define SERVER_H

#include <stddef.h>
#include <stdint.h>

struct conn;

/* What to do when a descriptor is ready; the loop in main.c calls it. */
typedef void handler_fn(struct conn *c, uint32_t events);

struct conn {
    int fd;
    handler_fn *on_ready;
    char line[256];
    size_t used;
};

/* commands.c */
void command_run(struct conn *c, const char *verb, const char *arg);

/* upstream.c */
int upstream_open(const char *host);

/* journal.c */
int journal_open(const char *path);
void journal_add(const char *verb, const char *arg);

/* lookup_thread.c: the good twin of upstream.c */
int lookup_start(void);
int lookup_submit(int client, const char *host);
void on_lookup_done(struct conn *c, uint32_t events);

/* main.c */
struct conn *conn_new(int fd, handler_fn *on_ready);
void conn_close(struct conn *c);

#endif
