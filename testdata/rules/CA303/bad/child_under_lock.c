// why: a mail program is started and waited for with the users' lock held
#include <pthread.h>
#include <stdlib.h>

struct user {
    pthread_mutex_t lock;
    int warned, bytes;
};
static struct user users[4];

static void *watcher(void *arg)
{
    struct user *u = arg;

    for (;;) {
        pthread_mutex_lock(&u->lock);
        if (u->bytes > 1000 && !u->warned) {
            u->warned = 1;
            system("mail -s quota root < /etc/motd"); // expect: CA303
        }
        pthread_mutex_unlock(&u->lock);
    }
    return NULL;
}

static void *traffic(void *arg)
{
    struct user *u = arg;

    for (;;) {
        pthread_mutex_lock(&u->lock);
        u->bytes++;
        pthread_mutex_unlock(&u->lock);
    }
    return NULL;
}

int main(void)
{
    pthread_t t, v;

    pthread_mutex_init(&users[0].lock, NULL);
    pthread_create(&t, NULL, watcher, &users[0]);
    pthread_create(&v, NULL, traffic, &users[0]);
    pthread_join(t, NULL);
    return pthread_join(v, NULL);
}
