#ifndef POOL_H
#define POOL_H
typedef void (*job_fn)(void *arg);
int pool_start(int n);
int pool_submit(job_fn fn, void *arg);
#endif
