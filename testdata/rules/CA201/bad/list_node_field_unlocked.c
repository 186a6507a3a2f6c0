// why: the node is found under the lock, but its field is written after the lock was given back
#include <pthread.h>

struct session {
    struct session *next;
    int id;
    long idle;
};

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static struct session second = { .id = 2 };
static struct session first = { .next = &second, .id = 1 };
static struct session *sessions = &first;

static struct session *find(int id)
{
    struct session *s;

    pthread_mutex_lock(&lock);
    for (s = sessions; s && s->id != id; s = s->next)
        ;
    pthread_mutex_unlock(&lock);
    return s;
}

static void *touch(void *arg)
{
    for (int i = 0; i < 1000; i++) {
        struct session *s = find(2);

        if (s)
            s->idle = 0; // expect: CA201
    }
    return arg;
}

static void *age(void *arg)
{
    for (int i = 0; i < 1000; i++) {
        pthread_mutex_lock(&lock);
        for (struct session *s = sessions; s; s = s->next)
            s->idle++;
        pthread_mutex_unlock(&lock);
    }
    return arg;
}

int main(void)
{
    pthread_t a, b;

    pthread_create(&a, NULL, touch, NULL);
    pthread_create(&b, NULL, age, NULL);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    return 0;
}
