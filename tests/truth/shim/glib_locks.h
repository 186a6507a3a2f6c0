/*
 * GLib's locks are its own futex code, which ThreadSanitizer does not see. These macros call the same
 * functions and announce what they order. Included before a case's own text (-include).
 */
#ifndef GLIB_LOCKS_H
#define GLIB_LOCKS_H

#include <glib.h>

void __tsan_acquire(void *address);
void __tsan_release(void *address);

static inline void seen_mutex_lock(GMutex *m)
{
    g_mutex_lock(m);
    __tsan_acquire(m);
}

static inline void seen_mutex_unlock(GMutex *m)
{
    __tsan_release(m);
    g_mutex_unlock(m);
}

static inline GMutexLocker *seen_locker_new(GMutex *m)
{
    seen_mutex_lock(m);
    return (GMutexLocker *)m;
}

static inline void seen_locker_free(GMutexLocker **m)
{
    if (*m)
        seen_mutex_unlock((GMutex *)*m);
}

static inline void seen_cond_wait(GCond *cond, GMutex *m)
{
    __tsan_release(m);
    g_cond_wait(cond, m);
    __tsan_acquire(m);
}

static inline void seen_queue_push(GAsyncQueue *queue, gpointer data)
{
    __tsan_release(queue);
    g_async_queue_push(queue, data);
}

static inline gpointer seen_queue_pop(GAsyncQueue *queue)
{
    gpointer data = g_async_queue_pop(queue);

    __tsan_acquire(queue);
    return data;
}

#define g_mutex_lock seen_mutex_lock
#define g_mutex_unlock seen_mutex_unlock
#define g_mutex_locker_new seen_locker_new
#define glib_autoptr_cleanup_GMutexLocker seen_locker_free
#define g_cond_wait seen_cond_wait
#define g_async_queue_push seen_queue_push
#define g_async_queue_pop seen_queue_pop

#endif
