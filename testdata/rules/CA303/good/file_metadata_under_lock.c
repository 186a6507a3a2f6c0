// why: looking at a file's state takes microseconds and is no reason to give up the lock
#include <pthread.h>
#include <sys/stat.h>
#include <unistd.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static long size;

static void *look(void *arg)
{
    struct stat st;

    pthread_mutex_lock(&lock);
    if (stat(arg, &st) == 0)
        size = st.st_size;
    if (size > 1000000)
        unlink(arg);
    pthread_mutex_unlock(&lock);
    return NULL;
}

int main(void)
{
    pthread_t t[2];

    for (int i = 0; i < 2; i++)
        pthread_create(&t[i], NULL, look, "/var/log/app.log");
    for (int i = 0; i < 2; i++)
        pthread_join(t[i], NULL);
    return 0;
}
