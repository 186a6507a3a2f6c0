// why: each thread has an arena behind a thread-local pointer; that all of them hang in one list of
// resources as well makes none of them shared
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

struct arena {
    struct arena *next;
    char *ptr;
    size_t total;
    char data[256];
};

static struct arena *resources;
static pthread_mutex_t resources_lock = PTHREAD_MUTEX_INITIALIZER;
static _Thread_local struct arena *tmp_arena;

static struct arena *arena_new(void)
{
    struct arena *a = calloc(1, sizeof *a);

    if (a == NULL)
        exit(1);
    a->ptr = a->data;
    pthread_mutex_lock(&resources_lock);
    a->next = resources;
    resources = a;
    pthread_mutex_unlock(&resources_lock);
    return a;
}

static void arena_flush(struct arena *a)
{
    a->ptr = a->data;
    a->total = 0;
}

static void *arena_alloc(struct arena *a, size_t n)
{
    void *p = a->ptr;

    if (a->total + n > sizeof a->data)
        return NULL;
    a->ptr += n;
    a->total += n;
    return p;
}

static void fire_timers(void)
{
    (void)arena_alloc(tmp_arena, 16);
    arena_flush(tmp_arena);
}

static void *run_loop(void *arg)
{
    tmp_arena = arena_new();
    for (int i = 0; i < 100; i++)
        fire_timers();
    return arg;
}

int main(void)
{
    pthread_t t;

    tmp_arena = arena_new();
    if (pthread_create(&t, NULL, run_loop, NULL) != 0)
        return 1;
    for (int i = 0; i < 100; i++)
        fire_timers();
    pthread_join(t, NULL);
    puts(resources != NULL ? "done" : "none");
    return 0;
}
