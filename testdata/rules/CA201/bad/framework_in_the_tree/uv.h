#ifndef UV_H
#define UV_H

typedef struct uv_loop_s uv_loop_t;
typedef struct uv_timer_s uv_timer_t;
typedef void (*uv_timer_cb)(uv_timer_t *timer);

struct uv_timer_s {
    void *data;
    uv_loop_t *loop;
    uv_timer_cb cb;
    uv_timer_t *next;
    unsigned turns;
};
struct uv_loop_s {
    uv_timer_t *timers;
    int is_stopped;
};

typedef enum { UV_RUN_DEFAULT, UV_RUN_ONCE, UV_RUN_NOWAIT } uv_run_mode;

uv_loop_t *uv_default_loop(void);
int uv_loop_init(uv_loop_t *loop);
int uv_run(uv_loop_t *loop, uv_run_mode mode);
int uv_timer_init(uv_loop_t *loop, uv_timer_t *timer);
int uv_timer_start(uv_timer_t *timer, uv_timer_cb cb, unsigned long after, unsigned long again);

#endif
