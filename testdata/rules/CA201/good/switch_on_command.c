// why: one function sets, checks and frees an option by command; the threads only ever ask to check
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

enum command { SET_DEFAULTS, CHECK, FREE };

static char *chroot_dir;
static int port;

static int option(enum command command)
{
    switch (command) {
    case SET_DEFAULTS:
        port = 443;
        chroot_dir = strdup("/var/empty");
        break;
    case CHECK:
        return port > 0 && chroot_dir;
    case FREE:
        free(chroot_dir);
        chroot_dir = NULL;
        break;
    }
    return 0;
}

static void *client(void *arg)
{
    int ok = 0;

    for (int i = 0; i < 500; i++)
        ok += option(CHECK);
    return ok ? arg : NULL;
}

int main(void)
{
    pthread_t a, b;

    option(SET_DEFAULTS);
    pthread_create(&a, NULL, client, NULL);
    pthread_create(&b, NULL, client, NULL);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    option(FREE);
    return 0;
}
