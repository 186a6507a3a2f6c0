#ifndef POOL_H
#define POOL_H
void pool_run(int n);
void work_all(int from);
extern int n_errors;
#endif
