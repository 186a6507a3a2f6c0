// why: curl's easy interface does the whole transfer before it returns
#include <uv.h>

typedef void CURL;
CURL *curl_easy_init(void);
int curl_easy_perform(CURL *curl);
void curl_easy_cleanup(CURL *curl);

static void on_alert(uv_async_t *async)
{
    CURL *curl = curl_easy_init();

    if (!curl)
        return;
    if (curl_easy_perform(curl) != 0) // expect: CA101
        uv_close((uv_handle_t *)async, NULL);
    curl_easy_cleanup(curl);
}

int main(void)
{
    uv_async_t alert;

    uv_async_init(uv_default_loop(), &alert, on_alert);
    return uv_run(uv_default_loop(), UV_RUN_DEFAULT);
}
