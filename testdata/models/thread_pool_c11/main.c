// program: thread-pool
#include <threads.h>
#include <stdlib.h>

struct job {
    struct job *next;
    unsigned long in, out;
};
static struct job *head;

static void crunch(struct job *j)
{
    for (unsigned long i = 0; i < 10000000; i++)
        j->out = j->out * 31 + (j->in ^ i);
}

static mtx_t lock;
static cnd_t more;

static int worker(void *unused)
{
    (void)unused;
    for (;;) {
        mtx_lock(&lock);
        while (!head)
            cnd_wait(&more, &lock);
        struct job *j = head;
        head = j->next;
        mtx_unlock(&lock);
        crunch(j);
    }
    return 0;
}

int main(void)
{
    thrd_t t[4];
    mtx_init(&lock, mtx_plain);
    cnd_init(&more);
    for (int i = 0; i < 4; i++)
        thrd_create(&t[i], worker, NULL); // unit: thread-pool
    for (int i = 0; i < 100; i++) {
        struct job *j = calloc(1, sizeof *j);
        mtx_lock(&lock);
        j->next = head;
        head = j;
        cnd_signal(&more);
        mtx_unlock(&lock);
    }
    thrd_join(t[0], NULL);
    return 0;
}
