/*
 * concadvise graph FUNCTION [PATH...]: links the program and prints what the function calls. A name
 * that several files define (static functions) is printed once for each.
 */
#include "link/graph.h"

#include <string.h>

#include "base/suggest.h"
#include "cli/account.h"
#include "cli/commands.h"
#include "cli/load.h"
#include "cli/output.h"

static const char *nearest_function(struct arena *a, const struct program *p, const char *name)
{
    const char **names = arena_array(a, const char *, p->n_funcs);
    for (uint32_t i = 1; i < p->n_funcs; i++)
        names[i - 1] = p->funcs[i].name;
    return p->n_funcs > 1 ? suggest_word(name, names, p->n_funcs - 1) : NULL;
}

static int no_function(struct arena *a, const struct program *p, const char *name)
{
    const char *near = nearest_function(a, p, name);
    if (near)
        say("no function '%s' with a body (did you mean '%s'?)", name, near);
    else
        say("no function '%s' with a body in the files that were read", name);
    return EXIT_FAILED;
}

static int print_graphs(struct arena *a, const struct options *o, const struct loaded *l,
                        const char *name)
{
    struct program *p = program_link(a, l->units, l->n_units);
    struct buf BUF_CLEANUP out = {0};
    gfunc_id root;
    uint32_t nth = 0;
    for (; (root = program_find_func(p, name, nth)).v != 0; nth++) {
        ASSERT(nth < p->n_funcs);
        graph_print(p, root, o->depth, o->dot, l->found.root, &out);
    }
    return nth ? output_text(&out) : no_function(a, p, name);
}

int command_graph(struct arena *a, const struct options *o)
{
    if (o->words.n == 0) {
        say("graph needs the name of a function: concadvise graph FUNCTION [PATH...]");
        return EXIT_FAILED;
    }
    struct str_list paths = {0};
    for (uint32_t i = 1; i < o->words.n; i++)
        vec_push(a, &paths, o->words.v[i]);
    struct loaded l;
    struct account account;
    struct err ERR_CLEANUP err = {0};
    if (!load_discover(a, o, &paths, &l, &err)) {
        say("%s", buf_str(&err.text));
        return EXIT_FAILED;
    }
    load_say_notes(a, o, &l);
    if (l.found.jobs.n == 0) {
        (void)load_nothing(a, &paths, &l);
        return EXIT_FAILED;
    }
    if (!load_units(a, o, &l, &err)) {
        say("%s", buf_str(&err.text));
        return EXIT_FAILED;
    }
    account_units(a, o, &l, &account);
    return print_graphs(a, o, &l, o->words.v[0]);
}
