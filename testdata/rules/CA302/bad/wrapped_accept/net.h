#ifndef NET_H
#define NET_H
int net_accept(int listener);
#endif
