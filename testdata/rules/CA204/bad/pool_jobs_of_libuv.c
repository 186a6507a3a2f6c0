// why: uv_queue_work runs jobs on four threads at once, and the job splits its text with strtok
#include <string.h>

typedef struct uv_loop_s uv_loop_t;
typedef struct uv_work_s {
    void *data;
    int words;
} uv_work_t;
int uv_queue_work(uv_loop_t *loop, uv_work_t *req, void (*work)(uv_work_t *),
                  void (*after)(uv_work_t *, int));
uv_loop_t *uv_default_loop(void);
int uv_run(uv_loop_t *loop, int mode);

static void count(uv_work_t *req)
{
    char *word = strtok(req->data, " "); // expect: CA204

    req->words += word != NULL;
}

static void counted(uv_work_t *req, int status)
{
    req->words += status;
}

int main(int argc, char **argv)
{
    static uv_work_t jobs[8];

    for (int i = 1; i < argc && i < 8; i++) {
        jobs[i].data = argv[i];
        uv_queue_work(uv_default_loop(), &jobs[i], count, counted);
    }
    return uv_run(uv_default_loop(), 0);
}
