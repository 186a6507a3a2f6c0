// why: the list is taken away at once, and its elements are given back a hundred in each turn
#include <stdlib.h>
#include <string.h>
#include <uv.h>

struct item {
    struct item *next;
    size_t len;
    char data[];
};
static struct item *items, *doomed;
static uv_idle_t reaper;

static void store(const char *data, size_t len)
{
    struct item *it = malloc(sizeof *it + len);
    if (!it)
        return;
    it->len = len;
    memcpy(it->data, data, len);
    it->next = items;
    items = it;
}

static void on_idle(uv_idle_t *idle)
{
    for (int i = 0; i < 100; i++) {
        struct item *it = doomed;
        if (it == NULL) {
            uv_idle_stop(idle);
            return;
        }
        doomed = it->next;
        free(it);
    }
}

static void flush_all(void)
{
    if (doomed == NULL) {
        doomed = items;
        items = NULL;
        uv_idle_start(&reaper, on_idle);
    }
}

static void on_read(uv_stream_t *s, ssize_t n, const uv_buf_t *buf)
{
    (void)s;
    if (n >= 5 && !memcmp(buf->base, "flush", 5))
        flush_all();
    else if (n > 0)
        store(buf->base, (size_t)n);
}

static void on_alloc(uv_handle_t *h, size_t n, uv_buf_t *buf)
{
    static char space[65536];
    (void)h;
    (void)n;
    *buf = uv_buf_init(space, sizeof space);
}

int main(void)
{
    static uv_pipe_t in;
    uv_idle_init(uv_default_loop(), &reaper);
    uv_pipe_init(uv_default_loop(), &in, 0);
    uv_pipe_open(&in, 0);
    uv_read_start((uv_stream_t *)&in, on_alloc, on_read);
    return uv_run(uv_default_loop(), UV_RUN_DEFAULT);
}
