// why: the key is wiped when the thread that uses it has been joined
#include <pthread.h>
#include <string.h>

static unsigned char key[64];

static void *encrypt(void *arg)
{
    unsigned sum = 0;

    for (int i = 0; i < 64; i++)
        sum += key[i];
    return sum ? arg : NULL;
}

int main(void)
{
    pthread_t a;

    memset(key, 0xa5, sizeof(key));
    pthread_create(&a, NULL, encrypt, NULL);
    pthread_join(a, NULL);
    memset(key, 0, sizeof(key));
    return 0;
}
