#ifndef NET_H
#define NET_H
int net_nonblock(int fd);
int net_socket(void);
#endif
