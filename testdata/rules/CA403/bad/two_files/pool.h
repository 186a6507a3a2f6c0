#ifndef POOL_H
#define POOL_H
void pool_start(int n);
#endif
