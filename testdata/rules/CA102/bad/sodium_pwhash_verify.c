// why: the check of a password costs as much as its making
#include <event2/event.h>
#include <unistd.h>

int crypto_pwhash_str_verify(const char *str, const char *passwd, unsigned long long passwdlen);

static void on_password(evutil_socket_t fd, short what, void *arg)
{
    char line[256];
    ssize_t n = read(fd, line, sizeof line);
    (void)what;
    if (n > 0 && crypto_pwhash_str_verify(arg, line, (unsigned long long)n) == 0) // expect: CA102
        event_base_loopbreak(NULL);
}

int main(void)
{
    struct event_base *base = event_base_new();
    struct event *ev = event_new(base, 0, EV_READ | EV_PERSIST, on_password, "$argon2id$v=19$");
    event_add(ev, NULL);
    return event_base_dispatch(base);
}
