// why: an AF_NETLINK request is answered by the kernel inside sendto(); the EINTR retry around recvmsg() is no drain loop
#include <errno.h>
#include <string.h>
#include <poll.h>
#include <sys/socket.h>
#include <linux/netlink.h>
#include <linux/rtnetlink.h>
static int nl;
static void dump(void)
{
    char req[32] = {0}, buf[8192];
    struct iovec iov = {buf, sizeof buf};
    struct msghdr m = {.msg_iov = &iov, .msg_iovlen = 1};
    ssize_t n;
    send(nl, req, sizeof req, 0);
    for (;;) {
        while ((n = recvmsg(nl, &m, 0)) == -1 && errno == EINTR)
            ;
        if (n < 0 || ((struct nlmsghdr *)buf)->nlmsg_type == NLMSG_DONE) return;
    }
}
int main(void)
{
    nl = socket(AF_NETLINK, SOCK_RAW, NETLINK_ROUTE);
    struct pollfd p[2] = {{0, POLLIN, 0}, {nl, POLLIN, 0}};
    for (;;) {
        if (poll(p, 2, -1) > 0) dump();
    }
}
