/* What the tests of domains/ share: entries and strands of a program from C text, by name. */
#ifndef TESTS_UNIT_DOMAINS_SUPPORT_H
#define TESTS_UNIT_DOMAINS_SUPPORT_H

#include "domains/parallel.h"
#include "link_support.h"

/* Declarations that the texts need; the real headers are not there. */
#define PTHREAD_TEXT                                                                               \
    "typedef unsigned long pthread_t;\n"                                                           \
    "int pthread_create(pthread_t *t, const void *attr, void *(*run)(void *), void *arg);\n"       \
    "int pthread_join(pthread_t t, void **result);\n"                                              \
    "typedef int pthread_once_t;\n"                                                                \
    "int pthread_once(pthread_once_t *once, void (*run)(void));\n"                                 \
    "typedef void (*sighandler_t)(int);\n"                                                         \
    "sighandler_t signal(int number, sighandler_t handler);\n"                                     \
    "int fork(void);\n"                                                                            \
    "void _exit(int status) __attribute__((noreturn));\n"                                          \
    "void note(int);\n"

struct domains_fixture {
    struct arena arena;
    struct program *program;
    struct flow_facts *flow;
    struct domains *domains;
    struct parallel *parallel;
};

static inline void fixture_open(struct domains_fixture *x, const char *text)
{
    const struct catalog *catalog;
    struct err err ERR_CLEANUP = {0};

    arena_init(&x->arena);
    if (!catalog_load(&x->arena, NULL, NULL, 0, &catalog, &err))
        fail_msg("%s", buf_str(&err.text));
    x->program = link_text(&x->arena, text);
    x->flow = flow_analyse(&x->arena, x->program, catalog);
    x->domains = domains_find(&x->arena, x->flow);
    x->parallel = parallel_find(&x->arena, x->flow, x->domains);
}

static inline void fixture_close(struct domains_fixture *x)
{
    arena_release(&x->arena);
}

/* The strand whose first root is the function. */
static inline uint32_t strand_of(const struct domains_fixture *x, const char *root)
{
    gfunc_id f = find_func(x->program, root);
    for (uint32_t i = 0; i < x->parallel->n; i++)
        if (x->parallel->strands[i].roots[0].v == f.v)
            return i;
    fail_msg("no strand starts at %s", root);
    return 0;
}

/* The op of the nth call in function (from 0) that passes the constant `mark`: note(3). */
static inline struct moment moment_of(const struct domains_fixture *x, const char *strand,
                                      const char *function, int64_t mark)
{
    const struct program *p = x->program;
    gfunc_id f = find_func(p, function);
    const struct unit *u = program_unit(p, f);

    for (uint32_t i = 0; i < p->funcs[f.v].n_sites; i++) {
        op_id op = p->sites[p->funcs[f.v].first_site + i].op;
        const struct unit_op *o = &u->ops[op.v];
        if (o->args.n == 1 && u->vals[u->args[o->args.first].val.v].kind == VAL_INT &&
            u->vals[u->args[o->args.first].val.v].num == mark)
            return (struct moment){.strand = strand_of(x, strand), .func = f, .op = op};
    }
    fail_msg("%s has no call with %d", function, (int)mark);
    return (struct moment){0};
}

#endif
