#ifndef SERVER_H
#define SERVER_H
void session(int fd);
void run(int listener);
#endif
