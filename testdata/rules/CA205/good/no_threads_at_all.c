// why: nothing in this program starts a thread; two orders cannot meet
#include <pthread.h>

static pthread_mutex_t a = PTHREAD_MUTEX_INITIALIZER, b = PTHREAD_MUTEX_INITIALIZER;

int main(int argc, char **argv)
{
    (void)argv;
    pthread_mutex_lock(&a);
    pthread_mutex_lock(&b);
    argc++;
    pthread_mutex_unlock(&b);
    pthread_mutex_unlock(&a);
    pthread_mutex_lock(&b);
    pthread_mutex_lock(&a);
    argc--;
    pthread_mutex_unlock(&a);
    pthread_mutex_unlock(&b);
    return argc;
}
