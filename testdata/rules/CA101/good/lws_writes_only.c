// why: lws_write() on a writable connection and a log line do not wait
#include <libwebsockets.h>
#include <string.h>

static int callback_echo(struct lws *wsi, enum lws_callback_reasons reason, void *user, void *in,
                         size_t len)
{
    unsigned char out[LWS_PRE + 256];

    (void)user;
    if (reason == LWS_CALLBACK_RECEIVE && len < 256) {
        memcpy(out + LWS_PRE, in, len);
        lws_write(wsi, out + LWS_PRE, len, LWS_WRITE_TEXT);
    }
    return 0;
}

static const struct lws_protocols protocols[] = {
    {"echo", callback_echo, 0, 256, 0, NULL, 0},
    {0},
};

int main(void)
{
    struct lws_context_creation_info info;
    struct lws_context *context;

    memset(&info, 0, sizeof(info));
    info.port = 7681;
    info.protocols = protocols;
    context = lws_create_context(&info);
    while (context && lws_service(context, 0) >= 0)
        ;
    lws_context_destroy(context);
    return 0;
}
