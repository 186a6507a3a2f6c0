// why: the goto of one failure jumps to the label behind the unlock
#include <stdlib.h>
#include <uv.h>

struct job {
    uv_mutex_t lock;
    char *data;
    size_t size;
};

int job_grow(struct job *j, size_t size)
{
    int err = 0;
    char *data;

    uv_mutex_lock(&j->lock);
    if (size < j->size)
        goto unlock;
    data = realloc(j->data, size);
    if (!data) {
        err = UV_ENOMEM;
        goto out;
    }
    j->data = data;
    j->size = size;
unlock:
    uv_mutex_unlock(&j->lock);
out:
    return err; // expect: CA206
}
