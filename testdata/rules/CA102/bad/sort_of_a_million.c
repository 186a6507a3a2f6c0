// why: a table of a million entries is sorted anew for each report
#include <stdlib.h>
#include <uv.h>

struct sample {
    double at, value;
};
enum { SAMPLES = 1000000 };
static struct sample samples[SAMPLES];

static int by_value(const void *a, const void *b)
{
    const struct sample *x = a, *y = b;
    return (x->value > y->value) - (x->value < y->value);
}

static double median(void)
{
    qsort(samples, SAMPLES, sizeof *samples, by_value); // expect: CA102
    return samples[SAMPLES / 2].value;
}

static void on_report(uv_timer_t *t)
{
    *(double *)t->data = median();
}

int main(void)
{
    static double result;
    uv_timer_t timer;
    uv_timer_init(uv_default_loop(), &timer);
    timer.data = &result;
    uv_timer_start(&timer, on_report, 1000, 1000);
    return uv_run(uv_default_loop(), UV_RUN_DEFAULT);
}
