// why: the insert that makes the table too full moves every entry before it answers
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <uv.h>

struct entry {
    struct entry *next;
    uint32_t hash;
    char key[32];
};
struct table {
    struct entry **buckets;
    size_t size, used;
};
static struct table table;

static void table_grow(struct table *t)
{
    size_t bigger = t->size ? 2 * t->size : 64;
    struct entry **fresh = calloc(bigger, sizeof *fresh);

    if (!fresh)
        return;
    for (size_t i = 0; i < t->size; i++) { // expect: CA102
        struct entry *e = t->buckets[i], *next;
        for (; e; e = next) {
            next = e->next;
            e->next = fresh[e->hash % bigger];
            fresh[e->hash % bigger] = e;
        }
    }
    free(t->buckets);
    t->buckets = fresh;
    t->size = bigger;
}

static void table_add(struct table *t, const char *key, size_t n)
{
    struct entry *e = calloc(1, sizeof *e);

    if (!e)
        return;
    if (t->used >= t->size)
        table_grow(t);
    for (size_t i = 0; i < n && i < sizeof e->key; i++)
        e->hash = e->hash * 33 + (unsigned char)(e->key[i] = key[i]);
    e->next = t->buckets[e->hash % t->size];
    t->buckets[e->hash % t->size] = e;
    t->used++;
}

static void on_read(uv_stream_t *s, ssize_t n, const uv_buf_t *buf)
{
    (void)s;
    if (n > 0)
        table_add(&table, buf->base, (size_t)n);
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
    return uv_run(uv_default_loop(), UV_RUN_DEFAULT);
}
