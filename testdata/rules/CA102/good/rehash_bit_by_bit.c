// why: the larger table stands beside the old one, and each operation moves a few buckets
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <uv.h>

enum { BUCKETS_EACH_TIME = 8 };

struct entry {
    struct entry *next;
    uint32_t hash;
    char key[32];
};
struct table {
    struct entry **buckets, **old;
    size_t size, old_size, moved, used;
};
static struct table table;

static void table_move_some(struct table *t)
{
    for (int k = 0; k < BUCKETS_EACH_TIME && t->old; k++) {
        struct entry *e = t->old[t->moved], *next;
        for (; e; e = next) {
            next = e->next;
            e->next = t->buckets[e->hash % t->size];
            t->buckets[e->hash % t->size] = e;
        }
        if (++t->moved == t->old_size) {
            free(t->old);
            t->old = NULL;
        }
    }
}

static void table_grow(struct table *t)
{
    struct entry **fresh = calloc(2 * t->size, sizeof *fresh);

    if (!fresh)
        return;
    t->old = t->buckets;
    t->old_size = t->size;
    t->moved = 0;
    t->buckets = fresh;
    t->size = 2 * t->size;
}

static void table_add(struct table *t, const char *key, size_t n)
{
    struct entry *e = calloc(1, sizeof *e);

    if (!e)
        return;
    if (t->old)
        table_move_some(t);
    else if (t->used >= t->size)
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
    table.size = 64;
    table.buckets = calloc(table.size, sizeof *table.buckets);
    uv_pipe_init(uv_default_loop(), &in, 0);
    uv_pipe_open(&in, 0);
    uv_read_start((uv_stream_t *)&in, on_alloc, on_read);
    return uv_run(uv_default_loop(), UV_RUN_DEFAULT);
}
