/*
 * A call on a descriptor blocks only on positive evidence: its origin is seen, it was made in
 * blocking mode and nothing on the way sets O_NONBLOCK. An unknown descriptor is no finding.
 */
#include "flow/blocking.h"

#include <string.h>

#include "flow/descriptors.h"
#include "flow/drain.h"
#include "flow/guards.h"
#include "flow/retry.h"
#include "flow/shape.h"

static const struct blocking blocks_not = {.how = BLOCKS_NOT};

static enum confidence at_most(enum confidence c, enum confidence bound)
{
    return c < bound ? c : bound;
}

static bool is_writing(const struct cat_func *cat)
{
    return strstr(cat->name, "write") || strstr(cat->name, "send") || strstr(cat->name, "splice");
}

/* ---- descriptors ---- */
static struct blocking with(struct blocking b, enum block_how how, enum confidence conf)
{
    b.how = how;
    b.conf = at_most(b.conf, conf);
    return b;
}

static struct blocking judge_file(struct blocking b)
{
    b.device = DEV_DISK;
    b.typical_ms = 0.1;
    b.worst_ms = 50;
    return with(b, BLOCKS_FD, CONF_LOW);
}

static struct blocking judge_fd(const struct flow_facts *f, site_id site,
                                const struct context *ctx, const struct cat_func *cat,
                                struct blocking b)
{
    gfunc_id func = f->program->sites[site.v].caller;
    const struct func_shape *s = flow_shape(f, func);
    op_id op = f->program->sites[site.v].op;
    val_id arg = site_arg(f->program, site, cat->blocks->fd);
    bool is_connect = cat->blocks->device != DEV_FD;

    b.fd = context_fd(f, func, ctx, arg);
    enum fd_mode mode = (enum fd_mode)b.fd.mode, here;
    bool is_seen = local_fd_mode(f, site, ctx, arg, &here);
    if (is_seen)
        mode = here;
    if (!is_connect && b.fd.kind == FD_FILE)
        return judge_file(b);
    if (mode != FD_MODE_BLOCKING) {
        if (is_connect || b.fd.any_event || !retries_on_again(f, site))
            return blocks_not;
        b.device = DEV_NET;
        b.worst_ms = -1;
        return with(b, BLOCKS_SPIN, mode == FD_MODE_NONBLOCK ? CONF_HIGH : CONF_MEDIUM);
    }
    enum confidence sure = b.fd.sure || is_seen ? CONF_HIGH : CONF_MEDIUM;
    if (is_connect)
        return b.fd.kind == FD_DATAGRAM ? blocks_not : with(b, BLOCKS_FD, sure);
    if (b.fd.kind != FD_SOCKET && b.fd.kind != FD_PIPE && b.fd.kind != FD_DATAGRAM)
        return blocks_not;
    b.device = b.fd.kind == FD_PIPE ? DEV_IPC : DEV_NET;
    bool is_accept = !strncmp(cat->name, "accept", 6); /* is called when a client is there */
    if (b.fd.ready || b.fd.watched || is_accept) {
        loop_id loop = shape_loop_of(s, op);
        if (is_writing(cat) || !loop.v || loop_waits(f, func, loop) ||
            !drain_same_fd(s, loop, arg) || !drain_ends_on_result(s, loop, op))
            return blocks_not;
        return with(b, BLOCKS_DRAIN, CONF_MEDIUM);
    }
    if (is_writing(cat)) /* waits only when the peer is slow and the buffer is full */
        return with(b, BLOCKS_FD, b.fd.kind == FD_SOCKET ? CONF_MEDIUM : CONF_LOW);
    return with(b, BLOCKS_FD, sure);
}

