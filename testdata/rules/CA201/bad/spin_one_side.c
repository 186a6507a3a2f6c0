// why: the sender moves the sequence number under the spinlock, the monitor sets it back without
#include <pthread.h>

static pthread_spinlock_t spin;
static unsigned sequence;

static void *sender(void *arg)
{
    for (int i = 0; i < 1000; i++) {
        pthread_spin_lock(&spin);
        sequence++;
        pthread_spin_unlock(&spin);
    }
    return arg;
}

static void *monitor(void *arg)
{
    sequence = 1; // expect: CA201
    return arg;
}

int main(void)
{
    pthread_t a, b;

    pthread_spin_init(&spin, PTHREAD_PROCESS_PRIVATE);
    pthread_create(&a, NULL, sender, NULL);
    pthread_create(&b, NULL, monitor, NULL);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    return 0;
}
