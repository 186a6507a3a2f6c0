#ifndef APP_H
#define APP_H
#include <uv.h>
extern uv_timer_t retry;
void retry_soon(int ms);
void workers_start(void);
#endif