/* ---- calls ---- */
static bool judge_duration(const struct flow_facts *f, site_id site, const struct context *ctx,
                           const struct cat_blocks *c, struct blocking *b)
{
    if (c->duration_arg < 0)
        return true;
    gfunc_id func = f->program->sites[site.v].caller;
    val_id arg = site_arg(f->program, site, c->duration_arg);
    struct absval v = context_eval(f, func, ctx, arg);
    op_id at = f->program->sites[site.v].op;
    int64_t sec, nsec;
    if (context_field(f, func, ctx, at, arg, "tv_sec", &sec) &&
        context_field(f, func, ctx, at, arg, "tv_nsec", &nsec)) {
        b->exact = true;
        b->typical_ms = b->worst_ms = (double)sec * 1000 + (double)nsec / 1e6;
        return b->worst_ms > 0;
    }
    if (v.kind != ABS_INT)
        return true;
    b->exact = true;
    b->typical_ms = b->worst_ms = (double)v.num * c->duration_ms;
    if (v.num < 0)
        b->worst_ms = -1;
    return v.num != 0;
}

static bool asks_guard(const struct flow_facts *f, site_id site, const char *guard)
{
    const struct program *p = f->program;
    const struct prog_func *pf = &p->funcs[p->sites[site.v].caller.v];
    for (uint32_t i = 0; guard && i < pf->n_sites; i++) {
        gsym_id callee = p->sites[pf->first_site + i].callee;
        if (callee.v && !strcmp(p->syms[callee.v].name, guard))
            return true;
    }
    return false;
}

/* Does the program make the call that switches such objects to not waiting? Which of them is not
 * asked. */
static bool is_switched_off(const struct flow_facts *f, const struct cat_blocks *c)
{
    const struct program *p = f->program;
    for (uint32_t i = 1; c->set_by && i < p->n_sites; i++) {
        gsym_id callee = p->sites[i].callee;
        if (callee.v && !strcmp(p->syms[callee.v].name, c->set_by) &&
            conds_all(f, (site_id){i}, NULL, c->set_off) == TRI_YES)
            return true;
    }
    return false;
}

struct blocking blocking_judge(const struct flow_facts *f, site_id site, const struct context *ctx,
                               const struct cat_func *cat)
{
    if (!cat || !cat->blocks || cat->never_blocks)
        return blocks_not;
    ASSERT(site.v && site.v < f->program->n_sites);
    const struct cat_blocks *c = cat->blocks;
    struct blocking b = {.device = c->device, .conf = CONF_HIGH, .typical_ms = c->typical_ms,
                         .worst_ms = c->worst_ms};
    enum tri unless = conds_any(f, site, ctx, c->unless), when = conds_all(f, site, ctx, c->when);

    if (unless == TRI_YES || when == TRI_NO || asks_guard(f, site, c->guard) ||
        !judge_duration(f, site, ctx, c, &b))
        return blocks_not;
    if (is_switched_off(f, c))
        b.conf = CONF_LOW;
    if (unless == TRI_MAYBE)
        b.conf = at_most(b.conf, CONF_MEDIUM);
    if (when != TRI_YES)
        b.conf = at_most(b.conf, when == TRI_MAYBE ? CONF_MEDIUM : CONF_LOW);
    if (c->fd >= 0)
        return judge_fd(f, site, ctx, cat, b);
    /* Files: what has an asynchronous form in the same library is worth saying, a plain stat() is
     * not. */
    if ((c->device == DEV_DISK || c->device == DEV_DISK_META))
        b.conf = at_most(b.conf, c->when.n ? CONF_MEDIUM : CONF_LOW);
    val_id handle = c->device == DEV_JOIN ? site_arg(f->program, site, 0) : (val_id){0};
    if (handle.v && (guarded_by_own_field(f, site, handle) || told_to_stop(f, site, handle)))
        b.conf = CONF_LOW; /* it has said that it is done, or is about to end */
    if (b.worst_ms >= 0 && (b.exact ? b.worst_ms < 1 : b.typical_ms < 0.1))
        b.conf = CONF_LOW;
    b.how = BLOCKS_CALL;
    return b;
}
