// why: parent and child count in one shared mapping by an atomic addition
#include <stdatomic.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#define ROUNDS 10000

struct stats {
    atomic_long requests;
};

static struct stats *stats;

static void serve(void)
{
    for (int i = 0; i < ROUNDS; i++)
        atomic_fetch_add(&stats->requests, 1);
}

int main(void)
{
    pid_t child;

    stats = mmap(NULL, sizeof(*stats), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (stats == MAP_FAILED)
        return 2;
    child = fork();
    serve();
    if (child == 0)
        _exit(0);
    waitpid(child, NULL, 0);
    return stats->requests != 2L * ROUNDS;
}
