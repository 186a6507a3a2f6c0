/*
 * Text: depth first, each function's calls in source order, one line for each callee, a function
 * expanded once. Graphviz: breadth first, so that the depth counts from the root. Both work on the
 * same list of callees of a function, and on explicit stacks: call chains may be long.
 */
#include "link/graph.h"

#include <inttypes.h>

#include "base/file.h"
#include "link/internal.h"
#include "unit/bytes.h"

enum { MAX_REASONS = 3 };

struct callee {
    gfunc_id func; /* 0: external, or unknown when sym is 0 too */
    gsym_id sym;
    site_id site;
    uint8_t kind; /* enum edge_kind */
    obj_id obj;
};
struct frame {
    gfunc_id func;
    struct callee *callees;
    uint32_t n, next;
};
struct graph {
    const struct program *p;
    struct arena *a;
    const char *root_dir;
    struct buf *out;
    uint32_t depth;
    bool *is_expanded, *is_active; /* [gfunc] */
    uint32_t *listed_in;           /* [gfunc or n_funcs + gsym] last function that listed it */
};

/* ---- what a function calls ---- */

struct callees {
    struct callee *v;
    uint32_t n, cap;
};

static void add_callee(struct graph *g, gfunc_id caller, struct callees *list, struct callee c)
{
    uint32_t key = c.func.v ? c.func.v : g->p->n_funcs + c.sym.v;

    if (c.func.v == 0 && c.sym.v == 0) {
        vec_push(g->a, list, c); /* each unknown call is a line of its own */
    } else if (g->listed_in[key] != caller.v) {
        g->listed_in[key] = caller.v;
        vec_push(g->a, list, c);
    }
}

static void add_pointer_externals(struct graph *g, gfunc_id caller, site_id s, struct callees *list)
{
    const struct unit_op *op = site_op(g->p, s);
    struct obj_set set =
        op->val.v ? flow_value(g->p, caller, op->val) : flow_path(g->p, caller, op->path);

    for (uint32_t i = 0; i < set.n; i++) {
        const struct flow_obj *o = flow_object(g->p, set.v[i]);

        if (o->kind == OBJ_FUNC && o->func.v == 0) {
            add_callee(g, caller, list,
                       (struct callee){
                           .sym = o->sym, .site = s, .kind = EDGE_POINTER, .obj = set.v[i]});
        }
    }
}

static void add_site(struct graph *g, gfunc_id caller, site_id s, struct callees *list)
{
    const struct site *site = &g->p->sites[s.v];

    for (uint32_t i = 0; i < site->n_edges; i++) {
        const struct edge *e = &g->p->edges[site->first_edge + i];

        add_callee(g, caller, list,
                   (struct callee){.func = e->to, .site = s, .kind = e->kind, .obj = e->obj});
    }
    if (site->callee.v == 0) {
        add_pointer_externals(g, caller, s, list);
        if (site->unresolved && site->n_edges == 0) {
            add_callee(g, caller, list, (struct callee){.site = s, .kind = EDGE_POINTER});
        }
    } else if (site->n_edges == 0) {
        add_callee(g, caller, list,
                   (struct callee){.sym = site->callee, .site = s, .kind = EDGE_DIRECT});
    }
}

static struct frame frame_of(struct graph *g, gfunc_id f)
{
    const struct prog_func *pf = &g->p->funcs[f.v];
    struct callees list = {0};

    for (uint32_t i = 0; i < pf->n_sites; i++) {
        add_site(g, f, (site_id){pf->first_site + i}, &list);
    }
    return (struct frame){.func = f, .callees = list.v, .n = list.n};
}

/* ---- texts that both forms use ---- */

static void add_file(const struct graph *g, const struct unit *u, place_id place, struct buf *out)
{
    const struct unit_place *pl = &u->places[place.v];
    const char *file = unit_str(u, u->files[pl->file.v].name);

    buf_addf(out, "%s:%" PRIu32, g->root_dir ? path_relative(g->a, g->root_dir, file) : file,
             pl->line);
}

