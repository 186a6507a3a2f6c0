// why: the permission check in the thread asks the key that only the acceptor has set
#include <pthread.h>
#include <stddef.h>
#include <string.h>
#include <unistd.h>

struct session {
    const char *user;
};

static pthread_key_t session_key;

static int may_write(void)
{
    const struct session *s = pthread_getspecific(session_key); // expect: CA203

    return s && strcmp(s->user, "root") == 0;
}

static void *save(void *arg)
{
    if (may_write())
        unlink(arg);
    return NULL;
}

static void handle(struct session *s, char *path)
{
    pthread_t thread;

    pthread_setspecific(session_key, s);
    if (pthread_create(&thread, NULL, save, path) == 0)
        pthread_join(thread, NULL);
}

int main(void)
{
    struct session s = {"guest"};

    pthread_key_create(&session_key, NULL);
    handle(&s, "/tmp/x");
    return 0;
}
