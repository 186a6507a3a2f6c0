// why: a spin lock around the whole search: the others do not even sleep meanwhile
#include <pthread.h>

static pthread_spinlock_t spin;
static unsigned candidate = 3, found;

static int is_prime(unsigned n)
{
    for (unsigned d = 2; d < 50000; d++)
        found += n % d == 0;
    return n % 2;
}

static void *search(void *arg)
{
    for (int i = 0; i < 100000; i++) {
        pthread_spin_lock(&spin); // expect: CA301
        candidate += 2;
        found += (unsigned)is_prime(candidate);
        pthread_spin_unlock(&spin);
    }
    return arg;
}

int main(void)
{
    pthread_t a, b;
    pthread_spin_init(&spin, PTHREAD_PROCESS_PRIVATE);
    pthread_create(&a, NULL, search, NULL);
    pthread_create(&b, NULL, search, NULL);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    return 0;
}
