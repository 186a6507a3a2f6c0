/* The flags are those that flags_filter() gives: absolute, "-Idir" joined, the others in two. */
#include "discover/moved.h"

#include <string.h>
#include <unistd.h>

#include "base/file.h"

const char *moved_path(struct arena *a, const char *from, const char *to, const char *path)
{
    if (path[0] != '/' || !path_inside(from, path) || path_inside(to, path))
        return path;
    const char *there = !strcmp(from, path) ? to : path_join(a, to, path_relative(a, from, path));
    return access(there, F_OK) == 0 ? there : path;
}

static bool is_one_of(const char *word, const char *const *words)
{
    for (; *words; words++) {
        if (!strcmp(word, *words))
            return true;
    }
    return false;
}

struct words moved_flags(struct arena *a, const char *from, const char *to,
                         const struct words *flags)
{
    static const char *const dirs[] = {"-isystem", "-iquote", "-idirafter", NULL};
    static const char *const files[] = {"-include", "-imacros", NULL};
    struct words out = {0};
    ASSERT(from[0] == '/' && to[0] == '/');
    for (uint32_t i = 0; i < flags->n; i++) {
        const char *word = flags->v[i];
        const char *next = i + 1 < flags->n ? flags->v[i + 1] : NULL;
        bool is_dir = next && is_one_of(word, dirs), is_file = next && is_one_of(word, files);
        const char *path = is_dir || is_file ? next : !strncmp(word, "-I", 2) ? word + 2 : NULL;
        const char *moved = path ? moved_path(a, from, to, path) : NULL;
        if (moved && moved != path && !is_file) {
            vec_push(a, &out, is_dir ? word : arena_printf(a, "-I%s", moved));
            if (is_dir)
                vec_push(a, &out, moved);
        }
        vec_push(a, &out, word);
        if (!is_dir && !is_file)
            continue;
        vec_push(a, &out, is_file ? moved : next);
        i++;
    }
    return out;
}
