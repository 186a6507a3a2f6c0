// why: pushing and ageing happen under the list's lock; new nodes are private until pushed
#include <pthread.h>
#include <stdlib.h>

struct session {
    struct session *next;
    int id;
    long idle;
};

static struct {
    pthread_mutex_t lock;
    struct session *head;
} sessions = { .lock = PTHREAD_MUTEX_INITIALIZER };

static void *accept_all(void *arg)
{
    for (int i = 0; i < 200; i++) {
        struct session *s = malloc(sizeof(*s));

        if (!s)
            break;
        s->id = i;
        s->idle = 0;
        pthread_mutex_lock(&sessions.lock);
        s->next = sessions.head;
        sessions.head = s;
        pthread_mutex_unlock(&sessions.lock);
    }
    return arg;
}

static void *age(void *arg)
{
    for (int i = 0; i < 20; i++) {
        pthread_mutex_lock(&sessions.lock);
        for (struct session *s = sessions.head; s; s = s->next)
            s->idle++;
        pthread_mutex_unlock(&sessions.lock);
    }
    return arg;
}

int main(void)
{
    pthread_t a, b;

    pthread_create(&a, NULL, accept_all, NULL);
    pthread_create(&b, NULL, age, NULL);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    return 0;
}
