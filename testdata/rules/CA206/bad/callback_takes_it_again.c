// why: on a failed allocation the formatter counts under the lock that its caller's caller holds
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

typedef void add_line(void *to, const char *text);
struct text {
    char *s;
    size_t n;
};
static pthread_mutex_t stats_lock = PTHREAD_MUTEX_INITIALIZER;
static long hits, failures;

static int grow(struct text *t, size_t n)
{
    char *s = realloc(t->s, t->n + n);

    if (!s) {
        pthread_mutex_lock(&stats_lock);
        failures++;
        pthread_mutex_unlock(&stats_lock);
        return -1;
    }
    t->s = s;
    return 0;
}

static void add_text(void *to, const char *text)
{
    struct text *t = to;

    if (grow(t, 64) == 0)
        t->n += (size_t)snprintf(t->s + t->n, 64, "%s\n", text);
}

static void add_number(add_line *add, void *to, long n)
{
    char line[32];

    snprintf(line, sizeof line, "%ld", n);
    add(to, line);
}

static void show(add_line *add, void *to)
{
    pthread_mutex_lock(&stats_lock);
    add_number(add, to, hits); // expect: CA206
    pthread_mutex_unlock(&stats_lock);
}

int main(void)
{
    struct text t = {0};

    show(add_text, &t);
    return t.n > 0;
}
