// why: the result in main's local is read before the thread that writes it has been joined
#include <pthread.h>
#include <stdio.h>

struct task {
    int input, output;
};

static void *square(void *arg)
{
    struct task *t = arg;

    t->output = t->input * t->input; // expect: CA201
    return NULL;
}

int main(void)
{
    struct task task = { .input = 9 };
    pthread_t t;

    pthread_create(&t, NULL, square, &task);
    printf("%d\n", task.output);
    pthread_join(t, NULL);
    return 0;
}
