// why: the declaration names the lock in the same record; the statistics line reads the field without
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

#if defined(__clang__) && !defined(SWIG)
#define THREAD_ANNOTATION_ATTRIBUTE__(x) __attribute__((x))
#else
#define THREAD_ANNOTATION_ATTRIBUTE__(x)
#endif
#define CAPABILITY(x) THREAD_ANNOTATION_ATTRIBUTE__(capability(x))
#define GUARDED_BY(x) THREAD_ANNOTATION_ATTRIBUTE__(guarded_by(x))
#define REQUIRES(...) THREAD_ANNOTATION_ATTRIBUTE__(requires_capability(__VA_ARGS__))

typedef struct CAPABILITY("mutex") mutex {
    pthread_mutex_t native;
} mutex;

struct session {
    struct session *next;
    mutex lock;
    int id;
    long sent GUARDED_BY(lock);
};

static struct session *sessions;
static int stop;

static void count(struct session *s, long n) REQUIRES(s->lock);
static void count(struct session *session, long n)
{
    session->sent += n;
}

static void *serve(void *arg)
{
    struct session *s = arg;

    for (int i = 0; i < 2000; i++) {
        pthread_mutex_lock(&s->lock.native);
        count(s, i);
        pthread_mutex_unlock(&s->lock.native);
    }
    return NULL;
}

static long total(void)
{
    long sum = 0;

    for (struct session *s = sessions; s; s = s->next)
        sum += s->sent; // expect: CA201
    return sum;
}

static void *report(void *arg)
{
    for (int i = 0; i < 50; i++)
        fprintf(stderr, "%ld bytes\n", total());
    return arg;
}

int main(void)
{
    pthread_t t[3], reporter;

    for (int i = 0; i < 3; i++) {
        struct session *s = calloc(1, sizeof *s);
        if (!s)
            return 1;
        pthread_mutex_init(&s->lock.native, NULL);
        s->id = i;
        s->next = sessions;
        sessions = s;
    }
    pthread_create(&reporter, NULL, report, NULL);
    struct session *s = sessions;
    for (int i = 0; i < 3; i++, s = s->next)
        pthread_create(&t[i], NULL, serve, s);
    for (int i = 0; i < 3; i++)
        pthread_join(t[i], NULL);
    pthread_join(reporter, NULL);
    return stop;
}
