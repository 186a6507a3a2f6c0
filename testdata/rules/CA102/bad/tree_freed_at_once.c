// why: deleting a database frees its tree by recursion, on the loop, for as many keys as there are
#include <event2/event.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

struct node {
    struct node *left, *right;
    char key[64];
};
struct db {
    struct node *root;
    unsigned long n;
};
static struct db db;

static void node_free(struct node *n)
{
    if (n == NULL)
        return;
    node_free(n->left);
    node_free(n->right);
    free(n);
}

static void db_clear(struct db *d)
{
    node_free(d->root); // expect: CA102
    d->root = NULL;
}

static void db_put(struct db *d, const char *key)
{
    struct node **at = &d->root, *n;

    while (*at != NULL) {
        int c = strncmp(key, (*at)->key, sizeof (*at)->key);
        if (c == 0)
            return;
        at = c < 0 ? &(*at)->left : &(*at)->right;
    }
    n = calloc(1, sizeof *n);
    if (n == NULL)
        return;
    strncpy(n->key, key, sizeof n->key - 1);
    *at = n;
}

static void on_request(evutil_socket_t fd, short what, void *arg)
{
    char line[80];
    ssize_t n = recv(fd, line, sizeof line - 1, MSG_DONTWAIT);

    (void)what;
    if (n <= 0)
        return;
    line[n] = 0;
    if (line[0] == '!')
        db_clear(arg);
    else
        db_put(arg, line);
}

int main(void)
{
    struct event_base *base = event_base_new();
    int fd = socket(AF_INET, SOCK_DGRAM, 0);
    struct event *ev = event_new(base, fd, EV_READ | EV_PERSIST, on_request, &db);
    event_add(ev, NULL);
    return event_base_dispatch(base);
}
