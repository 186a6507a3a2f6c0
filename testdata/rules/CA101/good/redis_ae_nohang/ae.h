#ifndef AE_H
#define AE_H
struct ae_loop;
typedef int ae_time_proc(struct ae_loop *loop, void *data);
struct ae_loop {
    int stop, epfd;
    ae_time_proc *cron;
    void *cron_data;
};
void ae_main(struct ae_loop *loop);
#endif
