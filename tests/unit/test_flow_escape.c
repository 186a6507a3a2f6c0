/*
 * Which memory threads share, asked at the stores to a field (or variable) named in each test: the
 * nth store to it in a function.
 */
#include "link_support.h"

#include "flow/escape.h"

struct world {
    struct arena arena;
    struct program *p;
    struct flow_facts *flow;
    struct locs *locs;
    struct escapes *e;
};

#define THREADS                                                                                    \
    "typedef unsigned long pthread_t;\n"                                                           \
    "int pthread_create(pthread_t *, const void *, void *(*)(void *), void *);\n"                  \
    "void *malloc(unsigned long); void *calloc(unsigned long, unsigned long); void free(void *);\n"

static int setup(void **state)
{
    struct world *w = calloc(1, sizeof *w);

    assert_non_null(w);
    arena_init(&w->arena);
    *state = w;
    return 0;
}

static int teardown(void **state)
{
    struct world *w = *state;

    arena_release(&w->arena);
    free(w);
    return 0;
}

static void build(struct world *w, const char *text)
{
    ERR_CLEANUP struct err err = {0};
    const struct catalog *c;

    if (!catalog_load(&w->arena, NULL, NULL, 0, &c, &err)) {
        fail_msg("%s", buf_str(&err.text));
    }
    w->p = link_text(&w->arena, arena_printf(&w->arena, "%s%s", THREADS, text));
    w->flow = flow_analyse(&w->arena, w->p, c);
    w->locs = flow_locs(w->flow);
    w->e = flow_escapes(w->flow);
}

struct at { /* one store */
    gfunc_id func;
    op_id op;
    path_id path;
    loc_id loc;
};

static const char *last_name(const struct unit *u, const struct unit_path *path, gfunc_id f,
                             const struct program *p)
{
    const struct unit_func *fn = program_func(p, f);

    for (uint32_t i = path->sels.n; i > 0; i--) {
        const struct unit_sel *s = &u->sels[path->sels.first + i - 1];

        if (s->kind == SEL_FIELD) {
            return unit_str(u, u->fields[s->id].name);
        }
    }
    if (path->root == ROOT_SYM) {
        return unit_str(u, u->syms[path->id].name);
    }
    if (path->root == ROOT_LOCAL) {
        return unit_str(u, u->locals[path->id].name);
    }
    return path->root == ROOT_PARAM ? unit_str(u, u->locals[fn->locals.first + path->id].name) : "";
}

/* The nth store (from 1) of func whose target ends in this field or variable. */
static struct at store_of(struct world *w, const char *func, const char *name, uint32_t nth)
{
    gfunc_id f = find_func(w->p, func);
    const struct unit *u = program_unit(w->p, f);
    const struct unit_func *fn = program_func(w->p, f);

    for (uint32_t i = fn->ops.first; i < fn->ops.first + fn->ops.n; i++) {
        const struct unit_op *op = &u->ops[i];

        if (op->kind == OP_STORE &&
            strcmp(last_name(u, &u->paths[op->path.v], f, w->p), name) == 0 && --nth == 0) {
            return (struct at){f, {i}, op->path, loc_of_path(w->locs, f, op->path, (op_id){i})};
        }
    }
    fail_msg("%s does not store to %s that often", func, name);
    return (struct at){0};
}

static enum share share_at(struct world *w, const char *func, const char *name, uint32_t nth)
{
    struct at a = store_of(w, func, name, nth);

    return escape_share(w->e, a.func, a.loc);
}

static bool owned_at(struct world *w, const char *func, const char *name, uint32_t nth)
{
    struct at a = store_of(w, func, name, nth);

    return escape_is_owned(w->e, a.func, a.op, a.loc);
}

static enum alias alias_of(struct world *w, const char *f, const char *g, const char *name,
                           bool two)
{
    struct at a = store_of(w, f, name, 1), b = store_of(w, g, name, 1);

    return escape_alias(w->e, a.func, a.loc, b.func, b.loc, two);
}

/* ---- ownership ---- */

static void own_until_published(void **state)
{
    struct world *w = *state;

    build(w, "struct s { int x; struct s *next; }; struct s *list;\n"
             "void f(void) {\n"
             "  struct s *p = malloc(sizeof *p);\n"
             "  p->x = 1;\n"
             "  list = p;\n"
             "  p->x = 2;\n"
             "}\n"
             "void g(struct s *q) { q->x = 3; }\n");
    assert_true(owned_at(w, "f", "x", 1));
    assert_false(owned_at(w, "f", "x", 2));
    assert_false(owned_at(w, "g", "x", 1));
}