static void add_func(const struct graph *g, gfunc_id f, struct buf *out)
{
    buf_addf(out, "%s (", g->p->funcs[f.v].name);
    add_file(g, program_unit(g->p, f), program_func(g->p, f)->place, out);
    buf_addc(out, ')');
}

static const char *callee_name(const struct graph *g, const struct callee *c)
{
    if (c->func.v != 0) {
        return g->p->funcs[c->func.v].name;
    }
    return c->sym.v ? g->p->syms[c->sym.v].name : "?";
}

static void add_pointer_text(const struct graph *g, const struct callee *c, struct buf *out)
{
    const struct site *site = &g->p->sites[c->site.v];
    const struct unit_op *op = site_op(g->p, c->site);
    const struct unit *u = program_unit(g->p, site->caller);
    func_id f = g->p->funcs[site->caller.v].func;

    if (op->path.v != 0) {
        unit_path_text(u, f, op->path, out);
    } else {
        unit_val_text(u, f, op->val, out);
    }
}

/* Why the edge is there; nothing for a plain call. */
static void add_why(const struct graph *g, const struct callee *c, struct buf *out)
{
    const struct site *site = &g->p->sites[c->site.v];
    const struct unit_op *op = site_op(g->p, c->site);

    switch ((enum edge_kind)c->kind) {
    case EDGE_DIRECT:
        break;
    case EDGE_AMBIGUOUS:
        buf_adds(out, "one of several definitions of this name");
        break;
    case EDGE_SIGNATURE:
        buf_adds(out, "same type only, low confidence");
        break;
    case EDGE_POINTER:
        if (c->obj.v != 0 && op->val.v != 0) {
            reason_text(g->p, site->caller, op->val, c->obj, MAX_REASONS, g->root_dir, ", ", out);
        } else if (c->obj.v == 0) {
            buf_adds(out, "no function is known for it");
        }
        break;
    }
}

/* ---- text ---- */

static void add_mark(const struct graph *g, const struct callee *c, bool is_cut)
{
    if (c->func.v == 0) {
        buf_adds(g->out, c->sym.v ? " [external]" : " [unresolved]");
    } else if (g->is_active[c->func.v]) {
        buf_adds(g->out, " (recursion)");
    } else if (g->is_expanded[c->func.v]) {
        buf_adds(g->out, " (seen above)");
    } else if (is_cut && g->p->funcs[c->func.v].n_sites > 0) {
        buf_adds(g->out, " (deeper calls not shown)");
    }
}

static void text_line(const struct graph *g, const struct callee *c, uint32_t level, bool is_cut)
{
    const struct unit *u = program_unit(g->p, g->p->sites[c->site.v].caller);
    struct buf why BUF_CLEANUP = {0};

    buf_addf(g->out, "%*s", (int)(2 * level), "");
    if (c->func.v != 0) {
        add_func(g, c->func, g->out);
    } else {
        buf_adds(g->out, callee_name(g, c));
    }
    add_mark(g, c, is_cut);
    buf_adds(g->out, ": called ");
    if (g->p->sites[c->site.v].callee.v == 0) {
        buf_adds(g->out, "through ");
        add_pointer_text(g, c, g->out);
        buf_addc(g->out, ' ');
    }
    buf_adds(g->out, "at ");
    add_file(g, u, site_op(g->p, c->site)->place, g->out);
    add_why(g, c, &why);
    buf_addf(g->out, "%s%s\n", why.n ? "; " : "", buf_str(&why));
}

static void print_text(struct graph *g, gfunc_id root)
{
    VEC(struct frame) stack = {0};

    add_func(g, root, g->out);
    buf_addc(g->out, '\n');
    g->is_expanded[root.v] = g->is_active[root.v] = true;
    if (g->depth > 0) {
        vec_push(g->a, &stack, frame_of(g, root));
    }
    while (stack.n > 0) {
        struct frame *f = &stack.v[stack.n - 1];
        const struct callee *c;
        bool is_cut = stack.n >= g->depth;

        if (f->next == f->n) {
            g->is_active[f->func.v] = false;
            stack.n--;
            continue;
        }
        c = &f->callees[f->next++];
        text_line(g, c, stack.n, is_cut);
        if (c->func.v != 0 && !is_cut && !g->is_expanded[c->func.v]) {
            g->is_expanded[c->func.v] = g->is_active[c->func.v] = true;
            vec_push(g->a, &stack, frame_of(g, c->func));
        }
    }
}

