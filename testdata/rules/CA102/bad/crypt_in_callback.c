// why: crypt() is slow so that guessing is slow; here the loop pays for each guess
#include <crypt.h>
#include <event2/bufferevent.h>
#include <event2/buffer.h>
#include <event2/event.h>
#include <stdlib.h>
#include <string.h>

struct account {
    const char *hash;
    int ok;
};

static int check(struct account *a, const char *password)
{
    struct crypt_data data;
    memset(&data, 0, sizeof data);
    const char *got = crypt_r(password, a->hash, &data); // expect: CA102
    return got && strcmp(got, a->hash) == 0;
}

static void on_input(struct bufferevent *bev, void *arg)
{
    struct account *a = arg;
    size_t n;
    char *line = evbuffer_readln(bufferevent_get_input(bev), &n, EVBUFFER_EOL_CRLF);
    if (line)
        a->ok = check(a, line);
    free(line);
}

int main(void)
{
    static struct account account = {"$6$salt$hash", 0};
    struct event_base *base = event_base_new();
    struct bufferevent *bev = bufferevent_socket_new(base, 0, 0);
    bufferevent_setcb(bev, on_input, NULL, NULL, &account);
    bufferevent_enable(bev, EV_READ);
    return event_base_dispatch(base);
}
