/*
 * Files and places.
 *
 * The place of a token is where the reader sees it in a file: for a token of a macro's body that is
 * the macro's use, for a token of a macro's argument the argument itself. When the spelling is
 * elsewhere, the token stands in a macro's definition, and that place is kept as well. Locations
 * repeat (a name is a reference and an operand), so the answers are kept by the raw encoding.
 */
#include <string.h>

#include "extract/context.h"

#include "base/file.h"

void cxstring_release(CXString *s)
{
    clang_disposeString(*s);
}

bool is_system_location(CXSourceLocation loc)
{
    return clang_Location_isInSystemHeader(loc) != 0;
}

/* Not clang_File_isEqual: files that exist in memory only are all equal to it. */
bool is_same_file(CXFile a, CXFile b)
{
    if (a == b || a == NULL || b == NULL)
        return a == b;
    CXSTRING name_a = clang_getFileName(a), name_b = clang_getFileName(b);
    return strcmp(clang_getCString(name_a), clang_getCString(name_b)) == 0;
}

/* ---- cursor maps ---- */

void cursor_map_init(struct cursor_map *m, struct arena *a)
{
    *m = (struct cursor_map){.arena = a};
    map_init(&m->heads, a);
}

bool cursor_map_get(const struct cursor_map *m, CXCursor c, uint32_t *id)
{
    uint32_t at;
    if (!map_get(&m->heads, clang_hashCursor(c), &at))
        return false;
    for (;; at = m->entries.v[at].next - 1) {
        ASSERT(at < m->entries.n);
        if (clang_equalCursors(m->entries.v[at].cursor, c)) {
            *id = m->entries.v[at].id;
            return true;
        }
        if (m->entries.v[at].next == 0)
            return false;
    }
}

void cursor_map_put(struct cursor_map *m, CXCursor c, uint32_t id)
{
    uint64_t key = clang_hashCursor(c);
    struct cursor_entry new = {c, id, 0};
    uint32_t head;
    if (map_get(&m->heads, key, &head))
        new.next = head + 1;
    vec_push(m->arena, &m->entries, new);
    map_set(&m->heads, key, m->entries.n - 1);
}

/* ---- files ---- */

const char *extract_file_text(struct extract *x, const struct extract_file *f, size_t *n)
{
    if (!f->is_main || x->prefix == NULL)
        return clang_getFileContents(x->tu, f->file, n);
    *n = x->prefix->n_source;
    return x->prefix->source;
}

static struct unit_file describe(struct extract *x, const struct extract_file *file,
                                 const char *name)
{
    size_t n = 0;
    const char *bytes = extract_file_text(x, file, &n);
    struct unit_file f = {.name = builder_str(x->b, name), .size = n};
    if (bytes != NULL)
        f.hash = hash_bytes(bytes, n);
    if (file->is_system)
        f.flags |= FILE_SYSTEM;
    if (file->is_main)
        f.flags |= FILE_MAIN;
    return f;
}

/* A line ends at "\n", "\r" or "\r\n", as for the compiler. */
static void find_lines(struct extract *x, struct extract_file *f)
{
    size_t n = 0;
    const char *bytes = extract_file_text(x, f, &n);
    f->has_lines = true;
    vec_push(x->arena, &f->lines, 0);
    for (size_t i = 0; bytes != NULL && i < n; i++) {
        bool is_lone_cr = bytes[i] == '\r' && (i + 1 == n || bytes[i + 1] != '\n');
        if (bytes[i] == '\n' || is_lone_cr)
            vec_push(x->arena, &f->lines, (uint32_t)i + 1);
    }
}

/* A file that the prefix has read is known by its name before the parser shows it. */
static bool take_known(struct extract *x, CXFile file, const char *name, uint32_t *at)
{
    if (x->prefix == NULL)
        return false;
    const char *mark = x->prefix->in_memory;
    x->is_unlike |= strncmp(path_base(name), mark, strlen(mark)) == 0 && file != x->main_file;
    if (!map_get(&x->prefix_files, builder_str(x->b, name).v, at))
        return false;
    if (x->files.v[*at].file == NULL)
        x->files.v[*at].file = file;
    return true;
}