static void fresh_again_in_each_round(void **state)
{
    struct world *w = *state;

    build(w, "struct s { int x; struct s *next; }; struct s *list; int more(void);\n"
             "void f(void) {\n"
             "  while (more()) {\n"
             "    struct s *p = calloc(1, sizeof *p);\n"
             "    p->x = 1;\n"
             "    p->next = list;\n"
             "    list = p;\n"
             "  }\n"
             "}\n"
             "void g(void) {\n"
             "  struct s *p = calloc(1, sizeof *p);\n"
             "  while (more()) {\n"
             "    p->x = 1;\n"
             "    list = p;\n"
             "  }\n"
             "}\n");
    assert_true(owned_at(w, "f", "x", 1));
    assert_false(owned_at(w, "g", "x", 1));
}

static void allocators_of_the_program(void **state)
{
    struct world *w = *state;

    build(w, "struct s { int x; }; struct s *kept; void abort(void);\n"
             "static void *xmalloc(unsigned long n) {\n"
             "  void *p = malloc(n);\n"
             "  if (!p) abort();\n"
             "  return p;\n"
             "}\n"
             "static struct s *new_s(int x) {\n"
             "  struct s *s = xmalloc(sizeof *s);\n"
             "  if (!s) return 0;\n"
             "  s->x = x;\n"
             "  return s;\n"
             "}\n"
             "static struct s *kept_s(void) {\n"
             "  struct s *s = xmalloc(sizeof *s);\n"
             "  kept = s;\n"
             "  return s;\n"
             "}\n"
             "static struct s *old_s(void) { return kept; }\n"
             "void f(void) { struct s *s = new_s(1); s->x = 2; }\n"
             "void g(void) { struct s *s = kept_s(); s->x = 2; }\n"
             "void h(void) { struct s *s = old_s(); s->x = 2; }\n");
    assert_true(escape_returns_fresh(w->e, find_func(w->p, "xmalloc")));
    assert_true(escape_returns_fresh(w->e, find_func(w->p, "new_s")));
    assert_false(escape_returns_fresh(w->e, find_func(w->p, "kept_s")));
    assert_false(escape_returns_fresh(w->e, find_func(w->p, "old_s")));
    assert_true(owned_at(w, "new_s", "x", 1));
    assert_true(owned_at(w, "f", "x", 1));
    assert_false(owned_at(w, "g", "x", 1));
    assert_false(owned_at(w, "h", "x", 1));
}

static void published_by_a_callee(void **state)
{
    struct world *w = *state;

    build(w, "struct s { int x; struct s *next; }; struct q { struct s *head; };\n"
             "struct q queue;\n"
             "static void push(struct q *q, struct s *s) { s->next = q->head; q->head = s; }\n"
             "static void look(struct s *s) { s->x = 9; }\n"
             "void f(void) {\n"
             "  struct s *s = malloc(sizeof *s);\n"
             "  s->x = 1; look(s); s->x = 2;\n"
             "  push(&queue, s);\n"
             "  s->x = 3;\n"
             "}\n"
             "void g(void) {\n"
             "  struct q mine; struct s *s = malloc(sizeof *s);\n"
             "  push(&mine, s);\n"
             "  s->x = 1;\n"
             "}\n");
    assert_true(owned_at(w, "f", "x", 1));
    assert_true(owned_at(w, "f", "x", 2));
    assert_false(owned_at(w, "f", "x", 3));
    assert_true(owned_at(w, "g", "x", 1));
}

static void published_with_its_container(void **state)
{
    struct world *w = *state;

    build(w, "struct b { int x; }; struct s { struct b *b; int y; }; struct s *all;\n"
             "void f(void) {\n"
             "  struct s *s = malloc(sizeof *s);\n"
             "  s->b = malloc(sizeof *s->b);\n"
             "  struct b *b = s->b;\n"
             "  b->x = 1; s->b->x = 2;\n"
             "  all = s;\n"
             "  b->x = 3;\n"
             "}\n");
    assert_true(owned_at(w, "f", "x", 1));
    assert_true(owned_at(w, "f", "x", 2));
    assert_false(owned_at(w, "f", "x", 3));
}

