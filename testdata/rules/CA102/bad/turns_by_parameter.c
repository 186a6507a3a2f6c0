// why: how often the loop turns is said by a caller, two functions away
#include <openssl/md5.h>
#include <uv.h>

struct proof {
    unsigned char state[16];
};

static void iterate(struct proof *p, unsigned n)
{
    for (unsigned i = 0; i < n; i++) // expect: CA102
        MD5(p->state, sizeof p->state, p->state);
}

static void prove(struct proof *p)
{
    iterate(p, 3000000);
}

static void on_idle(uv_idle_t *h)
{
    prove(h->data);
}

int main(void)
{
    static struct proof proof;
    uv_idle_t idle;
    uv_idle_init(uv_default_loop(), &idle);
    idle.data = &proof;
    uv_idle_start(&idle, on_idle);
    return uv_run(uv_default_loop(), UV_RUN_DEFAULT);
}
