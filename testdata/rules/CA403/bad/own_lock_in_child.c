// why: the child takes the lock of the registry, which workers hold now and then
#include <pthread.h>
#include <stddef.h>
#include <sys/types.h>
#include <unistd.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static int descriptors[8], n_descriptors;

static void *worker(void *arg)
{
    for (;;) {
        pthread_mutex_lock(&lock);
        n_descriptors = 0;
        pthread_mutex_unlock(&lock);
    }
    return arg;
}

static pid_t run_helper(const char *path)
{
    pid_t pid = fork();

    if (pid != 0)
        return pid;
    pthread_mutex_lock(&lock); // expect: CA403
    for (int i = 0; i < n_descriptors; i++)
        close(descriptors[i]);
    pthread_mutex_unlock(&lock);
    execl(path, path, (char *)NULL);
    _exit(127);
}

int main(int argc, char **argv)
{
    pthread_t thread;

    pthread_create(&thread, NULL, worker, NULL);
    if (argc > 1)
        run_helper(argv[1]);
    for (;;)
        pause();
}
