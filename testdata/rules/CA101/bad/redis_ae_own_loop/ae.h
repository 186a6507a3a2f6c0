#ifndef AE_H
#define AE_H
struct ae_loop;
typedef void ae_file_proc(struct ae_loop *loop, int fd, void *data, int mask);
typedef int ae_time_proc(struct ae_loop *loop, long long id, void *data);
struct ae_file {
    int mask;
    ae_file_proc *rproc, *wproc;
    void *data;
};
struct ae_loop {
    int stop, epfd;
    struct ae_file files[1024];
    ae_time_proc *cron;
    void *cron_data;
};
int ae_create_file_event(struct ae_loop *loop, int fd, int mask, ae_file_proc *proc, void *data);
void ae_create_time_event(struct ae_loop *loop, ae_time_proc *proc, void *data);
void ae_main(struct ae_loop *loop);
#endif
