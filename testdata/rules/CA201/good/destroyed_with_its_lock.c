// why: the function that destroys a session's lock is its last user; it need not take it
#include <pthread.h>
#include <stdlib.h>

struct session {
    pthread_mutex_t lock;
    char *name;
    int references, requests;
    struct session *next;
};

static pthread_mutex_t all_lock = PTHREAD_MUTEX_INITIALIZER;
static struct session *all;
static long closed;

static struct session *session_new(void)
{
    struct session *s = calloc(1, sizeof(*s));

    if (!s)
        abort();
    pthread_mutex_init(&s->lock, NULL);
    s->references = 1;
    return s;
}

static void session_use(struct session *s)
{
    pthread_mutex_lock(&s->lock);
    s->requests++;
    s->references++;
    pthread_mutex_unlock(&s->lock);
}

static int session_drop(struct session *s)
{
    pthread_mutex_lock(&s->lock);
    int left = --s->references;
    s->requests += left > 0;
    pthread_mutex_unlock(&s->lock);
    return left;
}

static void session_destroy(struct session *s)
{
    int had = s->requests + s->references;

    pthread_mutex_destroy(&s->lock);
    __atomic_fetch_add(&closed, had, __ATOMIC_RELAXED);
    free(s);
}

static void *worker(void *arg)
{
    for (int i = 0; i < 200; i++) {
        pthread_mutex_lock(&all_lock);
        struct session *s = all;
        if (s)
            session_use(s);
        pthread_mutex_unlock(&all_lock);
        if (s && session_drop(s) == 0)
            session_destroy(s);
    }
    return arg;
}

static void replace(struct session *fresh)
{
    pthread_mutex_lock(&all_lock);
    struct session *old = all;
    all = fresh;
    pthread_mutex_unlock(&all_lock);
    if (old && session_drop(old) == 0)
        session_destroy(old);
}

int main(void)
{
    pthread_t a, b;

    replace(session_new());
    pthread_create(&a, NULL, worker, NULL);
    pthread_create(&b, NULL, worker, NULL);
    for (int i = 0; i < 50; i++)
        replace(session_new());
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    replace(NULL);
    return 0;
}
