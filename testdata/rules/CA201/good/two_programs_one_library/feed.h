#ifndef FEED_H
#define FEED_H

typedef void (*feed_hook)(void *data, int value);

void feed_set_hook(feed_hook hook, void *data);
void feed_step(int value);
void *feed_thread(void *unused);

#endif
