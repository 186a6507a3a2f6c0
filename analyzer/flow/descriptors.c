#include "flow/descriptors.h"

#include <string.h>

#include "flow/context.h"

static enum fd_mode mode_at_birth(const struct flow_facts *f, site_id site, const struct cat_fd *fd)
{
    if (fd->always_nonblock)
        return FD_MODE_NONBLOCK;
    if (fd->kind == FD_ANY)
        return FD_MODE_UNKNOWN;
    if (!fd->nonblock.n)
        return FD_MODE_BLOCKING;
    switch (conds_all(f, site, NULL, fd->nonblock)) {
    case TRI_YES: return FD_MODE_NONBLOCK;
    case TRI_NO: return FD_MODE_BLOCKING;
    default: return FD_MODE_UNKNOWN;
    }
}

static void find_origins(struct flow_facts *f)
{
    const struct program *p = f->program;
    VEC(struct fd_origin) found = {0};

    for (uint32_t i = 1; i < flow_object_count(p); i++) {
        const struct flow_obj *o = flow_object(p, (obj_id){i});
        if (o->kind != OBJ_RESULT && o->kind != OBJ_OUT)
            continue;
        const struct cat_func *cat = f->site_cat[o->site.v];
        for (uint32_t k = 0; cat && k < cat->n_fds; k++) {
            const struct cat_fd *fd = &cat->fds[k];
            if ((o->kind == OBJ_RESULT ? !fd->returns : fd->out != o->arg) ||
                conds_all(f, o->site, NULL, fd->when) != TRI_YES)
                continue;
            struct fd_origin origin = {.site = o->site, .kind = fd->kind,
                                       .birth = mode_at_birth(f, o->site, fd)};
            origin.mode = origin.birth;
            vec_push(f->arena, &found, origin);
            f->obj_origin[i] = found.n;
            if (!f->site_origin[o->site.v])
                f->site_origin[o->site.v] = found.n;
            break;
        }
    }
    f->origins = found.v;
    f->n_origins = found.n;
}

/* Calls mark(origin) for each origin that can be the value v of func. */
static void each_origin(struct flow_facts *f, gfunc_id func, val_id v, site_id site,
                        void (*mark)(struct fd_origin *, site_id))
{
    struct obj_set set = flow_value(f->program, func, v);
    for (uint32_t i = 0; i < set.n; i++) {
        uint32_t index = f->obj_origin[set.v[i].v];
        if (index)
            mark(&f->origins[index - 1], site);
    }
}

static void mark_nonblock(struct fd_origin *o, site_id site)
{
    if (o->mode == FD_MODE_NONBLOCK)
        return;
    o->mode = FD_MODE_NONBLOCK;
    o->mode_site = site;
}

static void mark_unclear(struct fd_origin *o, site_id site)
{
    (void)site;
    o->made_blocking = true;
}

static void mark_watched(struct fd_origin *o, site_id site)
{
    (void)site;
    o->watched = true;
}

static void apply_modes(struct flow_facts *f, site_id site, const struct cat_func *cat)
{
    gfunc_id func = f->program->sites[site.v].caller;
    for (uint32_t i = 0; i < cat->n_fd_modes; i++) {
        const struct cat_fd_mode *m = &cat->fd_modes[i];
        enum tri t = conds_all(f, site, NULL, m->when);
        val_id fd = site_arg(f->program, site, m->fd);
        if (t == TRI_NO || !fd.v)
            continue;
        each_origin(f, func, fd, site,
                    t == TRI_YES && m->nonblock ? mark_nonblock : mark_unclear);
    }
}

static void apply_watches(struct flow_facts *f, site_id site, const struct cat_func *cat)
{
    gfunc_id func = f->program->sites[site.v].caller;
    int watch = !strcmp(cat->name, "epoll_ctl") ? 2 : -1;
    for (uint32_t i = 0; i < cat->n_registers; i++)
        if (cat->registers[i].fd >= 0)
            watch = cat->registers[i].fd;
    val_id fd = site_arg(f->program, site, watch);
    if (fd.v)
        each_origin(f, func, fd, site, mark_watched);
}

/* Descriptors that a store hands to poll, kqueue or select: pollfd.fd = x, kevent.ident = x,
 * FD_SET. */
static bool is_watch_field(const struct unit *u, const struct unit_sel *sel)
{
    static const struct {
        const char *record, *field;
    } known[] = {{"pollfd", "fd"}, {"kevent", "ident"}, {"fd_set", "__fds_bits"},
                 {"fd_set", "fds_bits"}, {"iv_fd_", "fd"},      {"iv_fd", "fd"},
                 {"ev_io", "fd"}};
    if (sel->kind != SEL_FIELD)
        return false;
    const struct unit_field *field = &u->fields[sel->id];
    const char *name = unit_str(u, field->name);
    const char *record = unit_str(u, u->records[field->record.v].name);
    for (uint32_t i = 0; i < sizeof known / sizeof *known; i++)
        if (!strcmp(known[i].field, name) && !strcmp(known[i].record, record))
            return true;
    return false;
}

/* FD_SET(fd, set) is set->__fds_bits[fd / 64] |= 1 << (fd % 64): the first operand of the
 * division. */
static val_id fd_of_index(const struct unit *u, val_id v)
{
    for (uint32_t i = 0; i < 8 && u->vals[v.v].kind == VAL_BIN; i++)
        v = (val_id){u->vals[v.v].a};
    return v;
}

static void watch_store(struct flow_facts *f, gfunc_id func, const struct unit *u,
                        const struct unit_op *op)
{
    const struct unit_path *path = &u->paths[op->path.v];
    site_id none = {0};
    for (uint32_t i = 0; i < path->sels.n; i++) {
        const struct unit_sel *sel = &u->sels[path->sels.first + i];
        if (!is_watch_field(u, sel))
            continue;
        val_id fd = op->val;
        if (i + 1 < path->sels.n && sel[1].kind == SEL_INDEX_VAL)
            fd = fd_of_index(u, (val_id){sel[1].id});
        each_origin(f, func, fd, none, mark_watched);
    }
}

static void watch_stores(struct flow_facts *f)
{
    for (uint32_t i = 1; i < f->program->n_funcs; i++) {
        gfunc_id func = {i};
        const struct unit *u = program_unit(f->program, func);
        const struct unit_func *uf = program_func(f->program, func);
        for (uint32_t k = 0; k < uf->ops.n; k++) {
            const struct unit_op *op = &u->ops[uf->ops.first + k];
            if (op->kind == OP_STORE && u->paths[op->path.v].sels.n)
                watch_store(f, func, u, op);
        }
    }
}

void descriptors_find(struct flow_facts *f)
{
    find_origins(f);
    if (!f->n_origins)
        return;
    for (uint32_t i = 1; i < f->program->n_sites; i++) {
        const struct cat_func *cat = f->site_cat[i];
        if (!cat)
            continue;
        apply_modes(f, (site_id){i}, cat);
        apply_watches(f, (site_id){i}, cat);
    }
    watch_stores(f);
}
