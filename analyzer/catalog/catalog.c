/*
 * The loaded catalog: entries of all texts in one list, then indexes over it. Texts are read in
 * order and the last entry of a name wins, which is all that "override" means.
 */
#include "catalog/catalog.h"

#include <stdlib.h>
#include <string.h>

#include "base/embedded.h"
#include "catalog/read.h"

struct catalog {
    struct strtab names; /* of functions, records and fields */
    const struct cat_func **by_id;  /* by id of the name; NULL: not a function */
    const struct cat_func **sorted; /* by name */
    uint32_t n_ids, n_sorted;
    struct map fields; /* record id and field id to an index of entries.fields */
    struct map signals; /* id of the name to enum cat_in_signal */
    struct cat_entries entries;
};

const char *cat_device_name(enum cat_device d)
{
    ASSERT((unsigned)d < CAT_DEVICES);
    return cat_device_words[d] ? cat_device_words[d] : "none";
}

const char *cat_domain_name(enum cat_domain d)
{
    ASSERT((unsigned)d < CAT_DOMAINS);
    return cat_domain_words[d] ? cat_domain_words[d] : "none";
}

static uint64_t field_key(uint32_t record, uint32_t field)
{
    return (uint64_t)record << 32 | field;
}

static uint32_t add_name(struct catalog *c, const char *name)
{
    return strtab_add(&c->names, name, strlen(name));
}

static int by_name(const void *a, const void *b)
{
    const struct cat_func *const *x = a, *const *y = b;
    return strcmp((*x)->name, (*y)->name);
}

static void index_functions(struct arena *a, struct catalog *c)
{
    const struct cat_entries *e = &c->entries;
    uint32_t *ids = arena_array(a, uint32_t, e->funcs.n);
    for (uint32_t i = 0; i < e->funcs.n; i++)
        ids[i] = add_name(c, e->funcs.v[i]->name);
    c->n_ids = c->names.strs.n;
    c->by_id = arena_array(a, const struct cat_func *, c->n_ids);
    for (uint32_t i = 0; i < e->funcs.n; i++)
        c->by_id[ids[i]] = e->funcs.v[i];
    c->sorted = arena_array(a, const struct cat_func *, e->funcs.n);
    for (uint32_t id = 0; id < c->n_ids; id++)
        if (c->by_id[id])
            c->sorted[c->n_sorted++] = c->by_id[id];
    ASSERT(c->n_sorted <= e->funcs.n);
    qsort(c->sorted, c->n_sorted, sizeof *c->sorted, by_name);
}

/* After the functions: by_id was sized for their names only. */
static void index_fields(struct arena *a, struct catalog *c)
{
    map_init(&c->fields, a);
    for (uint32_t i = 0; i < c->entries.fields.n; i++) {
        const struct cat_handler_field *f = c->entries.fields.v[i];
        map_set(&c->fields, field_key(add_name(c, f->record), add_name(c, f->field)), i);
    }
}

bool catalog_load(struct arena *a, const char *const *user_texts, const char *const *user_names,
                  uint32_t n_user, const struct catalog **out, struct err *err)
{
    struct catalog *c = arena_new(a, struct catalog);
    strtab_init(&c->names, a);
    for (const struct embedded_file *f = embedded_catalogs; f->name; f++) {
        struct cat_text text = {f->name, f->text, f->n, false};
        if (!cat_read(a, &text, &c->entries, err))
            return err_prefix(err, "built-in catalog");
    }
    for (uint32_t i = 0; i < n_user; i++) {
        struct cat_text text = {user_names[i], user_texts[i], strlen(user_texts[i]), true};
        if (!cat_read(a, &text, &c->entries, err))
            return false;
    }
    index_functions(a, c);
    index_fields(a, c);
    map_init(&c->signals, a);
    for (uint32_t i = 0; i < c->entries.signals.n; i++)
        map_set(&c->signals, add_name(c, c->entries.signals.v[i]->name),
                (uint32_t)c->entries.signals.v[i]->is);
    *out = c;
    return true;
}

const struct cat_func *catalog_find(const struct catalog *c, const char *name)
{
    ASSERT(c && name);
    uint32_t id = strtab_find(&c->names, name, strlen(name));
    /* Names of records and fields come after those of the functions. */
    if (id == UINT32_MAX || id >= c->n_ids)
        return NULL;
    return c->by_id[id];
}

static const struct cat_handler_field *find_field(const struct catalog *c, const char *record,
                                                  uint32_t field)
{
    uint32_t r = strtab_find(&c->names, record, strlen(record));
    uint32_t i;
    if (r == UINT32_MAX || !map_get(&c->fields, field_key(r, field), &i))
        return NULL;
    return c->entries.fields.v[i];
}