static void what_was_there_before_is_not_owned(void **state)
{
    struct world *w = *state;

    build(w, "struct b { int x; }; struct s { struct b *b; }; struct b *shared;\n"
             "void f(void) {\n"
             "  struct s *s = malloc(sizeof *s);\n"
             "  s->b = shared;\n"
             "  s->b->x = 1;\n"
             "}\n"
             "void g(struct b *old, int c) {\n"
             "  struct b *p = c ? malloc(sizeof *p) : old;\n"
             "  p->x = 1;\n"
             "}\n");
    assert_false(owned_at(w, "f", "x", 1));
    assert_false(owned_at(w, "g", "x", 1));
}

static void locals_until_a_thread_has_them(void **state)
{
    struct world *w = *state;

    build(w, "struct s { int x; };\n"
             "static void *run(void *a) { struct s *s = a; s->x = 1; return 0; }\n"
             "static void fill(struct s *s) { s->x = 5; }\n"
             "void f(void) {\n"
             "  struct s s; pthread_t t; int n; int *p = &n;\n"
             "  s.x = 1; fill(&s); s.x = 2;\n"
             "  pthread_create(&t, 0, run, &s);\n"
             "  s.x = 3;\n"
             "  *p = 1; n = 2;\n"
             "}\n");
    assert_true(owned_at(w, "f", "x", 1));
    assert_true(owned_at(w, "f", "x", 2));
    assert_false(owned_at(w, "f", "x", 3));
    assert_true(owned_at(w, "f", "n", 1));
    assert_true(escape_is_published(w->e, find_func(w->p, "f"), store_of(w, "f", "x", 3).op,
                                    store_of(w, "f", "x", 3).loc));
}

static void sent_through_a_pipe(void **state)
{
    struct world *w = *state;

    build(w, "struct s { int x; }; long write(int, const void *, unsigned long);\n"
             "void f(int fd) {\n"
             "  struct s *s = malloc(sizeof *s);\n"
             "  s->x = 1;\n"
             "  write(fd, &s, sizeof s);\n"
             "  s->x = 2;\n"
             "}\n");
    assert_false(owned_at(w, "f", "x", 2));
}

static void a_callee_publishes_its_parameter(void **state)
{
    struct world *w = *state;
    struct at a;

    build(w, "struct s { int x; }; struct s *all;\n"
             "static void add(struct s *s) { s->x = 1; all = s; s->x = 2; }\n"
             "void f(void) { add(malloc(4)); }\n");
    a = store_of(w, "add", "x", 1);
    assert_false(escape_is_published(w->e, a.func, a.op, a.loc));
    a = store_of(w, "add", "x", 2);
    assert_true(escape_is_published(w->e, a.func, a.op, a.loc));
}

/* ---- sharing ---- */

static void globals_and_what_they_lead_to(void **state)
{
    struct world *w = *state;

    build(w, "struct node { int x; struct node *next; }; struct conf { int y; };\n"
             "int n; static struct conf one; struct conf *conf; struct node *head; int a[4];\n"
             "__thread int mine; __thread int leaked; int *leak;\n"
             "void set(void) { conf = malloc(sizeof *conf); head = malloc(sizeof *head); }\n"
             "void f(int i) {\n"
             "  n = 1; one.y = 1; conf->y = 2; a[i] = 1; mine = 1; leaked = 1; leak = &leaked;\n"
             "  for (struct node *p = head; p; p = p->next) p->x = 1;\n"
             "}\n"
             "void g(void) { int x; int *q = &x; *q = 1; x = 2; }\n");
    set_text(&w->arena, w->p, (struct obj_set){0});
    assert_int_equal(share_at(w, "f", "n", 1), SHARE_ONE);
    assert_int_equal(share_at(w, "f", "y", 1), SHARE_ONE);
    assert_int_equal(share_at(w, "f", "y", 2), SHARE_ONE);
    assert_int_equal(share_at(w, "f", "a", 1), SHARE_ONE);
    assert_int_equal(share_at(w, "f", "x", 1), SHARE_SOME);
    assert_int_equal(share_at(w, "f", "mine", 1), SHARE_PRIVATE);
    assert_int_equal(share_at(w, "g", "x", 1), SHARE_PRIVATE);
    struct at a = store_of(w, "f", "mine", 1), b = store_of(w, "f", "leaked", 1);
    assert_true(escape_is_thread_local(w->e, a.func, a.loc));
    assert_false(escape_is_thread_local(w->e, b.func, b.loc));
}

