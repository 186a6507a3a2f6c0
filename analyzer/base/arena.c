/*
 * Bump allocation. Chunks grow with the arena, so that a small one costs little and a large one
 * makes few calls to malloc; what does not fit in a fresh chunk gets a chunk of its own, behind the
 * newest, so that the room left in the newest is not lost. Built with sanitizers, every allocation
 * is a malloc of its own, so that one byte too far is seen.
 */
#include "base/base.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define ALIGN 16u
#define CHUNK_MIN ((size_t)16 * 1024)
#define CHUNK_MAX ((size_t)1024 * 1024)

struct arena_chunk {
    struct arena_chunk *next;
    size_t used, cap;
    _Alignas(ALIGN) char data[];
};

void arena_init(struct arena *a)
{
    *a = (struct arena){0};
}

/* Questions that need a little scratch are asked millions of times: one small chunk is kept for
 * the next, with what was used of it zeroed again. */
#ifndef CONCADVISE_SANITIZED
static _Thread_local struct arena_chunk *spare;

static bool keep_spare(struct arena_chunk *c)
{
    if (spare || c->cap != CHUNK_MIN)
        return false;
    memset(c->data, 0, c->used);
    c->used = 0;
    c->next = NULL;
    spare = c;
    return true;
}
#else
static bool keep_spare(struct arena_chunk *c)
{
    (void)c;
    return false;
}
#endif

void arena_release(struct arena *a)
{
    struct arena_chunk *next;

    for (struct arena_chunk *c = a->chunks; c; c = next) {
        next = c->next;
        if (!keep_spare(c))
            free(c);
    }
    arena_init(a);
}

static struct arena_chunk *chunk_new(size_t cap)
{
    struct arena_chunk *c;

    if (cap > SIZE_MAX - sizeof *c)
        out_of_memory();
    c = calloc(1, sizeof *c + cap); /* fresh pages come zeroed: cheaper than a memset each time */
    if (!c)
        out_of_memory();
    c->cap = cap;
    return c;
}

#ifndef CONCADVISE_SANITIZED
static size_t round_up(size_t size)
{
    if (size > SIZE_MAX - ALIGN)
        out_of_memory();
    return (size + ALIGN - 1) & ~(size_t)(ALIGN - 1);
}

/* Gives a chunk with at least `size` bytes free. */
static struct arena_chunk *chunk_for(struct arena *a, size_t size)
{
    struct arena_chunk *c = a->chunks;
    struct arena_chunk *fresh;
    size_t cap;

    if (c && c->cap - c->used >= size)
        return c;
    cap = c ? c->cap * 2 : CHUNK_MIN;
    cap = cap < CHUNK_MIN ? CHUNK_MIN : cap > CHUNK_MAX ? CHUNK_MAX : cap;
    if (c && size > cap / 4) { /* a large one: behind the newest */
        fresh = chunk_new(size);
        fresh->next = c->next;
        c->next = fresh;
        return fresh;
    }
    if (cap == CHUNK_MIN && size <= cap && spare) {
        fresh = spare;
        spare = NULL;
    } else {
        fresh = chunk_new(size > cap ? size : cap);
    }
    fresh->next = c;
    a->chunks = fresh;
    return fresh;
}

void *arena_alloc(struct arena *a, size_t size)
{
    size_t room = round_up(size ? size : 1);
    struct arena_chunk *c = chunk_for(a, room);
    void *p = c->data + c->used;

    ASSERT(c->cap - c->used >= room);
    c->used += room;
    a->bytes += size;
    return p;
}

/* The newest allocation of the newest chunk can be made longer where it is. */
static bool grow_in_place(struct arena *a, const char *old, size_t old_size, size_t new_size)
{
    struct arena_chunk *c = a->chunks;
    size_t old_room = round_up(old_size ? old_size : 1);
    size_t new_room = round_up(new_size ? new_size : 1);

    if (!c || c->used < old_room || old != c->data + c->used - old_room)
        return false;
    if (c->cap - c->used < new_room - old_room)
        return false;
    c->used += new_room - old_room;
    return true;
}
#else
void *arena_alloc(struct arena *a, size_t size)
{
    struct arena_chunk *c = chunk_new(size);

    c->next = a->chunks;
    c->used = size;
    a->chunks = c;
    a->bytes += size;
    return c->data;
}

static bool grow_in_place(struct arena *a, const char *old, size_t old_size, size_t new_size)
{
    (void)a, (void)old, (void)old_size, (void)new_size;
    return false;
}
#endif

void *arena_grow(struct arena *a, void *old, size_t old_size, size_t new_size)
{
    void *p;

    ASSERT(old || old_size == 0);
    ASSERT(new_size >= old_size);
    if (old && grow_in_place(a, old, old_size, new_size)) {
        a->bytes += new_size - old_size;
        return old;
    }
    p = arena_alloc(a, new_size);
    if (old_size)
        memcpy(p, old, old_size);
    return p;
}

char *arena_strndup(struct arena *a, const char *s, size_t n)
{
    char *p;

    if (n == SIZE_MAX)
        out_of_memory();
    p = arena_alloc(a, n + 1);
    if (n)
        memcpy(p, s, n);
    return p;
}

char *arena_strdup(struct arena *a, const char *s)
{
    return arena_strndup(a, s, strlen(s));
}

char *arena_printf(struct arena *a, const char *fmt, ...)
{
    va_list ap;
    va_list again;
    char *p;
    int n;

    va_start(ap, fmt);
    va_copy(again, ap);
    n = vsnprintf(NULL, 0, fmt, ap);
    ASSERT(n >= 0);
    p = arena_alloc(a, (size_t)n + 1);
    n = vsnprintf(p, (size_t)n + 1, fmt, again);
    ASSERT(n >= 0);
    va_end(again);
    va_end(ap);
    return p;
}

size_t arena_size(size_t n, size_t each)
{
    size_t total;

    if (__builtin_mul_overflow(n, each, &total))
        out_of_memory();
    return total;
}

void *vec_grow_(struct arena *a, void *old, uint32_t n, uint32_t *cap, uint32_t want, size_t each)
{
    uint32_t room = *cap < 4 ? 4 : *cap;
    void *v;

    ASSERT(n <= *cap);
    if (want == 0) /* n + 1 wrapped: four billion items */
        out_of_memory();
    while (room < want)
        room = room > UINT32_MAX / 2 ? UINT32_MAX : room * 2;
    v = arena_grow(a, old, arena_size(n, each), arena_size(room, each));
    *cap = room;
    return v;
}
