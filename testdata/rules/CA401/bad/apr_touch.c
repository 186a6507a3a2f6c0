// why: a lock file is made by a process, through the portable runtime's call
#include <stddef.h>

typedef struct apr_pool_t apr_pool_t;
typedef struct apr_procattr_t apr_procattr_t;
typedef struct apr_proc_t {
    int pid;
} apr_proc_t;
int apr_procattr_create(apr_procattr_t **attr, apr_pool_t *pool);
int apr_proc_create(apr_proc_t *proc, const char *program, const char *const *args,
                    const char *const *env, apr_procattr_t *attr, apr_pool_t *pool);
int apr_proc_wait(apr_proc_t *proc, int *code, int *why, int how);

int lock_folder(apr_pool_t *pool)
{
    const char *args[] = {"touch", "/var/lib/store/.lock", NULL};
    apr_procattr_t *attr = NULL;
    apr_proc_t proc;
    int code, why;

    if (apr_procattr_create(&attr, pool) != 0 ||
        apr_proc_create(&proc, "/usr/bin/touch", args, NULL, attr, pool) != 0) // expect: CA401
        return -1;
    return apr_proc_wait(&proc, &code, &why, 0);
}
