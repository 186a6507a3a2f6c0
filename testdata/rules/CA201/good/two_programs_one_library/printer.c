#include "feed.h"

#include <stdio.h>

static long printed;

static void print(void *data, int value)
{
    (void)data;
    printed++; /* this program has no thread */
    printf("%d\n", value);
}

int main(void)
{
    feed_set_hook(print, NULL);
    for (int i = 0; i < 3; i++)
        feed_step(i);
    printf("%ld printed\n", printed);
    return 0;
}
