// why: a libuv program starts a converter, which takes seconds and may crash
#include <stddef.h>
#include <string.h>

typedef struct uv_loop_s uv_loop_t;
typedef struct uv_process_s {
    void *data;
    int pid;
} uv_process_t;
typedef struct uv_process_options_s {
    void (*exit_cb)(uv_process_t *, long status, int signal);
    const char *file;
    char **args;
    char **env;
    const char *cwd;
    unsigned flags;
} uv_process_options_t;
uv_loop_t *uv_default_loop(void);
int uv_run(uv_loop_t *, int);
int uv_spawn(uv_loop_t *, uv_process_t *, const uv_process_options_t *);

static uv_process_t child;
static uv_process_options_t options;

static void on_exit(uv_process_t *p, long status, int signal)
{
    (void)p;
    (void)status;
    (void)signal;
}

int main(void)
{
    char *args[3];

    args[0] = "ffmpeg";
    args[1] = "spool";
    args[2] = NULL;
    options.exit_cb = on_exit;
    options.file = "ffmpeg";
    options.args = args;
    if (uv_spawn(uv_default_loop(), &child, &options))
        return 1;
    return uv_run(uv_default_loop(), 0);
}
