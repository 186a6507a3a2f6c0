// why: the key is derived without the lock, which is held only to put it in its place
#include <openssl/evp.h>
#include <pthread.h>
#include <string.h>
#include <uv.h>

struct ring {
    pthread_mutex_t lock;
    unsigned char key[32];
    unsigned long generation;
};
static struct ring ring = {.lock = PTHREAD_MUTEX_INITIALIZER};

static void *changer(void *arg)
{
    const char *password = arg;
    unsigned char fresh[32];

    for (;;) {
        PKCS5_PBKDF2_HMAC(password, (int)strlen(password), (const unsigned char *)"salt", 4, 600000,
                          EVP_sha256(), sizeof fresh, fresh);
        pthread_mutex_lock(&ring.lock);
        memcpy(ring.key, fresh, sizeof fresh);
        ring.generation++;
        pthread_mutex_unlock(&ring.lock);
    }
    return NULL;
}

static void on_timer(uv_timer_t *t)
{
    unsigned char *copy = t->data;

    pthread_mutex_lock(&ring.lock);
    memcpy(copy, ring.key, sizeof ring.key);
    pthread_mutex_unlock(&ring.lock);
}

int main(void)
{
    static unsigned char copy[32];
    static char password[] = "secret";
    pthread_t t;
    uv_timer_t timer;

    pthread_create(&t, NULL, changer, password);
    uv_timer_init(uv_default_loop(), &timer);
    timer.data = copy;
    uv_timer_start(&timer, on_timer, 0, 100);
    return uv_run(uv_default_loop(), UV_RUN_DEFAULT);
}
