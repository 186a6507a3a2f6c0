/*
 * What every room may use: arenas, buffers, typed vectors, interned strings, maps, errors,
 * assertions.
 *
 * Ownership law of the whole program: whoever has the arena owns what was allocated in it; a
 * pointer that a function returns lives as long as the arena that was passed as its first argument.
 * Handles (FILE, fds, CXString, json_t, statements) are closed by the cleanup attribute where they
 * were opened. Running out of memory ends the process with a message and exit code 2: no caller
 * handles it.
 */
#ifndef BASE_BASE_H
#define BASE_BASE_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define MUST_USE __attribute__((warn_unused_result))
#define PRINTF_LIKE(fmt, args) __attribute__((format(printf, fmt, args)))
#define NORETURN __attribute__((noreturn))

/* ---- our own faults: kept in release builds; says how to report it, exits with 2 ---- */
NORETURN void bug_at(const char *file, int line, const char *what);
#define BUG(what) bug_at(__FILE__, __LINE__, what)
#define ASSERT(cond) ((cond) ? (void)0 : bug_at(__FILE__, __LINE__, #cond))
NORETURN void out_of_memory(void);

/* ---- arena: bump allocation, one lifetime ---- */
struct arena_chunk;
struct arena {
    struct arena_chunk *chunks; /* newest first; NULL when empty */
    size_t bytes;               /* sum of what was asked for, for --stats */
};
void arena_init(struct arena *a);
void arena_release(struct arena *a);
void *arena_alloc(struct arena *a, size_t size); /* zeroed, 16-byte aligned, never NULL */
/* Copies when it must; the tail is zeroed. */
void *arena_grow(struct arena *a, void *old, size_t old_size, size_t new_size);
char *arena_strdup(struct arena *a, const char *s);
char *arena_strndup(struct arena *a, const char *s, size_t n); /* copies exactly n bytes + NUL */
char *arena_printf(struct arena *a, const char *fmt, ...) PRINTF_LIKE(2, 3);
#define arena_new(a, T) ((T *)arena_alloc((a), sizeof(T)))
#define arena_array(a, T, n) ((T *)arena_alloc((a), arena_size((n), sizeof(T))))
size_t arena_size(size_t n, size_t each); /* n * each; overflow is out_of_memory() */

/* ---- buf: growable bytes on the heap, always NUL-terminated once written to ---- */
struct buf {
    char *s; /* NULL while empty */
    size_t n, cap;
};
void buf_release(struct buf *b);
void buf_reset(struct buf *b); /* n = 0, memory kept */
void buf_add(struct buf *b, const void *bytes, size_t n);
void buf_adds(struct buf *b, const char *s);
void buf_addc(struct buf *b, char c);
void buf_addf(struct buf *b, const char *fmt, ...) PRINTF_LIKE(2, 3);
void buf_addv(struct buf *b, const char *fmt, va_list ap) PRINTF_LIKE(2, 0);
const char *buf_str(const struct buf *b); /* "" while empty */
#define BUF_CLEANUP __attribute__((cleanup(buf_release)))

/* ---- err: a message that is complete when printed after "concadvise: " ---- */
struct err {
    struct buf text; /* empty = no error */
};
void err_release(struct err *e);
/* Sets the message (untouched on success paths); always returns false: `return err_set(...)`. */
bool err_set(struct err *e, const char *fmt, ...) PRINTF_LIKE(2, 3);
bool err_prefix(struct err *e, const char *fmt, ...) PRINTF_LIKE(2, 3); /* "prefix: old text" */
#define ERR_CLEANUP __attribute__((cleanup(err_release)))

/* ---- vectors in an arena: VEC(int) v = {0}; vec_push(a, &v, 3); v.v[0]; v.n ---- */
#define VEC(T)                                                                                     \
    struct {                                                                                       \
        T *v;                                                                                      \
        uint32_t n, cap;                                                                           \
    }
#define vec_reserve(a, vec, want)                                                                  \
    ((void)((want) > (vec)->cap                                                                    \
                ? ((vec)->v = vec_grow_((a), (vec)->v, (vec)->n, &(vec)->cap, (want),              \
                                        sizeof *(vec)->v))                                         \
                : (vec)->v))
#define vec_push(a, vec, item)                                                                     \
    (vec_reserve((a), (vec), (vec)->n + 1u), (vec)->v[(vec)->n++] = (item))
#define vec_last(vec) ((vec)->v[(vec)->n - 1])
void *vec_grow_(struct arena *a, void *old, uint32_t n, uint32_t *cap, uint32_t want, size_t each);

/* ---- strtab: strings to dense ids; id 0 is "" ---- */
struct strtab {
    struct arena *arena;
    VEC(const char *) strs;
    VEC(uint32_t) lens;
    uint32_t *slots; /* open addressing, 0 = free, else id + 1 */
    uint32_t n_slots;
};
void strtab_init(struct strtab *t, struct arena *a);
uint32_t strtab_add(struct strtab *t, const char *s, size_t n);  /* id, added when new */
uint32_t strtab_find(const struct strtab *t, const char *s, size_t n); /* id, or UINT32_MAX */
const char *strtab_get(const struct strtab *t, uint32_t id);

/* ---- map: uint64 keys to uint32 values, in an arena; no deletion, no iteration ---- */
struct map {
    struct arena *arena;
    uint64_t *keys;
    uint32_t *vals; /* value + 1; 0 = free */
    uint32_t n, n_slots;
};
void map_init(struct map *m, struct arena *a);
bool map_get(const struct map *m, uint64_t key, uint32_t *value);
/* Puts (value < UINT32_MAX) when the key is new and returns true; else leaves it and returns
 * false. */
bool map_put_new(struct map *m, uint64_t key, uint32_t value);
void map_set(struct map *m, uint64_t key, uint32_t value);

/* ---- hashes (xxHash's XXH3, from libxxhash) ---- */
struct hash128 {
    uint64_t lo, hi;
};
struct hash128 hash_bytes(const void *p, size_t n);
uint64_t hash64(const void *p, size_t n);
uint64_t hash_mix(uint64_t a, uint64_t b);

#endif