/* ---- Graphviz ---- */

static void add_quoted(struct buf *out, const char *s)
{
    buf_addc(out, '"');
    for (; *s; s++) {
        if (*s == '"' || *s == '\\') {
            buf_addc(out, '\\');
        }
        buf_addc(out, *s);
    }
    buf_addc(out, '"');
}

static void dot_func(const struct graph *g, gfunc_id f)
{
    struct buf label BUF_CLEANUP = {0};

    add_func(g, f, &label);
    buf_addf(g->out, "    f%" PRIu32 " [label=", f.v);
    add_quoted(g->out, buf_str(&label));
    buf_adds(g->out, "];\n");
}

static void dot_edge(const struct graph *g, gfunc_id from, const struct callee *c)
{
    struct buf why BUF_CLEANUP = {0};

    if (g->p->sites[c->site.v].callee.v == 0) {
        buf_adds(&why, "through ");
        add_pointer_text(g, c, &why);
        buf_adds(&why, "; ");
    }
    add_why(g, c, &why);
    if (c->func.v != 0) {
        buf_addf(g->out, "    f%" PRIu32 " -> f%" PRIu32, from.v, c->func.v);
    } else {
        struct buf name BUF_CLEANUP = {0};

        buf_addf(&name, "%s", callee_name(g, c));
        if (c->sym.v == 0) {
            buf_adds(&name, " at "); /* unknown callees are not all one */
            add_file(g, program_unit(g->p, from), site_op(g->p, c->site)->place, &name);
        }
        buf_addf(g->out, "    f%" PRIu32 " -> ", from.v);
        add_quoted(g->out, buf_str(&name));
    }
    if (why.n > 0) {
        buf_addf(g->out, " [style=%s, label=",
                 c->kind == EDGE_POINTER && c->obj.v ? "dashed" : "dotted");
        add_quoted(g->out, buf_str(&why));
        buf_addc(g->out, ']');
    }
    buf_adds(g->out, ";\n");
}

static void print_dot(struct graph *g, gfunc_id root)
{
    VEC(gfunc_id) queue = {0};
    uint32_t level = 0, level_end = 1;

    buf_adds(g->out, "digraph calls {\n    rankdir=LR;\n    node [shape=box];\n");
    vec_push(g->a, &queue, root);
    g->is_expanded[root.v] = true;
    for (uint32_t i = 0; i < queue.n; i++) {
        struct frame f = {0};

        if (i == level_end) {
            level++;
            level_end = queue.n;
        }
        dot_func(g, queue.v[i]);
        if (level < g->depth) {
            f = frame_of(g, queue.v[i]);
        }
        for (uint32_t k = 0; k < f.n; k++) {
            gfunc_id to = f.callees[k].func;

            dot_edge(g, queue.v[i], &f.callees[k]);
            if (to.v != 0 && !g->is_expanded[to.v]) {
                g->is_expanded[to.v] = true;
                vec_push(g->a, &queue, to);
            }
        }
    }
    buf_adds(g->out, "}\n");
}

void graph_print(const struct program *p, gfunc_id root, uint32_t depth, bool dot,
                 const char *root_dir, struct buf *out)
{
    struct arena scratch;
    struct graph g = {.p = p, .a = &scratch, .root_dir = root_dir, .out = out, .depth = depth};

    ASSERT(root.v != 0 && root.v < p->n_funcs);
    arena_init(&scratch);
    g.is_expanded = arena_array(&scratch, bool, p->n_funcs);
    g.is_active = arena_array(&scratch, bool, p->n_funcs);
    g.listed_in = arena_array(&scratch, uint32_t, (size_t)p->n_funcs + p->n_syms);
    if (dot) {
        print_dot(&g, root);
    } else {
        print_text(&g, root);
    }
    arena_release(&scratch);
}
