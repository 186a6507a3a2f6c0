// why: poll over an empty set is a sleep; a bounded retry of getaddrinfo around it is no event loop (stunnel resolver.c:282)
#include <netdb.h>
#include <poll.h>
#include <stdlib.h>
struct set { struct pollfd *p; unsigned n; };
static int wait_set(struct set *s, int ms) { return poll(s->p, s->n, ms); }
static void nap(int ms) { struct set *s = calloc(1, sizeof *s); s->n = 0; wait_set(s, ms); free(s); }
int resolve(const char *h, struct addrinfo **res)
{
    int retry = 0;
    for (;;) {
        int e = getaddrinfo(h, "1", NULL, res);
        if (!e) return 0;
        if (e == EAI_AGAIN && ++retry <= 3) { nap(1000); continue; }
        return -1;
    }
}
