// why: the key is derived in a child; the loop goes on and gets the result by a pipe
#include <event2/event.h>
#include <openssl/evp.h>
#include <unistd.h>

static int result[2];

static void on_request(evutil_socket_t fd, short what, void *arg)
{
    char pw[64];
    ssize_t n = read(fd, pw, sizeof pw);
    (void)what;
    (void)arg;
    if (n > 0 && fork() == 0) {
        unsigned char key[32];
        PKCS5_PBKDF2_HMAC(pw, (int)n, (const unsigned char *)"salt", 4, 1000000, EVP_sha256(), 32,
                          key);
        _exit(write(result[1], key, sizeof key) != sizeof key);
    }
}

int main(void)
{
    struct event_base *base = event_base_new();
    if (pipe(result))
        return 1;
    struct event *ev = event_new(base, 0, EV_READ | EV_PERSIST, on_request, NULL);
    event_add(ev, NULL);
    return event_base_dispatch(base);
}
