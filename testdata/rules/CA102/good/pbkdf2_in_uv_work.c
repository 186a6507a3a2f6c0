// why: the key is derived by a worker of the pool; the loop only gets the result
#include <openssl/evp.h>
#include <string.h>
#include <uv.h>

struct login {
    uv_work_t work;
    char password[64];
    unsigned char key[32];
    int ok;
};

static void derive(uv_work_t *w)
{
    struct login *l = w->data;
    PKCS5_PBKDF2_HMAC(l->password, (int)strlen(l->password), (const unsigned char *)"salt", 4,
                      600000, EVP_sha256(), sizeof l->key, l->key);
}

static void derived(uv_work_t *w, int status)
{
    struct login *l = w->data;
    l->ok = status == 0;
}

static void on_timer(uv_timer_t *t)
{
    struct login *l = t->data;
    l->work.data = l;
    uv_queue_work(t->loop, &l->work, derive, derived);
}

int main(void)
{
    static struct login login;
    uv_timer_t timer;
    uv_timer_init(uv_default_loop(), &timer);
    timer.data = &login;
    uv_timer_start(&timer, on_timer, 0, 1000);
    return uv_run(uv_default_loop(), UV_RUN_DEFAULT);
}
