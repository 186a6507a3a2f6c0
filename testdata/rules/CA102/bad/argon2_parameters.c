// why: argon2 with 256 MiB and four passes in a callback
#include <stddef.h>
#include <stdint.h>
#include <uv.h>

int argon2id_hash_raw(uint32_t t_cost, uint32_t m_cost, uint32_t parallelism, const void *pwd,
                      size_t pwdlen, const void *salt, size_t saltlen, void *hash, size_t hashlen);

enum { PASSES = 4, MEMORY_KIB = 256 * 1024 };

struct user {
    char salt[16], hash[32];
};

static void on_timer(uv_timer_t *t)
{
    struct user *u = t->data;
    argon2id_hash_raw(PASSES, MEMORY_KIB, 1, "secret", 6, u->salt, sizeof u->salt, u->hash, // expect: CA102
                      sizeof u->hash);
}

int main(void)
{
    static struct user user;
    uv_timer_t timer;
    uv_timer_init(uv_default_loop(), &timer);
    timer.data = &user;
    uv_timer_start(&timer, on_timer, 10, 1000);
    return uv_run(uv_default_loop(), UV_RUN_DEFAULT);
}
