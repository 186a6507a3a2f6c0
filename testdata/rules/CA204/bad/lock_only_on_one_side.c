// why: the workers lock, the main thread forgot to
#include <grp.h>
#include <pthread.h>
#include <stdio.h>

static pthread_mutex_t names = PTHREAD_MUTEX_INITIALIZER;

static void *worker(void *arg)
{
    pthread_mutex_lock(&names);
    struct group *g = getgrgid(0); // expect: CA204
    printf("%s\n", g ? g->gr_name : "?");
    pthread_mutex_unlock(&names);
    return arg;
}

int main(void)
{
    pthread_t thread;

    pthread_create(&thread, NULL, worker, NULL);
    struct group *g = getgrnam("adm"); // expect: CA204
    printf("%d\n", g ? (int)g->gr_gid : -1);
    pthread_join(thread, NULL);
    return 0;
}
