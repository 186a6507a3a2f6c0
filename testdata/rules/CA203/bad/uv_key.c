// why: a uv_key_t holds the connection; the job asks for it on the pool's thread
#include <stddef.h>
#include <stdio.h>

typedef struct uv_loop_s uv_loop_t;
typedef struct uv_work_s {
    void *data;
} uv_work_t;
uv_loop_t *uv_default_loop(void);
int uv_queue_work(uv_loop_t *, uv_work_t *, void (*)(uv_work_t *), void (*)(uv_work_t *, int));
int uv_run(uv_loop_t *, int);

typedef struct {
    unsigned k;
} uv_key_t;
int uv_key_create(uv_key_t *);
void *uv_key_get(uv_key_t *);
void uv_key_set(uv_key_t *, void *);

static uv_key_t connection;
static uv_work_t work;

static void parse(uv_work_t *w)
{
    const char *c = uv_key_get(&connection); // expect: CA203

    (void)w;
    puts(c ? c : "no connection");
}

static void on_data(char *name)
{
    uv_key_set(&connection, name);
    uv_queue_work(uv_default_loop(), &work, parse, NULL);
}

int main(int argc, char **argv)
{
    uv_key_create(&connection);
    on_data(argv[argc - 1]);
    return uv_run(uv_default_loop(), 0);
}