static void one_argument_for_all_threads(void **state)
{
    struct world *w = *state;

    build(w, "struct s { int x; };\n"
             "static void *run(void *a) { struct s *s = a; s->x = 1; return 0; }\n"
             "int main(void) {\n"
             "  struct s s; pthread_t t[4];\n"
             "  for (int i = 0; i < 4; i++) pthread_create(&t[i], 0, run, &s);\n"
             "  s.x = 2;\n"
             "}\n");
    assert_int_equal(share_at(w, "run", "x", 1), SHARE_ONE);
    assert_int_equal(alias_of(w, "run", "run", "x", true), ALIAS_SAME);
    assert_int_equal(alias_of(w, "run", "main", "x", false), ALIAS_SAME);
}

static void an_argument_for_each_thread(void **state)
{
    struct world *w = *state;

    build(w, "struct s { int x; int *buf; int *sum; int total; };\n"
             "static void *run(void *a) { struct s *s = a; s->x = 1; s->buf[0] = 2;\n"
             "  *s->sum = 1; return 0; }\n"
             "static int sum;\n"
             "int main(void) {\n"
             "  pthread_t t[4];\n"
             "  for (int i = 0; i < 4; i++) {\n"
             "    struct s *s = malloc(sizeof *s);\n"
             "    s->buf = malloc(64); s->sum = &sum;\n"
             "    pthread_create(&t[i], 0, run, s);\n"
             "  }\n"
             "}\n");
    assert_int_equal(share_at(w, "run", "x", 1), SHARE_EACH);
    assert_int_equal(alias_of(w, "run", "run", "x", true), ALIAS_NO);
    assert_int_equal(alias_of(w, "run", "run", "buf", true), ALIAS_NO);
    assert_int_equal(alias_of(w, "run", "run", "sum", true), ALIAS_SAME);
}

static void elements_as_arguments(void **state)
{
    struct world *w = *state;

    build(w, "struct s { int x; }; static struct s all[4];\n"
             "static void *run(void *a) { struct s *s = a; s->x = 1; return 0; }\n"
             "static void start(struct s *s) { pthread_t t; pthread_create(&t, 0, run, s); }\n"
             "int main(void) { for (int i = 0; i < 4; i++) start(&all[i]); all[0].x = 2; }\n");
    assert_int_equal(alias_of(w, "run", "run", "x", true), ALIAS_NO);
    assert_int_equal(alias_of(w, "run", "main", "x", false), ALIAS_SOME);
}

static void two_creations_with_one_object_each(void **state)
{
    struct world *w = *state;

    build(w, "struct s { int x; };\n"
             "static void *run(void *a) { struct s *s = a; s->x = 1; return 0; }\n"
             "int main(void) {\n"
             "  struct s a, b; pthread_t t, u;\n"
             "  pthread_create(&t, 0, run, &a); pthread_create(&u, 0, run, &b);\n"
             "}\n");
    assert_int_equal(alias_of(w, "run", "run", "x", true), ALIAS_NO);
}

static void two_creations_with_the_same_object(void **state)
{
    struct world *w = *state;

    build(w, "struct s { int x; };\n"
             "static void *run(void *a) { struct s *s = a; s->x = 1; return 0; }\n"
             "static void *other(void *a) { struct s *s = a; s->x = 1; return 0; }\n"
             "int main(void) {\n"
             "  struct s a; pthread_t t, u, v;\n"
             "  pthread_create(&t, 0, run, &a); pthread_create(&u, 0, run, &a);\n"
             "  pthread_create(&v, 0, other, &a);\n"
             "}\n");
    assert_int_equal(alias_of(w, "run", "run", "x", true), ALIAS_SAME);
    assert_int_equal(alias_of(w, "run", "other", "x", false), ALIAS_SAME);
}

static void different_objects_of_one_type(void **state)
{
    struct world *w = *state;

    build(w, "struct s { int x; }; static struct s one, two;\n"
             "static void *f(void *a) { struct s *s = a; s->x = 1; return 0; }\n"
             "static void *g(void *a) { struct s *s = a; s->x = 1; return 0; }\n"
             "int main(void) { pthread_t t, u;\n"
             "  pthread_create(&t, 0, f, &one); pthread_create(&u, 0, g, &two); }\n");
    assert_int_equal(alias_of(w, "f", "g", "x", false), ALIAS_NO);
}

