// why: upstreams are read from the configuration before the loop runs; looking for one goes over a handful
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <uv.h>

struct upstream {
    struct upstream *next;
    char name[32];
    unsigned long hits;
};
static struct upstream *upstreams;

static void read_configuration(const char *path)
{
    char line[64];
    FILE *f = fopen(path, "r");

    while (f && fgets(line, sizeof line, f)) {
        struct upstream *u = calloc(1, sizeof *u);
        if (sscanf(line, "%31s", u->name) != 1) {
            free(u);
            continue;
        }
        u->next = upstreams;
        upstreams = u;
    }
    if (f)
        fclose(f);
}

static struct upstream *find(const char *name)
{
    for (struct upstream *u = upstreams; u; u = u->next)
        if (!strcmp(u->name, name))
            return u;
    return NULL;
}

static void on_read(uv_stream_t *s, ssize_t n, const uv_buf_t *buf)
{
    struct upstream *u = n > 0 ? find(buf->base) : NULL;
    (void)s;
    if (u)
        u->hits++;
}

static void on_alloc(uv_handle_t *h, size_t n, uv_buf_t *buf)
{
    static char space[65536];
    (void)h;
    (void)n;
    *buf = uv_buf_init(space, sizeof space);
}

int main(int argc, char **argv)
{
    static uv_pipe_t in;
    if (argc > 1)
        read_configuration(argv[1]);
    uv_pipe_init(uv_default_loop(), &in, 0);
    uv_pipe_open(&in, 0);
    uv_read_start((uv_stream_t *)&in, on_alloc, on_read);
    return uv_run(uv_default_loop(), UV_RUN_DEFAULT);
}