/* The record "*" is any: sa_handler lies in a union without a name. */
const struct cat_handler_field *catalog_handler_field(const struct catalog *c, const char *record,
                                                      const char *field)
{
    ASSERT(c && record && field);
    uint32_t f = strtab_find(&c->names, field, strlen(field));
    if (f == UINT32_MAX)
        return NULL;
    const struct cat_handler_field *found = find_field(c, record, f);
    return found ? found : find_field(c, "*", f);
}

const struct cat_framework *catalog_framework(const struct catalog *c, const char *library)
{
    ASSERT(c && library);
    for (uint32_t i = c->entries.frameworks.n; i > 0; i--)
        if (strcmp(c->entries.frameworks.v[i - 1]->library, library) == 0)
            return c->entries.frameworks.v[i - 1];
    return NULL;
}

/* ---- in signal handlers ---- */
static enum cat_in_signal listed(const struct catalog *c, const char *name, size_t n)
{
    uint32_t id = strtab_find(&c->names, name, n), is;
    return id != UINT32_MAX && map_get(&c->signals, id, &is) ? (enum cat_in_signal)is
                                                             : IN_SIGNAL_UNKNOWN;
}

/* "__builtin___printf_chk" is printf. */
static enum cat_in_signal listed_plain(const struct catalog *c, const char *name)
{
    static const char builtin[] = "__builtin_";
    enum cat_in_signal is = listed(c, name, strlen(name));
    if (is == IN_SIGNAL_UNKNOWN && !strncmp(name, builtin, sizeof builtin - 1))
        name += sizeof builtin - 1;
    while (*name == '_')
        name++;
    size_t n = strlen(name);
    if (n > 4 && !strcmp(name + n - 4, "_chk"))
        n -= 4;
    return is != IN_SIGNAL_UNKNOWN ? is : listed(c, name, n);
}

static enum cat_in_signal deduced(const struct cat_func *f)
{
    if (f->process == PROC_EXIT)
        return IN_SIGNAL_EXIT;
    if (f->process == PROC_SYSTEM || f->process == PROC_POPEN)
        return IN_SIGNAL_OTHER;
    if (f->alloc)
        return IN_SIGNAL_HEAP;
    if (f->lock && f->lock->op != LOCK_SEM_POST)
        return IN_SIGNAL_LOCK;
    for (uint32_t i = 0; i < f->n_nonreentrant; i++)
        if (!f->nonreentrant[i].reads)
            return IN_SIGNAL_STATE;
    if (f->blocks && (f->blocks->device == DEV_DB || f->blocks->device == DEV_HTTP ||
                      f->blocks->device == DEV_DNS))
        return IN_SIGNAL_OTHER;
    return IN_SIGNAL_UNKNOWN;
}

enum cat_in_signal catalog_in_signal(const struct catalog *c, const char *name)
{
    ASSERT(c && name);
    enum cat_in_signal is = listed_plain(c, name);
    const struct cat_func *f = is == IN_SIGNAL_UNKNOWN ? catalog_find(c, name) : NULL;
    ASSERT(is < CAT_IN_SIGNALS);
    return f ? deduced(f) : is;
}

const struct cat_framework *catalog_loop_bound(const struct catalog *c, const char *function)
{
    ASSERT(c && function);
    for (uint32_t i = c->entries.frameworks.n; i > 0; i--) {
        const struct cat_framework *f = c->entries.frameworks.v[i - 1];
        for (uint32_t k = 0; k < f->n_loop_bound; k++)
            if (!strcmp(f->loop_bound[k], function))
                return f;
    }
    return NULL;
}

/* Few names are asked, and only of calls that start a program: no index. */
const struct cat_command *catalog_command(const struct catalog *c, const char *name, uint32_t i)
{
    ASSERT(c && name);
    bool has_user = false;
    for (uint32_t k = 0; k < c->entries.commands.n; k++)
        has_user |= c->entries.commands.v[k]->is_user &&
                    !strcmp(c->entries.commands.v[k]->name, name);
    for (uint32_t k = 0; k < c->entries.commands.n; k++) {
        const struct cat_command *at = c->entries.commands.v[k];
        if (at->is_user == has_user && !strcmp(at->name, name) && i-- == 0)
            return at;
    }
    return NULL;
}

uint32_t catalog_count(const struct catalog *c)
{
    return c->n_sorted;
}

const struct cat_func *catalog_at(const struct catalog *c, uint32_t i)
{
    ASSERT(i < c->n_sorted);
    return c->sorted[i];
}
