// why: a thread makes a new RSA key with the certificates' lock held; each new connection needs that lock
#include <openssl/rsa.h>
#include <pthread.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

static pthread_rwlock_t certificates = PTHREAD_RWLOCK_INITIALIZER;
static RSA *key;
static unsigned long served;

static void *rotate(void *arg)
{
    BIGNUM *e = arg;

    for (;;) {
        sleep(86400);
        pthread_rwlock_wrlock(&certificates);
        RSA_free(key);
        key = RSA_new();
        RSA_generate_key_ex(key, 4096, e, NULL);
        pthread_rwlock_unlock(&certificates);
    }
    return NULL;
}

static void serve(int fd)
{
    int peer = accept4(fd, NULL, NULL, SOCK_NONBLOCK);

    if (peer < 0)
        return;
    pthread_rwlock_rdlock(&certificates); // expect: CA103
    served += key != NULL;
    pthread_rwlock_unlock(&certificates);
    close(peer);
}

int main(void)
{
    struct epoll_event events[64], ev = {EPOLLIN, {0}};
    int ep = epoll_create1(0), fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
    BIGNUM *e = BN_new();
    pthread_t t;

    BN_set_word(e, RSA_F4);
    listen(fd, 128);
    ev.data.fd = fd;
    epoll_ctl(ep, EPOLL_CTL_ADD, fd, &ev);
    pthread_create(&t, NULL, rotate, e);
    for (;;) {
        int n = epoll_wait(ep, events, 64, -1);
        for (int i = 0; i < n; i++)
            serve(events[i].data.fd);
    }
}
