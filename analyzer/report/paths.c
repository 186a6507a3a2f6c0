/* A path is as stable as the tree: links are asked for when a report is made, not kept. */
#include "report/paths.h"

#include <string.h>

#include "base/file.h"
#include "report/report.h"

void report_paths_init(struct report_paths *p, struct arena *a, const char *root)
{
    memset(p, 0, sizeof *p);
    p->arena = a;
    p->root = root;
    map_init(&p->by_name, a);
}

const char *report_paths_get(struct report_paths *p, const char *file)
{
    uint64_t key = hash64(file, strlen(file));
    uint32_t index;
    if (map_get(&p->by_name, key, &index))
        return p->names.v[index];
    const char *real = path_real(p->arena, file);
    /* A link that leads out of the project is the project's file none the less. */
    const char *best = path_inside(p->root, real) || !path_inside(p->root, file) ? real : file;
    map_set(&p->by_name, key, p->names.n);
    vec_push(p->arena, &p->names, report_path(p->arena, p->root, best));
    ASSERT(p->names.n > 0);
    return vec_last(&p->names);
}
