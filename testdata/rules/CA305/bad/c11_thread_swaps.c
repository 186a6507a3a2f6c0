// why: a C11 thread that swaps two fields
#include <threads.h>

struct pair {
    long left, right;
};

static int swap(void *arg)
{
    struct pair *p = arg;
    long t = p->left;
    p->left = p->right;
    p->right = t;
    return 0;
}

int main(void)
{
    struct pair p = {1, 2};
    thrd_t t;
    if (thrd_create(&t, swap, &p) != thrd_success) // expect: CA305
        return 1;
    thrd_join(t, NULL);
    return (int)p.left;
}
