/*
 * Which calls make something new. What the catalog and the bodies of functions tell is sure. Of a
 * function that is seen nowhere, and of a pointer that nobody here sets (the allocator that a
 * library's user may give it), only the name tells: programs that call something else *alloc* are
 * not known.
 */
#include <ctype.h>
#include <string.h>

#include "flow/context.h"
#include "flow/own.h"

static bool has_word(const char *name, const char *word)
{
    size_t n = strlen(word);

    ASSERT(n);

    for (; *name; name++) {
        size_t i = 0;
        while (i < n && tolower((unsigned char)name[i]) == word[i])
            i++;
        if (i == n)
            return true;
    }
    return false;
}

static bool is_allocators_name(const char *name)
{
    size_t n = strlen(name);

    if (has_word(name, "dealloc") || has_word(name, "realloc") || has_word(name, "free"))
        return false;
    return has_word(name, "alloc") || has_word(name, "strdup") ||
           (n > 4 && strcmp(name + n - 4, "_new") == 0);
}

/* The field or variable that the called pointer was kept in; "" when it has no name. */
static const char *pointers_name(const struct owners *o, site_id site)
{
    const struct program *p = o->flow->program;
    const struct unit *u = program_unit(p, p->sites[site.v].caller);
    const struct unit_path *path = &u->paths[call_op(p, site)->path.v];

    for (uint32_t i = path->sels.n; i-- > 0;)
        if (u->sels[path->sels.first + i].kind == SEL_FIELD)
            return unit_str(u, u->fields[u->sels[path->sels.first + i].id].name);
    return path->root == ROOT_SYM ? unit_str(u, u->syms[path->id].name) : "";
}

static bool is_alloc_by_name(const struct owners *o, site_id site)
{
    const struct program *p = o->flow->program;
    const struct site *s = &p->sites[site.v];
    const struct unit *u = program_unit(p, s->caller);

    if (u->types[call_op(p, site)->type.v].kind != TYPE_POINTER)
        return false;
    return is_allocators_name(s->callee.v ? p->syms[s->callee.v].name : pointers_name(o, site));
}

/* realloc(NULL, n) */
static bool starts_with_nothing(const struct program *p, site_id site)
{
    const struct unit *u = program_unit(p, p->sites[site.v].caller);
    val_id v = site_arg(p, site, 0);
    return v.v && u->vals[v.v].kind == VAL_INT && u->vals[v.v].num == 0;
}

bool own_allocates(const struct owners *o, site_id site)
{
    const struct program *p = o->flow->program;
    const struct site *s = &p->sites[site.v];
    const struct cat_func *cat = o->flow->site_cat[site.v];

    ASSERT(site.v && site.v < p->n_sites);
    if (!s->n_edges && cat && cat->alloc == ALLOC_REALLOC)
        return starts_with_nothing(p, site);
    if (!s->n_edges && cat)
        return cat->alloc == ALLOC_MALLOC || cat->alloc == ALLOC_CALLOC ||
               cat->alloc == ALLOC_STRDUP;
    if (!s->n_edges)
        return is_alloc_by_name(o, site);
    for (uint32_t e = 0; e < s->n_edges; e++)
        if (!o->summaries[p->edges[s->first_edge + e].to.v].fresh)
            return false;
    return !s->unresolved;
}

bool own_is_slot(const struct owners *o, site_id site)
{
    static const char *const slots[] = {"pthread_getspecific", "tss_get", "g_private_get",
                                        "uv_key_get", "CRYPTO_THREAD_get_local", "TlsGetValue"};
    const struct program *p = o->flow->program;
    gsym_id callee = p->sites[site.v].callee;

    ASSERT(site.v);
    for (size_t i = 0; callee.v && i < sizeof slots / sizeof *slots; i++)
        if (strcmp(p->syms[callee.v].name, slots[i]) == 0)
            return true;
    return false;
}
