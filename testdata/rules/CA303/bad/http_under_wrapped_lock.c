// why: the lock is taken by a wrapper; the request to the other server runs with it held
#include <curl/curl.h>
#include <pthread.h>

struct tokens {
    pthread_mutex_t lock;
    int valid;
};
static struct tokens tokens = {PTHREAD_MUTEX_INITIALIZER, 0};

static void tokens_lock(struct tokens *t) { pthread_mutex_lock(&t->lock); }
static void tokens_unlock(struct tokens *t) { pthread_mutex_unlock(&t->lock); }

static int token_check(struct tokens *t, CURL *curl)
{
    tokens_lock(t);
    if (!t->valid)
        t->valid = curl_easy_perform(curl) == CURLE_OK; // expect: CA303
    int ok = t->valid;
    tokens_unlock(t);
    return ok;
}

static void *handle(void *arg)
{
    while (token_check(&tokens, arg))
        continue;
    return NULL;
}

int main(void)
{
    pthread_t t[8];
    CURL *curl = curl_easy_init();

    for (int i = 0; i < 8; i++)
        pthread_create(&t[i], NULL, handle, curl);
    for (int i = 0; i < 8; i++)
        pthread_join(t[i], NULL);
    return 0;
}
