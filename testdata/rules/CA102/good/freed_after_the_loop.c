// why: all that clients have stored is given back after the loop has ended
#include <stdlib.h>
#include <string.h>
#include <uv.h>

struct item {
    struct item *next;
    size_t len;
    char data[];
};
static struct item *items;

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

static void flush_all(void)
{
    struct item *it = items, *next;

    items = NULL;
    while (it) {
        next = it->next;
        free(it);
        it = next;
    }
}

static void on_read(uv_stream_t *s, ssize_t n, const uv_buf_t *buf)
{
    (void)s;
    if (n >= 5 && !memcmp(buf->base, "flush", 5))
        uv_stop(uv_default_loop());
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
    uv_pipe_init(uv_default_loop(), &in, 0);
    uv_pipe_open(&in, 0);
    uv_read_start((uv_stream_t *)&in, on_alloc, on_read);
    int rc = uv_run(uv_default_loop(), UV_RUN_DEFAULT);
    flush_all();
    return rc;
}
