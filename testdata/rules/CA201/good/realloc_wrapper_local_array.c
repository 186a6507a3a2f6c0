// why: each call of find() grows an array of its own, by a wrapper of realloc that all threads use
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

#define CHECK_AND_RETURN(ptr)                                                                      \
    if ((ptr) == NULL) {                                                                           \
        abort();                                                                                   \
    }                                                                                              \
    return ptr;

struct match {
    size_t start, end;
};

static pthread_mutex_t print_lock = PTHREAD_MUTEX_INITIALIZER;

static void *check_realloc(void *ptr, size_t size)
{
    void *more = realloc(ptr, size);
    CHECK_AND_RETURN(more)
}

static void print_matches(const struct match *matches, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (matches[i].end - matches[i].start > 100)
            puts("long match");
}

static void find(size_t text)
{
    struct match *matches = NULL;
    size_t n = 0;

    for (size_t at = 0; at < text; at += 7) {
        matches = check_realloc(matches, (n + 1) * sizeof(*matches));
        matches[n].start = at;
        matches[n++].end = at + 3;
    }
    pthread_mutex_lock(&print_lock);
    print_matches(matches, n);
    pthread_mutex_unlock(&print_lock);
    free(matches);
}

static void *searcher(void *arg)
{
    for (size_t i = 0; i < 100; i++)
        find(i);
    return arg;
}

int main(void)
{
    pthread_t a, b;

    pthread_create(&a, NULL, searcher, NULL);
    pthread_create(&b, NULL, searcher, NULL);
    find(50);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    return 0;
}
