// why: C11 threads, and a mutex that was meant for the counter of lines
#include <threads.h>

enum { W = 800, H = 600 };
static mtx_t line_lock;
static int next_line;
static unsigned char image[H][W];

static int escape_time(double cx, double cy)
{
    double x = 0, y = 0;
    int n = 0;
    for (int i = 0; i < 255; i++) {
        double t = x * x - y * y + cx;
        y = 2 * x * y + cy;
        x = t;
        n += x * x + y * y < 4;
    }
    return n;
}

static void render_line(int y)
{
    for (int x = 0; x < W; x++)
        image[y][x] = (unsigned char)escape_time((x - 400) / 200.0, (y - 300) / 200.0);
}

static int painter(void *arg)
{
    (void)arg;
    for (;;) {
        mtx_lock(&line_lock); // expect: CA301
        if (next_line == H) {
            mtx_unlock(&line_lock);
            return 0;
        }
        render_line(next_line++);
        mtx_unlock(&line_lock);
    }
}

int main(void)
{
    thrd_t t[4];
    mtx_init(&line_lock, mtx_plain);
    for (int i = 0; i < 4; i++)
        thrd_create(&t[i], painter, NULL);
    for (int i = 0; i < 4; i++)
        thrd_join(t[i], NULL);
    return 0;
}
