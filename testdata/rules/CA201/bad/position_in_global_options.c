// why: the line number goes from caller to callee through a global record that all workers share
#include <pthread.h>

static struct {
    int verbose;
    long line;
} options = { 1, 0 };

static long search_line(const char *text)
{
    return text[0] == 'x' ? options.line : 0;
}

static long search_stream(long lines)
{
    long last = 0;

    for (long i = 1; i <= lines; i++) {
        options.line = i; // expect: CA201
        last = search_line("x = 1");
    }
    return last;
}

static void *worker(void *arg)
{
    return search_stream(500) ? arg : NULL;
}

int main(void)
{
    pthread_t a, b;

    pthread_create(&a, NULL, worker, NULL);
    pthread_create(&b, NULL, worker, NULL);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    return options.verbose - 1;
}
