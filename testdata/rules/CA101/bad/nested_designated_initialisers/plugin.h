#ifndef PLUGIN_H
#define PLUGIN_H
struct request {
    int fd;
    const char *path;
};
struct hooks {
    int (*authorise)(struct request *r);
    int (*finish)(struct request *r);
};
struct plugin {
    const char *name;
    struct {
        int version;
        struct hooks http, ws;
    } api;
};
extern const struct plugin audit_plugin, null_plugin;
#endif
