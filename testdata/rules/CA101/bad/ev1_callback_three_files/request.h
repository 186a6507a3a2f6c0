#ifndef REQUEST_H
#define REQUEST_H
void request_finish(int fd);
#endif