file_id extract_file_id(struct extract *x, CXFile file)
{
    uint64_t key = (uintptr_t)file;
    uint32_t at;
    if (file == NULL)
        return (file_id){0};
    if (map_get(&x->file_by_handle, key, &at))
        return x->files.v[at].id;
    CXSTRING spelling = clang_getFileName(file);
    const char *name = path_normal(x->arena, x->directory, clang_getCString(spelling));
    if (!take_known(x, file, name, &at)) {
        struct extract_file new = {.file = file};
        new.is_main = x->main_file != NULL && is_same_file(file, x->main_file);
        new.is_system = is_system_location(clang_getLocationForOffset(x->tu, file, 0));
        struct unit_file f = describe(x, &new, name);
        new.id = builder_file(x->b, &f);
        at = x->files.n;
        vec_push(x->arena, &x->files, new);
    }
    map_set(&x->file_by_handle, key, at);
    return x->files.v[at].id;
}

static void note_inclusion(CXFile file, CXSourceLocation *stack, unsigned n, CXClientData data)
{
    (void)stack;
    (void)n;
    (void)extract_file_id(data, file);
}

/* In the order in which a plain parse comes by them. */
static void take_prefix_files(struct extract *x)
{
    const struct unit *u = x->prefix->unit;
    for (uint32_t i = 1; i < u->n_files; i++) {
        struct unit_file f = u->files[i];
        if (f.flags & FILE_MAIN)
            continue;
        f.name = builder_str(x->b, unit_str(u, u->files[i].name));
        struct extract_file new = {.id = builder_file(x->b, &f), .in_prefix = {i},
                                   .is_system = (f.flags & FILE_SYSTEM) != 0};
        map_set(&x->prefix_files, f.name.v, x->files.n);
        vec_push(x->arena, &x->files, new);
    }
}

void extract_files(struct extract *x)
{
    if (x->main_file != NULL)
        (void)extract_file_id(x, x->main_file);
    if (x->prefix != NULL)
        take_prefix_files(x);
    clang_getInclusions(x->tu, note_inclusion, x);
}

/* ---- places ---- */

/* Line and column from our own table: the library counts a column from the line's start each time,
 * which takes minutes for a file that is one long line. */
static place_id place_at(struct extract *x, CXFile file, unsigned offset, place_id macro)
{
    file_id id = extract_file_id(x, file);
    uint32_t at = 0;
    bool known = map_get(&x->file_by_handle, (uintptr_t)file, &at);
    ASSERT(known && at < x->files.n);
    struct extract_file *f = &x->files.v[at];
    if (!f->has_lines)
        find_lines(x, f);
    uint32_t lo = 0, hi = f->lines.n;
    while (hi - lo > 1) {
        uint32_t mid = lo + (hi - lo) / 2;
        if (f->lines.v[mid] <= offset)
            lo = mid;
        else
            hi = mid;
    }
    return builder_place(x->b, id, lo + 1, offset - f->lines.v[lo] + 1, macro);
}

static place_id make_place(struct extract *x, CXSourceLocation loc)
{
    CXFile seen, spelled;
    unsigned seen_at, spelled_at;
    clang_getFileLocation(loc, &seen, NULL, NULL, &seen_at);
    if (seen == NULL)
        return (place_id){0};
    clang_getSpellingLocation(loc, &spelled, NULL, NULL, &spelled_at);
    place_id macro = {0};
    if (spelled != NULL && (spelled != seen || spelled_at != seen_at))
        macro = place_at(x, spelled, spelled_at, (place_id){0});
    return place_at(x, seen, seen_at, macro);
}

place_id extract_place(struct extract *x, CXSourceLocation loc)
{
    uint32_t id;
    if (map_get(&x->places, loc.int_data, &id))
        return (place_id){id};
    place_id new = make_place(x, loc);
    map_set(&x->places, loc.int_data, new.v);
    return new;
}

place_id extract_cursor_place(struct extract *x, CXCursor c)
{
    return extract_place(x, clang_getCursorLocation(c));
}
