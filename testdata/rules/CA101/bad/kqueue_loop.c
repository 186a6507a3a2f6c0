// why: a kqueue loop as BSD programs write it
#include <netdb.h>
#include <stddef.h>
#include <stdint.h>
#include <time.h>

struct kevent {
    uintptr_t ident;
    short filter;
    unsigned short flags;
    unsigned int fflags;
    intptr_t data;
    void *udata;
};
int kqueue(void);
int kevent(int kq, const struct kevent *changes, int nchanges, struct kevent *events, int nevents,
           const struct timespec *timeout);

struct peer {
    const char *name;
    int known;
};

static void check(struct peer *p)
{
    p->known = gethostbyname(p->name) != NULL; // expect: CA101
}

int main(void)
{
    struct kevent events[64];
    int kq = kqueue();

    for (;;) {
        int n = kevent(kq, NULL, 0, events, 64, NULL);

        for (int i = 0; i < n; i++)
            check(events[i].udata);
    }
}