static void types_from_one_allocator(void **state)
{
    struct world *w = *state;

    build(w, "struct a { int x; }; struct b { int y; }; struct a *all; void abort(void);\n"
             "static void *xmalloc(unsigned long n) {\n"
             "  void *p = malloc(n); if (!p) abort(); return p; }\n"
             "void set(void) { all = xmalloc(4); }\n"
             "static void fill(struct b *b) { b->y = 1; }\n"
             "void f(void) { all->x = 1; struct b *b = xmalloc(4); fill(b); }\n");
    assert_int_equal(share_at(w, "f", "x", 1), SHARE_ONE);
    assert_int_equal(share_at(w, "fill", "y", 1), SHARE_PRIVATE);
}

/* ---- slots ---- */

static bool own_slot(struct world *w, const char *func, const char *name)
{
    struct at a = store_of(w, func, name, 1);

    return escape_own_slot(w->e, a.func, a.path, a.op);
}

static void slots_by_own_index(void **state)
{
    struct world *w = *state;

    build(w, "struct s { int id; int from; int to; }; static struct s args[4];\n"
             "int one[4], two[4], three[4], four[4], five[400], six[4];\n"
             "struct el { int x; } els[4];\n"
             "__thread int me; static int next;\n"
             "static void sub(int i) { four[i] = 1; }\n"
             "static void *run(void *a) {\n"
             "  struct s *s = a; int id = s->id; struct el *e = &els[id];\n"
             "  one[s->id] = 1; two[id] = 2; three[me] = 3; sub(id); e->x = 1;\n"
             "  for (int i = s->from; i < s->to; i++) five[i] = 1;\n"
             "  six[__sync_fetch_and_add(&next, 1)] = 1;\n"
             "  return 0;\n"
             "}\n"
             "static int all[4], bad[4];\n"
             "static void *run2(void *a) {\n"
             "  int n = (int)(long)a;\n"
             "  all[n] = 1;\n"
             "  for (int i = 0; i < 4; i++) bad[i] = 1;\n"
             "  return 0;\n"
             "}\n"
             "int main(void) { pthread_t t;\n"
             "  for (int i = 0; i < 4; i++) { args[i].id = i;\n"
             "    pthread_create(&t, 0, run, &args[i]);\n"
             "    pthread_create(&t, 0, run2, (void *)(long)i); }\n"
             "}\n");
    assert_true(own_slot(w, "run", "one"));
    assert_true(own_slot(w, "run", "two"));
    assert_true(own_slot(w, "run", "three"));
    assert_true(own_slot(w, "sub", "four"));
    assert_true(own_slot(w, "run", "five"));
    assert_true(own_slot(w, "run", "six"));
    assert_true(own_slot(w, "run", "x"));
    assert_true(own_slot(w, "run2", "all"));
    assert_false(own_slot(w, "run2", "bad"));
}

static void no_slot_with_a_shared_index(void **state)
{
    struct world *w = *state;

    build(w, "struct s { int id; }; int one[4], two[4], n;\n"
             "static void *run(void *a) {\n"
             "  struct s *s = a; one[s->id] = 1; two[n] = 1; return 0; }\n"
             "int main(void) { struct s s; pthread_t t;\n"
             "  for (int i = 0; i < 4; i++) pthread_create(&t, 0, run, &s); }\n");
    assert_false(own_slot(w, "run", "one"));
    assert_false(own_slot(w, "run", "two"));
}

/* ---- taken out of a list ---- */

static bool taken_at(struct world *w, const char *func, const char *name)
{
    struct at a = store_of(w, func, name, 1);

    return escape_is_taken(w->e, a.func, a.op, a.path);
}

