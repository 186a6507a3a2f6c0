// why: the session is switched to not waiting where it is made; SSH_AGAIN leads back to the loop
#include <poll.h>
#include <stddef.h>
#include <unistd.h>

typedef struct ssh_session_struct *ssh_session;
typedef struct ssh_channel_struct *ssh_channel;
ssh_session ssh_new(void);
ssh_channel ssh_channel_new(ssh_session session);
void ssh_set_blocking(ssh_session session, int blocking);
int ssh_connect(ssh_session session);
int ssh_get_fd(ssh_session session);
int ssh_channel_open_session(ssh_channel channel);
int ssh_channel_write(ssh_channel channel, const void *data, unsigned len);

struct link {
    ssh_session session;
    ssh_channel channel;
    int state;
};

static struct link links[16];
static struct pollfd fds[17];

static void start(struct link *l)
{
    l->session = ssh_new();
    ssh_set_blocking(l->session, 0);
    l->state = 0;
}

static int go_on(struct link *l)
{
    switch (l->state) {
    case 0:
        if (ssh_connect(l->session) != 0)
            return -1;
        l->state = 1;
        l->channel = ssh_channel_new(l->session);
        /* fall through */
    case 1:
        if (ssh_channel_open_session(l->channel) != 0)
            return -1;
        l->state = 2;
        /* fall through */
    default:
        return ssh_channel_write(l->channel, "x", 1);
    }
}

int main(void)
{
    for (int i = 0; i < 16; i++) {
        start(&links[i]);
        fds[i] = (struct pollfd){.fd = ssh_get_fd(links[i].session), .events = POLLIN};
    }
    fds[16] = (struct pollfd){.fd = 0, .events = POLLIN};
    for (;;) {
        char command[64];
        if (poll(fds, 17, -1) < 0)
            return 1;
        if (fds[16].revents && read(0, command, sizeof command) <= 0)
            return 0;
        for (int i = 0; i < 16; i++)
            if (fds[i].revents)
                (void)go_on(&links[i]);
    }
}
