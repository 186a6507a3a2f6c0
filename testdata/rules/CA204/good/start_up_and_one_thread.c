// why: main makes the call only before it creates the one thread that makes it too
#include <pthread.h>
#include <pwd.h>
#include <stdio.h>
#include <unistd.h>

static const char *name_of(uid_t uid)
{
    struct passwd *pw = getpwuid(uid);

    return pw ? pw->pw_name : "?";
}

static void *service(void *arg)
{
    puts(name_of(0));
    return arg;
}

int main(void)
{
    pthread_t thread;

    puts(name_of(getuid()));
    pthread_create(&thread, NULL, service, NULL);
    pthread_join(thread, NULL);
    return 0;
}