static void popped_from_a_list(void **state)
{
    struct world *w = *state;

    build(w, "struct job { struct job *next; int x; int y; }; struct job *jobs; int n;\n"
             "struct ring { struct job *at[8]; int head; } ring;\n"
             "static struct job *pop(void) {\n"
             "  struct job *j = jobs; if (j) jobs = j->next; return j; }\n"
             "static struct job *from_ring(struct ring *r) {\n"
             "  struct job *j = r->at[r->head]; r->head = (r->head + 1) % 8; return j; }\n"
             "static struct job *peek(void) { return jobs; }\n"
             "void f(void) { struct job *j = pop(); j->x = 1; }\n"
             "void g(void) { struct job *j = from_ring(&ring); j->x = 1; }\n"
             "void h(void) { struct job *j = peek(); j->x = 1; }\n"
             "void i(void) { struct job *j = pop(); j->x = 1; jobs = j; }\n"
             "void m(void) { struct job *j = pop(); jobs = j; j->x = 1; }\n"
             "void o(void) { struct job *all = jobs; jobs = 0;\n"
             "  for (struct job *j = all; j; j = j->next) j->x = 1; }\n"
             "void k(void) { for (struct job *j = jobs; j; j = j->next) j->x = 1; }\n"
             "void l(void) { struct job *all = jobs; jobs = 0; all->x = 1; }\n");
    assert_true(taken_at(w, "f", "x"));
    assert_true(taken_at(w, "g", "x"));
    assert_false(taken_at(w, "h", "x"));
    assert_true(taken_at(w, "i", "x")); /* until it is put back */
    assert_false(taken_at(w, "m", "x"));
    assert_true(taken_at(w, "o", "x")); /* who takes a chain has all of it */
    assert_false(taken_at(w, "k", "x"));
    assert_true(taken_at(w, "l", "x"));
}

/* ---- names of one object ---- */

static void a_member_by_its_address(void **state)
{
    struct world *w = *state;

    build(w, "struct s { int count; int other; }; static struct s s;\n"
             "static void *f(void *a) { int *p = a; *p = 1; return 0; }\n"
             "static void g(void) { s.count = 2; s.other = 3; }\n"
             "int main(void) { pthread_t t; pthread_create(&t, 0, f, &s.count); g(); }\n");
    struct at p = store_of(w, "f", "p", 2), c = store_of(w, "g", "count", 1);
    struct at o = store_of(w, "g", "other", 1);
    assert_int_equal(escape_alias(w->e, p.func, p.loc, c.func, c.loc, false), ALIAS_SOME);
    assert_int_equal(escape_alias(w->e, p.func, p.loc, o.func, o.loc, false), ALIAS_NO);
}

static void the_only_object_of_its_type(void **state)
{
    struct world *w = *state;

    build(w, "struct link { struct link *next; }; struct dev { int uses; struct link link; };\n"
             "static struct dev disk;\n"
             "static void *f(void *a) {\n"
             "  struct dev *d = (struct dev *)((char *)a - __builtin_offsetof(struct dev, link));\n"
             "  d->uses = 1; return 0; }\n"
             "static void *g(void *a) { struct dev *d = a; d->uses = 2; return 0; }\n"
             "int main(void) { pthread_t t; pthread_create(&t, 0, f, &disk.link);\n"
             "  pthread_create(&t, 0, g, &disk); }\n");
    assert_int_equal(alias_of(w, "f", "g", "uses", false), ALIAS_SAME);
}

static void maps_shared_with_children(void **state)
{
    struct world *w = *state;

    build(w, "void *mmap(void *, unsigned long, int, int, int, long); struct s { int x; int y; };\n"
             "static struct s *sh, *own;\n"
             "void f(void) {\n"
             "  sh = mmap(0, 4096, 3, 0x21, -1, 0); own = mmap(0, 4096, 3, 0x22, -1, 0);\n"
             "  sh->x = 1; own->y = 1; }\n");
    struct at a = store_of(w, "f", "x", 1), b = store_of(w, "f", "y", 1);
    assert_true(escape_between_processes(w->e, a.func, a.loc));
    assert_false(escape_between_processes(w->e, b.func, b.loc));
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
    const struct CMUnitTest tests[] = {
        TEST(own_until_published),
        TEST(fresh_again_in_each_round),
        TEST(allocators_of_the_program),
        TEST(published_by_a_callee),
        TEST(published_with_its_container),
        TEST(what_was_there_before_is_not_owned),
        TEST(locals_until_a_thread_has_them),
        TEST(sent_through_a_pipe),
        TEST(a_callee_publishes_its_parameter),
        TEST(globals_and_what_they_lead_to),
        TEST(one_argument_for_all_threads),
        TEST(an_argument_for_each_thread),
        TEST(elements_as_arguments),
        TEST(two_creations_with_one_object_each),
        TEST(two_creations_with_the_same_object),
        TEST(different_objects_of_one_type),
        TEST(types_from_one_allocator),
        TEST(slots_by_own_index),
        TEST(no_slot_with_a_shared_index),
        TEST(popped_from_a_list),
        TEST(a_member_by_its_address),
        TEST(the_only_object_of_its_type),
        TEST(maps_shared_with_children),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
