// program: loop-executor
#include <pthread.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <netinet/in.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

struct job {
    struct job *next;
    unsigned long in, out;
};
static struct job *head;

static void crunch(struct job *j)
{
    for (unsigned long i = 0; i < 10000000; i++)
        j->out = j->out * 31 + (j->in ^ i);
}
static int wake;

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t more = PTHREAD_COND_INITIALIZER;

static void *worker(void *unused)
{
    (void)unused;
    for (;;) {
        pthread_mutex_lock(&lock);
        while (!head)
            pthread_cond_wait(&more, &lock);
        struct job *j = head;
        head = j->next;
        pthread_mutex_unlock(&lock);
        crunch(j);
        uint64_t one = 1;
        (void)!write(wake, &one, sizeof one);
    }
    return NULL;
}

static void submit(struct job *j)
{
    pthread_mutex_lock(&lock);
    j->next = head;
    head = j;
    pthread_cond_signal(&more);
    pthread_mutex_unlock(&lock);
}

static void start_workers(int n)
{
    for (int i = 0; i < n; i++) {
        pthread_t t;
        if (pthread_create(&t, NULL, worker, NULL) == 0) // unit: thread-pool
            pthread_detach(t);
    }
}

static int listen_on(unsigned short port)
{
    struct sockaddr_in at = {.sin_family = AF_INET, .sin_port = htons(port)};
    int fd = socket(AF_INET, SOCK_STREAM, 0);
    if (fd < 0 || bind(fd, (struct sockaddr *)&at, sizeof at) != 0 || listen(fd, 128) != 0)
        exit(1);
    return fd;
}


struct handler {
    int fd;
    void (*run)(struct handler *h);
};

static void on_client(struct handler *h)
{
    char line[512];
    ssize_t n = recv(h->fd, line, sizeof line, MSG_DONTWAIT);
    if (n > 0)
        (void)send(h->fd, line, (size_t)n, MSG_DONTWAIT);
    else
        close(h->fd);
}

static int ep;

static void watch(int fd, void (*run)(struct handler *h))
{
    struct handler *h = malloc(sizeof *h);
    struct epoll_event e = {.events = EPOLLIN, .data.ptr = h};
    *h = (struct handler){fd, run};
    epoll_ctl(ep, EPOLL_CTL_ADD, fd, &e);
}

static void on_accept(struct handler *h)
{
    int fd = accept4(h->fd, NULL, NULL, SOCK_NONBLOCK);
    if (fd >= 0)
        watch(fd, on_client);
}

static void run_loop(void)
{
    struct epoll_event ready[64];
    for (;;) {
        int n = epoll_wait(ep, ready, 64, -1); // unit: event-loop
        for (int i = 0; i < n; i++) {
            struct handler *h = ready[i].data.ptr;
            h->run(h);
        }
    }
}

static void on_wake(struct handler *h)
{
    uint64_t n;
    (void)!read(h->fd, &n, sizeof n);
    submit(calloc(1, sizeof(struct job)));
}

int main(void)
{
    wake = eventfd(0, EFD_NONBLOCK);
    ep = epoll_create1(0);
    start_workers(4);
    watch(listen_on(7000), on_accept);
    watch(wake, on_wake);
    run_loop();
}
