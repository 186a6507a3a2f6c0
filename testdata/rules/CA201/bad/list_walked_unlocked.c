// why: sessions are linked in under the lock, and the list is walked without it
#include <pthread.h>
#include <stdlib.h>

struct session {
    struct session *next;
    int id;
};

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static struct session console;

static void *accept_all(void *arg)
{
    for (int i = 0; i < 200; i++) {
        struct session *s = malloc(sizeof(*s));

        if (!s)
            break;
        s->id = i;
        pthread_mutex_lock(&lock);
        s->next = console.next;
        console.next = s;
        pthread_mutex_unlock(&lock);
    }
    return arg;
}

static void *list_all(void *arg)
{
    int n = 0;

    for (struct session *s = &console; s && n < 10; n++)
        s = s->next; // expect: CA201
    return n ? arg : NULL;
}

int main(void)
{
    pthread_t a, b;

    pthread_create(&a, NULL, accept_all, NULL);
    pthread_create(&b, NULL, list_all, NULL);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    return 0;
}
