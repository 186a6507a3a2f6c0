// why: the mutex in the shared mapping is one for processes, and both hold it while they count
#include <pthread.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

struct stats {
    pthread_mutex_t lock;
    long requests;
};

static void serve(struct stats *stats)
{
    for (int i = 0; i < 10000; i++) {
        pthread_mutex_lock(&stats->lock);
        stats->requests++;
        pthread_mutex_unlock(&stats->lock);
    }
}

int main(void)
{
    struct stats *stats = mmap(NULL, sizeof(*stats), PROT_READ | PROT_WRITE,
                               MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    pthread_mutexattr_t attr;
    pid_t child;

    if (stats == MAP_FAILED)
        return 2;
    pthread_mutexattr_init(&attr);
    pthread_mutexattr_setpshared(&attr, PTHREAD_PROCESS_SHARED);
    pthread_mutex_init(&stats->lock, &attr);
    child = fork();
    serve(stats);
    if (child == 0)
        _exit(0);
    waitpid(child, NULL, 0);
    return stats->requests != 20000;
}
