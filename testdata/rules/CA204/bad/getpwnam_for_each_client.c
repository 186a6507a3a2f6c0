// why: a detached thread for each client looks up users; one struct passwd serves all of them
#include <pthread.h>
#include <pwd.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

static uid_t owner_of(const char *user)
{
    struct passwd *pw = getpwnam(user); // expect: CA204

    return pw ? pw->pw_uid : (uid_t)-1;
}

static void *serve(void *arg)
{
    int fd = *(int *)arg;
    char user[64] = "";

    free(arg);
    if (read(fd, user, sizeof user - 1) > 0 && owner_of(user) != 0)
        write(fd, "ok", 2);
    close(fd);
    return NULL;
}

int main(void)
{
    int listener = socket(AF_INET, SOCK_STREAM, 0);

    listen(listener, 16);
    for (;;) {
        pthread_t thread;
        int *fd = malloc(sizeof *fd);

        *fd = accept(listener, NULL, NULL);
        pthread_create(&thread, NULL, serve, fd);
        pthread_detach(thread);
    }
}
