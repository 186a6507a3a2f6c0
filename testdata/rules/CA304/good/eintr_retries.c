// why: retries of interrupted waits
#include <errno.h>
#include <semaphore.h>
#include <sys/wait.h>
#include <time.h>

int wait_for(pid_t pid, sem_t *s)
{
    struct timespec t = {0, 50000000};
    int status;
    while (nanosleep(&t, &t) < 0 && errno == EINTR)
        ;
    while (sem_wait(s) < 0 && errno == EINTR)
        ;
    while (waitpid(pid, &status, 0) < 0)
        if (errno != EINTR)
            return -1;
    return status;
}
