// why: a look-up returns the object locked, or NULL when there is none; the caller releases it
#include <pthread.h>
#include <stddef.h>

struct user {
    pthread_mutex_t lock;
    int id, logins;
};
static struct user users[100];

static struct user *user_find_locked(int id)
{
    for (int i = 0; i < 100; i++) {
        struct user *u = &users[i];
        pthread_mutex_lock(&u->lock);
        if (u->id == id)
            return u;
        pthread_mutex_unlock(&u->lock);
    }
    return NULL;
}

void user_login(int id)
{
    struct user *u = user_find_locked(id);
    if (!u)
        return;
    u->logins++;
    pthread_mutex_unlock(&u->lock);
}
