// why: the number of iterations goes through two functions before it gets to the library
#include <event2/event.h>
#include <openssl/evp.h>
#include <openssl/sha.h>
#include <unistd.h>

static int derive(const char *pw, int n, int rounds, unsigned char *out)
{
    static const unsigned char salt[8] = {1, 2, 3};
    return PKCS5_PBKDF2_HMAC_SHA1(pw, n, salt, sizeof salt, rounds, 20, out); // expect: CA102
}

static int derive_strong(const char *pw, int n, unsigned char *out)
{
    return derive(pw, n, 1000000, out);
}

static void on_unlock(evutil_socket_t fd, short what, void *arg)
{
    char line[128];
    unsigned char key[20];
    ssize_t n = read(fd, line, sizeof line);
    (void)what;
    if (n > 0 && derive_strong(line, (int)n, key))
        ((unsigned char *)arg)[0] = key[0];
}

int main(void)
{
    static unsigned char result[20];
    struct event_base *base = event_base_new();
    struct event *ev = event_new(base, 0, EV_READ | EV_PERSIST, on_unlock, result);
    event_add(ev, NULL);
    return event_base_dispatch(base);
}
