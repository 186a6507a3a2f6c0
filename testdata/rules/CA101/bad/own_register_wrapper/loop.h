#ifndef LOOP_H
#define LOOP_H
typedef void (*watch_fn)(int fd, void *arg);
int loop_watch(int fd, watch_fn fn, void *arg);
void loop_run(void);
#endif
