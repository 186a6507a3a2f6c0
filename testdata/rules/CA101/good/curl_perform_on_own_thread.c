// why: the transfer runs on its own thread
#include <pthread.h>
#include <uv.h>

typedef void CURL;
CURL *curl_easy_init(void);
int curl_easy_perform(CURL *curl);
void curl_easy_cleanup(CURL *curl);

static void *transfer(void *arg)
{
    CURL *curl = curl_easy_init();

    (void)arg;
    if (curl) {
        curl_easy_perform(curl);
        curl_easy_cleanup(curl);
    }
    return NULL;
}

static void on_alert(uv_async_t *async)
{
    pthread_t t;

    if (pthread_create(&t, NULL, transfer, async->data) == 0)
        pthread_detach(t);
}

int main(void)
{
    uv_async_t alert;

    uv_async_init(uv_default_loop(), &alert, on_alert);
    return uv_run(uv_default_loop(), UV_RUN_DEFAULT);
}
