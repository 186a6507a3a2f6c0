// why: two programs use one library; only one of them runs it in a thread
#include "feed.h"

#include <stddef.h>

static feed_hook feed_do;
static void *feed_data;

void feed_set_hook(feed_hook hook, void *data)
{
    feed_do = hook;
    feed_data = data;
}

void feed_step(int value)
{
    if (feed_do != NULL)
        feed_do(feed_data, value);
}

void *feed_thread(void *unused)
{
    for (int i = 0; i < 100; i++)
        feed_step(i);
    return unused;
}
