// why: the second protocol of the table waits for a CGI helper
#include <libwebsockets.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static int callback_http(struct lws *wsi, enum lws_callback_reasons reason, void *user, void *in,
                         size_t len)
{
    return lws_callback_http_dummy(wsi, reason, user, in, len);
}

static int callback_cgi(struct lws *wsi, enum lws_callback_reasons reason, void *user, void *in,
                        size_t len)
{
    (void)wsi, (void)user, (void)in, (void)len;
    if (reason == LWS_CALLBACK_CLOSED)
        wait(NULL); // expect: CA101
    return 0;
}

static struct lws_protocols protocols[] = {
    {"http", callback_http, 0, 0, 0, NULL, 0},
    {"cgi", callback_cgi, 0, 128, 0, NULL, 0},
    {NULL, NULL, 0, 0, 0, NULL, 0},
};

int main(void)
{
    struct lws_context_creation_info info;
    struct lws_context *context;

    memset(&info, 0, sizeof(info));
    info.port = 8000;
    info.protocols = protocols;
    context = lws_create_context(&info);
    while (context && lws_service(context, 0) >= 0)
        ;
    return 0;
}
