// why: the object's mutex is destroyed before it is released
#include <pthread.h>
#include <stdlib.h>

struct session {
    pthread_mutex_t lock;
    int refs;
};

void session_put(struct session *s)
{
    pthread_mutex_lock(&s->lock);
    if (--s->refs > 0) {
        pthread_mutex_unlock(&s->lock);
        return;
    }
    pthread_mutex_destroy(&s->lock); // expect: CA206
    free(s);
}
