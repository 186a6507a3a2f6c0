/* What the tests of link/ share: programs from C texts, edges by name, objects as text. */
#ifndef TESTS_UNIT_LINK_SUPPORT_H
#define TESTS_UNIT_LINK_SUPPORT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "link/program.h"
#include "support.h"

/* One unit for each text: a.c, b.c, ... */
static inline struct program *link_texts(struct arena *a, const char *const *texts, uint32_t n)
{
    const struct unit **units = arena_array(a, const struct unit *, n);

    for (uint32_t i = 0; i < n; i++) {
        units[i] = unit_from_c(a, texts[i], arena_printf(a, "%c.c", (int)('a' + i)));
    }
    return program_link(a, units, n);
}

static inline struct program *link_text(struct arena *a, const char *text)
{
    return link_texts(a, &text, 1);
}

static inline gfunc_id find_func(const struct program *p, const char *name)
{
    gfunc_id f = program_find_func(p, name, 0);

    if (f.v == 0) {
        fail_msg("no function %s", name);
    }
    return f;
}

/* Callees of a function in call order: "f:direct g:pointer h:signature k:ambiguous ?:unresolved
 * x:external". */
static inline const char *calls_of(struct arena *a, const struct program *p, const char *name)
{
    static const char *const kinds[] = {"direct", "pointer", "signature", "ambiguous"};
    const struct prog_func *f = &p->funcs[find_func(p, name).v];
    struct buf b BUF_CLEANUP = {0};

    for (uint32_t i = 0; i < f->n_sites; i++) {
        const struct site *s = &p->sites[f->first_site + i];

        for (uint32_t k = 0; k < s->n_edges; k++) {
            const struct edge *e = &p->edges[s->first_edge + k];

            buf_addf(&b, "%s%s:%s", b.n ? " " : "", p->funcs[e->to.v].name, kinds[e->kind]);
        }
        if (s->unresolved) {
            buf_addf(&b, "%s?:unresolved", b.n ? " " : "");
        } else if (s->n_edges == 0 && s->callee.v != 0) {
            buf_addf(&b, "%s%s:external", b.n ? " " : "", p->syms[s->callee.v].name);
        }
    }
    return arena_strdup(a, buf_str(&b));
}

static inline void add_object(const struct program *p, const struct flow_obj *o, struct buf *b)
{
    switch ((enum obj_kind)o->kind) {
    case OBJ_FUNC:
        buf_addf(b, "%s()", p->syms[o->sym.v].name);
        break;
    case OBJ_ADDR:
        buf_addf(b, "&%s", o->sym.v ? p->syms[o->sym.v].name : "*");
        break;
    case OBJ_RESULT:
        buf_addf(b, "result of %s", p->syms[p->sites[o->site.v].callee.v].name);
        break;
    case OBJ_OUT:
        buf_addf(b, "out %d of %s", o->arg, p->syms[p->sites[o->site.v].callee.v].name);
        break;
    case OBJ_INT:
        buf_addf(b, "%" PRId64, o->num);
        break;
    case OBJ_STR:
        buf_adds(b, "string");
        break;
    case OBJ_NONE:
        buf_adds(b, "none");
        break;
    }
}

static inline int compare_texts(const void *x, const void *y)
{
    const char *const *a = x, *const *b = y;

    return strcmp(*a, *b);
}

/* Objects sorted by their text, "..." at the end when there may be others. */
static inline const char *set_text(struct arena *a, const struct program *p, struct obj_set set)
{
    const char **texts = arena_array(a, const char *, set.n);
    struct buf b BUF_CLEANUP = {0};

    for (uint32_t i = 0; i < set.n; i++) {
        struct buf one BUF_CLEANUP = {0};

        add_object(p, flow_object(p, set.v[i]), &one);
        texts[i] = arena_strdup(a, buf_str(&one));
    }
    if (set.n > 1) {
        qsort(texts, set.n, sizeof *texts, compare_texts);
    }
    for (uint32_t i = 0; i < set.n; i++) {
        buf_addf(&b, "%s%s", i ? ", " : "", texts[i]);
    }
    buf_adds(&b, set.open ? (set.n ? ", ..." : "...") : "");
    return arena_strdup(a, buf_str(&b));
}

/* The nth call of callee in function. */
static inline const struct unit_op *find_call(const struct program *p, const char *function,
                                              const char *callee)
{
    gfunc_id f = find_func(p, function);

    for (uint32_t i = 0; i < p->funcs[f.v].n_sites; i++) {
        const struct site *s = &p->sites[p->funcs[f.v].first_site + i];

        if (strcmp(p->syms[s->callee.v].name, callee) == 0) {
            return &program_unit(p, f)->ops[s->op.v];
        }
    }
    fail_msg("%s does not call %s", function, callee);
    return NULL;
}

/* What argument arg of function's call of callee can be. */
static inline const char *arg_text(struct arena *a, const struct program *p, const char *function,
                                   const char *callee, uint32_t arg)
{
    gfunc_id f = find_func(p, function);
    const struct unit_op *op = find_call(p, function, callee);

    assert_true(arg < op->args.n);
    return set_text(a, p,
                    flow_value(p, f, program_unit(p, f)->args[op->args.first + arg].val));
}

#endif
