/*
 * C11 threads on top of POSIX threads: ThreadSanitizer knows only the latter. What the cases use of
 * them, with the meaning of the standard.
 */
#ifndef SHIM_THREADS_H
#define SHIM_THREADS_H

#include <pthread.h>
#include <stdlib.h>

#define thread_local _Thread_local
#define ONCE_FLAG_INIT PTHREAD_ONCE_INIT

enum { thrd_success, thrd_error, thrd_busy };
enum { mtx_plain, mtx_recursive };
typedef int (*thrd_start_t)(void *);
typedef pthread_t thrd_t;
typedef pthread_mutex_t mtx_t;
typedef pthread_cond_t cnd_t;
typedef pthread_once_t once_flag;

struct shim_start {
    thrd_start_t run;
    void *arg;
};

static inline void *shim_entry(void *arg)
{
    struct shim_start start = *(struct shim_start *)arg;

    free(arg);
    return (void *)(long)start.run(start.arg);
}

static inline int thrd_create(thrd_t *thread, thrd_start_t run, void *arg)
{
    struct shim_start *start = malloc(sizeof(*start));

    if (!start)
        return thrd_error;
    *start = (struct shim_start){ run, arg };
    return pthread_create(thread, NULL, shim_entry, start) ? thrd_error : thrd_success;
}

static inline int thrd_join(thrd_t thread, int *result)
{
    void *value = NULL;
    int failed = pthread_join(thread, &value);

    if (result)
        *result = (int)(long)value;
    return failed ? thrd_error : thrd_success;
}

static inline int mtx_init(mtx_t *m, int type)
{
    pthread_mutexattr_t attr;

    pthread_mutexattr_init(&attr);
    if (type == mtx_recursive)
        pthread_mutexattr_settype(&attr, PTHREAD_MUTEX_RECURSIVE);
    return pthread_mutex_init(m, &attr);
}

#define mtx_lock pthread_mutex_lock
#define mtx_unlock pthread_mutex_unlock
#define mtx_destroy pthread_mutex_destroy
#define cnd_init(c) pthread_cond_init(c, NULL)
#define cnd_wait pthread_cond_wait
#define cnd_signal pthread_cond_signal
#define call_once pthread_once

#endif
