#ifndef LOG_H
#define LOG_H
void log_open(int fd);
void log_sync(void);
#endif
