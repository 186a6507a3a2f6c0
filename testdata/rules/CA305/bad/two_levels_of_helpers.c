// why: the job is spread over three small functions, and still small
#include <pthread.h>

struct color {
    int r, g, b, gray;
};

static int weigh(int value, int weight) { return value * weight / 100; }

static int luminance(const struct color *c)
{
    return weigh(c->r, 30) + weigh(c->g, 59) + weigh(c->b, 11);
}

static void convert(struct color *c)
{
    c->gray = luminance(c);
}

static void *convert_job(void *arg)
{
    convert(arg);
    return NULL;
}

int main(void)
{
    static struct color pixel[8];
    pthread_t t[8];
    for (int i = 0; i < 8; i++)
        pthread_create(&t[i], NULL, convert_job, &pixel[i]); // expect: CA305
    for (int i = 0; i < 8; i++)
        pthread_join(t[i], NULL);
    return 0;
}
