// why: a libwebsockets protocol callback sits in the protocols table and sleeps before its answer
#include <libwebsockets.h>
#include <string.h>
#include <unistd.h>

static int callback_chat(struct lws *wsi, enum lws_callback_reasons reason, void *user, void *in,
                         size_t len)
{
    (void)user, (void)in;
    switch (reason) {
    case LWS_CALLBACK_RECEIVE:
        if (len > 1000)
            sleep(1); // expect: CA101
        lws_callback_on_writable(wsi);
        break;
    default:
        break;
    }
    return 0;
}

static const struct lws_protocols protocols[] = {
    {.name = "chat", .callback = callback_chat, .rx_buffer_size = 1024},
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
