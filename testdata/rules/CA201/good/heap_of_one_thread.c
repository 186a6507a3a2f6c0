// why: what a thread allocates, uses and frees itself is nobody else's
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

struct parser {
    char text[32];
    int position;
};

static void advance(struct parser *p)
{
    while (p->text[p->position] == ' ')
        p->position++;
}

static void *parse(void *arg)
{
    struct parser *p = calloc(1, sizeof(*p));

    if (!p)
        return NULL;
    memcpy(p->text, "   key", 7);
    advance(p);
    p->position++;
    free(p);
    return arg;
}

int main(void)
{
    pthread_t a, b;

    pthread_create(&a, NULL, parse, NULL);
    pthread_create(&b, NULL, parse, NULL);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    return 0;
}
