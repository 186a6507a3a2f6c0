// why: the parser switches its thread to the C locale for decimal points, and then hands the
// numbers to a pool, whose threads still have the user's comma
#include <locale.h>
#include <stdlib.h>

typedef struct uv_loop_s uv_loop_t;
typedef struct uv_work_s {
    void *data;
} uv_work_t;
int uv_queue_work(uv_loop_t *, uv_work_t *, void (*work)(uv_work_t *),
                  void (*done)(uv_work_t *, int status));
int uv_run(uv_loop_t *, int);
uv_loop_t *uv_default_loop(void);

struct column {
    uv_work_t work;
    char **cells;
    size_t n;
    double sum;
};

static void sum_column(uv_work_t *work)
{
    struct column *c = work->data;

    for (size_t i = 0; i < c->n; i++)
        c->sum += strtod(c->cells[i], NULL); // expect: CA203
}

static void done(uv_work_t *work, int status)
{
    struct column *c = work->data;

    if (status == 0)
        free(c->cells);
}

static void load(struct column *columns, size_t n)
{
    locale_t plain = newlocale(LC_NUMERIC_MASK, "C", (locale_t)0);
    locale_t before = uselocale(plain);

    for (size_t i = 0; i < n; i++) {
        columns[i].work.data = &columns[i];
        uv_queue_work(uv_default_loop(), &columns[i].work, sum_column, done);
    }
    uselocale(before);
}

int main(void)
{
    static struct column columns[16];

    setlocale(LC_ALL, "");
    load(columns, 16);
    return uv_run(uv_default_loop(), 0);
}
