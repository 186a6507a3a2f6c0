#ifndef THREAD_H
#define THREAD_H
typedef void (*thread_body)(void *arg);
int thread_start(thread_body body, void *arg);
#endif
