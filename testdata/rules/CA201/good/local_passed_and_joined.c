// why: the local's address goes to the thread, and main touches it again after the join only
#include <pthread.h>

struct task {
    int input, output;
};

static void *square(void *arg)
{
    struct task *t = arg;

    t->output = t->input * t->input;
    return NULL;
}

int main(void)
{
    struct task task = { .input = 9 };
    pthread_t t;

    pthread_create(&t, NULL, square, &task);
    pthread_join(t, NULL);
    return task.output != 81;
}
