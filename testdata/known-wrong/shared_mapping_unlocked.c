// why: parent and child count in one shared mapping, each by a plain addition
// truth: exit: ThreadSanitizer sees one process only
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#define ROUNDS 20000000

struct stats {
    long requests;
};

static struct stats *stats;

static void serve(void)
{
    for (int i = 0; i < ROUNDS; i++)
        stats->requests++; // wrong: missed CA201
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
