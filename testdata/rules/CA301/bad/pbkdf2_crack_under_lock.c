// why: candidates are tried by sixteen threads, one at a time
#include <openssl/evp.h>
#include <pthread.h>
#include <stdio.h>
#include <string.h>

static pthread_mutex_t state_lock = PTHREAD_MUTEX_INITIALIZER;
static unsigned next_pin;
static unsigned char wanted[32];
static int solved = -1;

static void try_next(void)
{
    char pin[12];
    unsigned char key[32];

    snprintf(pin, sizeof pin, "%06u", next_pin++);
    PKCS5_PBKDF2_HMAC(pin, 6, (const unsigned char *)"salt", 4, 20000, EVP_sha256(), 32, key);
    if (!memcmp(key, wanted, sizeof key))
        solved = (int)next_pin - 1;
}

static void *cracker(void *arg)
{
    (void)arg;
    for (;;) {
        pthread_mutex_lock(&state_lock); // expect: CA301
        if (solved >= 0 || next_pin > 999999) {
            pthread_mutex_unlock(&state_lock);
            break;
        }
        try_next();
        pthread_mutex_unlock(&state_lock);
    }
    return NULL;
}

int main(void)
{
    pthread_t t[16];
    for (int i = 0; i < 16; i++)
        pthread_create(&t[i], NULL, cracker, NULL);
    for (int i = 0; i < 16; i++)
        pthread_join(t[i], NULL);
    return solved < 0;
}
