/*
 * Backwards from a use to what was written last, on each way that leads there. A call that makes
 * text (catalog key "makes") or a store ends a way; a call that appends is put behind what is found
 * before it; a call that may write the text in some other way makes it a hole.
 *
 * Ways through a branch are taken as alternatives of what they start with; of appends, all that lie
 * on some way count. That is exact for straight code, which such code is.
 */
#include "flow/text.h"

#include <string.h>

#include "flow/context.h"
#include "flow/shape.h"

enum { MAX_TEXTS = 8, MAX_DEPTH = 12, MAX_LENGTH = 4096, MAX_STEPS = 4000, MAX_WORDS = 64 };

struct asker {
    struct arena *arena;
    const struct flow_facts *f;
    uint32_t steps;
    bool needs_caller;
};
/* What is written: the array or the pointer variable at path, and what it points to. */
struct target {
    path_id path;
    bool is_array; /* the path is the buffer itself; else a pointer to it */
};

static void find_text(struct asker *q, const struct text_frame *fr, op_id at, val_id v,
                      uint32_t depth, struct texts *out);

static const char HOLE[] = {TEXT_HOLE, 0};

static void add_text(struct asker *q, struct texts *out, const char *text)
{
    for (uint32_t i = 0; i < out->v.n; i++)
        if (!strcmp(out->v.v[i], text))
            return;
    if (out->v.n < MAX_TEXTS)
        vec_push(q->arena, &out->v, text);
}

/* The one text that v is, a hole when there are none or several. */
static const char *one_text(struct asker *q, const struct text_frame *fr, op_id at, val_id v,
                            uint32_t depth)
{
    struct texts found = {0};
    find_text(q, fr, at, v, depth, &found);
    return found.v.n == 1 ? found.v.v[0] : HOLE;
}

/* ---- formats ---- */
/* Where the arguments of a format are: those of a call, from one on. */
struct format_args {
    const struct text_frame *frame; /* NULL: not known */
    op_id call;
    uint32_t next;
};

static val_id next_arg(struct asker *q, struct format_args *args)
{
    if (!args->frame)
        return (val_id){0};
    const struct unit *u = program_unit(q->f->program, args->frame->func);
    const struct unit_op *op = &u->ops[args->call.v];
    uint32_t i = args->next++;
    return i < op->args.n ? u->args[op->args.first + i].val : (val_id){0};
}

static void add_conversion(struct asker *q, char conversion, struct format_args *args,
                           uint32_t depth, struct buf *out)
{
    val_id v = next_arg(q, args);
    const struct unit *u = args->frame ? program_unit(q->f->program, args->frame->func) : NULL;
    bool is_int = v.v && u->vals[v.v].kind == VAL_INT;

    if (v.v && conversion == 's')
        buf_adds(out, one_text(q, args->frame, args->call, v, depth));
    else if (is_int && (conversion == 'd' || conversion == 'i' || conversion == 'u'))
        buf_addf(out, "%lld", (long long)u->vals[v.v].num);
    else
        buf_addc(out, TEXT_HOLE);
}

static const char *expand(struct asker *q, const char *format, struct format_args args,
                          uint32_t depth)
{
    struct buf BUF_CLEANUP out = {0};

    for (const char *p = format; *p && out.n < MAX_LENGTH; p++) {
        if (*p != '%') {
            buf_addc(&out, *p);
            continue;
        }
        for (p++; *p && strchr("-+ #0123456789.*hlLjztq'", *p); p++)
            if (*p == '*')
                (void)next_arg(q, &args);
        if (!*p)
            break;
        if (*p == '%')
            buf_addc(&out, '%');
        else
            add_conversion(q, *p, &args, depth, &out);
    }
    return arena_strdup(q->arena, buf_str(&out));
}

/* The arguments behind the ... of the frame's own function. */
static struct format_args variadic_args(const struct asker *q, const struct text_frame *fr)
{
    if (!fr->via.v || !fr->up)
        return (struct format_args){0};
    return (struct format_args){fr->up, q->f->program->sites[fr->via.v].op,
                                program_func(q->f->program, fr->func)->n_params};
}

static void concat(struct asker *q, const struct text_frame *fr, op_id call, uint32_t from,
                   uint32_t depth, struct texts *out)
{
    const struct unit *u = program_unit(q->f->program, fr->func);
    const struct unit_op *op = &u->ops[call.v];
    struct buf BUF_CLEANUP text = {0};

    for (uint32_t i = from; i < op->args.n && text.n < MAX_LENGTH; i++) {
        val_id v = u->args[op->args.first + i].val;
        if (u->vals[v.v].kind == VAL_INT) /* the null pointer at the end */
            break;
        buf_adds(&text, one_text(q, fr, call, v, depth));
    }
    add_text(q, out, arena_strdup(q->arena, buf_str(&text)));
}

/* What the call makes, without what it appends it to. */
static void made_text(struct asker *q, const struct text_frame *fr, op_id call,
                      const struct cat_makes *m, uint32_t depth, struct texts *out)
{
    const struct unit *u = program_unit(q->f->program, fr->func);
    const struct unit_op *op = &u->ops[call.v];
    struct texts from = {0};

    if ((uint32_t)m->from >= op->args.n)
        return;
    if (m->op == TEXT_CONCAT) {
        concat(q, fr, call, (uint32_t)m->from, depth, out);
        return;
    }
    find_text(q, fr, call, u->args[op->args.first + (uint32_t)m->from].val, depth, &from);
    if (!from.v.n)
        add_text(q, out, HOLE);
    for (uint32_t i = 0; i < from.v.n; i++) {
        struct format_args args = m->op == TEXT_FORMAT
                                      ? (struct format_args){fr, call, (uint32_t)m->from + 1}
                                      : variadic_args(q, fr);
        bool formats = m->op == TEXT_FORMAT || m->op == TEXT_FORMAT_VA;
        add_text(q, out, formats ? expand(q, from.v.v[i], args, depth) : from.v.v[i]);
    }
}

/* ---- what a call does to a text ---- */
enum touch { TOUCH_NOT, TOUCH_SETS, TOUCH_APPENDS, TOUCH_SPOILS };

/* buf, &buf[0] and &buf[n] of the array, or p and p + n of the pointer. */
enum points { POINTS_ELSEWHERE, POINTS_AT_START, POINTS_INSIDE, POINTS_AT_VARIABLE };

static enum points array_points(const struct unit *u, path_id array, path_id id)
{
    const struct unit_path *a = &u->paths[array.v], *b = &u->paths[id.v];
    if (array.v == id.v)
        return POINTS_AT_START;
    if (a->root != b->root || a->id != b->id || b->sels.n < a->sels.n)
        return POINTS_ELSEWHERE;
    for (uint32_t i = 0; i < a->sels.n; i++) {
        const struct unit_sel *x = &u->sels[a->sels.first + i], *y = &u->sels[b->sels.first + i];
        if (x->kind != y->kind || x->id != y->id || x->num != y->num)
            return POINTS_ELSEWHERE;
    }
    if (b->sels.n != a->sels.n + 1 || u->sels[b->sels.first + a->sels.n].kind < SEL_INDEX_CONST)
        return POINTS_ELSEWHERE;
    const struct unit_sel *last = &u->sels[b->sels.first + a->sels.n];
    return last->kind == SEL_INDEX_CONST && !last->num ? POINTS_AT_START : POINTS_INSIDE;
}

static enum points points_to(const struct unit *u, val_id v, struct target t)
{
    const struct unit_val *val = &u->vals[v.v];

    if (val->kind == VAL_ADDR && t.is_array)
        return array_points(u, t.path, (path_id){val->a});
    if (val->kind == VAL_ADDR) {
        const struct unit_path *path = &u->paths[val->a], *own = &u->paths[t.path.v];
        if (val->a == t.path.v)
            return POINTS_AT_VARIABLE;
        bool is_behind = path->root == own->root && path->id == own->id &&
                         path->sels.n == own->sels.n + 2; /* p[i]: deref, index */
        return is_behind ? POINTS_INSIDE : POINTS_ELSEWHERE;
    }
    if (val->kind == VAL_LOAD && !t.is_array)
        return u->ops[val->a].path.v == t.path.v ? POINTS_AT_START : POINTS_ELSEWHERE;
    if (val->kind == VAL_BIN && val->oper == OPER_ADD) {
        enum points a = points_to(u, (val_id){val->a}, t);
        return a == POINTS_ELSEWHERE ? a : POINTS_INSIDE;
    }
    return POINTS_ELSEWHERE;
}

/* May a function write what its parameter points to? */
static bool takes_const(const struct unit *u, sym_id callee, uint32_t param)
{
    const struct unit_type *fn = &u->types[u->syms[callee.v].type.v];
    if (!callee.v || fn->kind != TYPE_FUNCTION)
        return false;
    if (param >= fn->params.n)
        return fn->variadic;
    const struct unit_type *t = &u->types[u->type_params[fn->params.first + param].type.v];
    return t->kind == TYPE_POINTER && (u->types[t->elem.v].quals & QUAL_CONST);
}

static enum touch call_touches(const struct asker *q, gfunc_id func, op_id call, struct target t)
{
    const struct unit *u = program_unit(q->f->program, func);
    const struct unit_op *op = &u->ops[call.v];
    site_id site = program_site(q->f->program, func, call);
    const struct cat_func *cat = site.v ? q->f->site_cat[site.v] : NULL;
    const struct cat_makes *m = cat ? cat->makes : NULL;
    enum touch found = TOUCH_NOT;

    for (uint32_t i = 0; i < op->args.n; i++) {
        enum points at = points_to(u, u->args[op->args.first + i].val, t);
        if (at == POINTS_ELSEWHERE)
            continue;
        if (m && at == POINTS_AT_VARIABLE && m->out == (int)i)
            return TOUCH_SETS;
        if (m && m->to == (int)i)
            return m->op == TEXT_APPEND || at == POINTS_INSIDE ? TOUCH_APPENDS : TOUCH_SETS;
        bool writes = cat && (cat->memory.reads || cat->memory.writes)
                          ? i < 32 && (cat->memory.writes >> i & 1)
                          : !takes_const(u, op->callee, i);
        if (writes && (!cat || !cat->runs))
            found = TOUCH_SPOILS;
    }
    return found;
}

/* ---- walking back ---- */
struct back {
    struct asker *q;
    const struct text_frame *fr;
    const struct func_shape *s;
    struct target target;
    VEC(op_id) sets, appends;
    bool is_spoilt, reaches_entry;
};

/* Does a way end at this op? */
static bool look_at(struct back *b, op_id id)
{
    const struct unit *u = b->s->unit;
    const struct unit_op *op = &u->ops[id.v];

    if (op->kind == OP_STORE && !b->target.is_array && op->path.v == b->target.path.v) {
        vec_push(b->q->arena, &b->sets, id);
        return true;
    }
    if (op->kind == OP_STORE && b->target.is_array && (op->flags & OPF_INIT) &&
        op->path.v == b->target.path.v && u->vals[op->val.v].kind == VAL_STR) {
        vec_push(b->q->arena, &b->sets, id);
        return true;
    }
    if (op->kind != OP_CALL)
        return false;
    switch (call_touches(b->q, b->fr->func, id, b->target)) {
    case TOUCH_NOT: return false;
    case TOUCH_SETS: vec_push(b->q->arena, &b->sets, id); return true;
    case TOUCH_APPENDS: vec_push(b->q->arena, &b->appends, id); return false;
    case TOUCH_SPOILS: b->is_spoilt = true; return true;
    }
    return false;
}

static void walk_back(struct back *b, op_id at)
{
    const struct unit *u = b->s->unit;
    uint32_t n = b->s->func->blocks.n, first = b->s->func->blocks.first, top = 0;
    bool *seen = arena_array(b->q->arena, bool, n + 1);
    uint32_t *stack = arena_array(b->q->arena, uint32_t, n + 1);
    uint32_t block = shape_block_of(b->s, at), end = at.v;

    for (bool more = true; more;) {
        uint32_t from = u->blocks[first + block].ops.first;
        bool ends = false;
        for (uint32_t i = end; i > from && !ends && b->q->steps++ < MAX_STEPS; i--)
            ends = look_at(b, (op_id){i - 1});
        b->reaches_entry |= !ends && block == 0;
        for (uint32_t k = b->s->pred_first[block]; !ends && k < b->s->pred_first[block + 1]; k++)
            if (!seen[b->s->preds[k]]) {
                seen[b->s->preds[k]] = true;
                stack[top++] = b->s->preds[k];
            }
        more = top > 0;
        if (more) {
            block = stack[--top];
            end = u->blocks[first + block].ops.first + u->blocks[first + block].ops.n;
        }
    }
}

static void add_set(struct back *b, op_id id, uint32_t depth, struct texts *out)
{
    const struct unit_op *op = &b->s->unit->ops[id.v];
    struct texts found = {0};

    if (op->kind == OP_CALL) {
        site_id site = program_site(b->q->f->program, b->fr->func, id);
        made_text(b->q, b->fr, id, b->q->f->site_cat[site.v]->makes, depth, &found);
    } else {
        find_text(b->q, b->fr, id, op->val, depth, &found);
    }
    if (!found.v.n)
        add_text(b->q, &found, "");
    for (uint32_t i = 0; i < found.v.n; i++)
        add_text(b->q, out, found.v.v[i]);
}

/* Puts what is appended behind what was set: in the order of the source. */
static void append_all(struct back *b, uint32_t depth, struct texts *out)
{
    struct buf BUF_CLEANUP tail = {0};
    uint32_t last = 0;

    for (uint32_t n = 0; n < b->appends.n && tail.n < MAX_LENGTH; n++) {
        op_id next = {UINT32_MAX};
        for (uint32_t i = 0; i < b->appends.n; i++)
            if (b->appends.v[i].v > last && b->appends.v[i].v < next.v)
                next = b->appends.v[i];
        if (next.v == UINT32_MAX)
            break;
        last = next.v;
        site_id site = program_site(b->q->f->program, b->fr->func, next);
        struct texts made = {0};
        made_text(b->q, b->fr, next, b->q->f->site_cat[site.v]->makes, depth, &made);
        buf_adds(&tail, made.v.n == 1 ? made.v.v[0] : HOLE);
    }
    for (uint32_t i = 0; i < out->v.n && tail.n; i++)
        out->v.v[i] = arena_printf(b->q->arena, "%s%s", out->v.v[i], buf_str(&tail));
}

/* ---- values ---- */
/* The initialiser of a variable that nothing but string constants is ever stored into. */
static void initial_text(struct asker *q, gfunc_id func, path_id id, struct texts *out)
{
    const struct program *p = q->f->program;
    const struct unit *u = program_unit(p, func);
    const struct unit_path *path = &u->paths[id.v];
    gsym_id sym = p->unit_syms[p->funcs[func.v].unit][path->id];
    uint32_t unit = p->syms[sym.v].unit;
    const struct unit *own = p->units[unit];

    if (path->sels.n)
        return;
    if (u->types[path->type.v].kind == TYPE_POINTER) {
        struct obj_set set = flow_path(p, func, id);
        if (set.open || set.n != 1 || flow_object(p, set.v[0])->kind != OBJ_STR)
            return;
    } else if (!(u->types[u->types[path->type.v].elem.v].quals & QUAL_CONST) &&
               !(u->types[path->type.v].quals & QUAL_CONST)) {
        return;
    }
    for (uint32_t i = q->f->init_head[unit][p->syms[sym.v].sym.v]; i;
         i = q->f->init_next[unit][i]) {
        const struct unit_val *v = &own->vals[own->inits[i].val.v];
        if (v->kind == VAL_STR && !own->paths[own->inits[i].path.v].sels.n)
            add_text(q, out, unit_str(own, (str_id){v->a}));
    }
}

static void find_param(struct asker *q, const struct text_frame *fr, uint32_t param, uint32_t depth,
                       struct texts *out)
{
    if (!fr->via.v || !fr->up) {
        q->needs_caller = true;
        return;
    }
    find_text(q, fr->up, q->f->program->sites[fr->via.v].op,
              site_arg(q->f->program, fr->via, (int)param), depth, out);
}

static void find_target(struct asker *q, const struct text_frame *fr, op_id at, struct target t,
                        uint32_t depth, struct texts *out)
{
    struct back b = {.q = q, .fr = fr, .s = flow_shape(q->f, fr->func), .target = t};
    ASSERT(t.path.v && depth <= MAX_DEPTH);
    const struct unit_path *path = &b.s->unit->paths[t.path.v];

    walk_back(&b, at);
    for (uint32_t i = 0; i < b.sets.n; i++)
        add_set(&b, b.sets.v[i], depth, out);
    if (b.reaches_entry && path->root == ROOT_PARAM && !path->sels.n && !t.is_array)
        find_param(q, fr, path->id, depth, out);
    else if (b.reaches_entry && path->root == ROOT_SYM)
        initial_text(q, fr->func, t.path, out);
    else if (b.reaches_entry && b.appends.n)
        add_text(q, out, "");
    if (b.is_spoilt)
        add_text(q, out, HOLE);
    append_all(&b, depth, out);
}

static void find_result(struct asker *q, const struct text_frame *fr, op_id call, uint32_t depth,
                        struct texts *out)
{
    site_id site = program_site(q->f->program, fr->func, call);
    const struct cat_func *cat = site.v ? q->f->site_cat[site.v] : NULL;

    if (cat && cat->makes && cat->makes->to < 0 && cat->makes->out < 0)
        made_text(q, fr, call, cat->makes, depth, out);
}

static void find_text(struct asker *q, const struct text_frame *fr, op_id at, val_id id,
                      uint32_t depth, struct texts *out)
{
    const struct unit *u = program_unit(q->f->program, fr->func);
    const struct unit_val *v = &u->vals[id.v];

    if (!id.v || depth >= MAX_DEPTH || q->steps++ >= MAX_STEPS)
        return;
    switch (v->kind) {
    case VAL_STR: add_text(q, out, unit_str(u, (str_id){v->a})); return;
    case VAL_CALL: find_result(q, fr, (op_id){v->a}, depth + 1, out); return;
    case VAL_PHI:
        find_text(q, fr, at, (val_id){v->a}, depth + 1, out);
        find_text(q, fr, at, (val_id){v->b}, depth + 1, out);
        return;
    case VAL_ADDR:
        if (u->paths[v->a].root == ROOT_STR)
            add_text(q, out, unit_str(u, (str_id){u->paths[v->a].id}));
        else
            find_target(q, fr, at, (struct target){{v->a}, true}, depth + 1, out);
        return;
    case VAL_LOAD:
        find_target(q, fr, (op_id){v->a}, (struct target){u->ops[v->a].path, false}, depth + 1,
                    out);
        return;
    default: return;
    }
}

void text_of(struct arena *a, const struct flow_facts *f, const struct text_frame *frame, op_id at,
             val_id v, struct texts *out)
{
    struct asker q = {.arena = a, .f = f};

    ASSERT(frame->func.v && at.v);
    ASSERT(!out->v.n);
    find_text(&q, frame, at, v, 0, out);
    out->needs_caller = q.needs_caller;
}

/* ---- arrays of texts ---- */
static void add_word(struct asker *q, struct text_words *out, const struct text_frame *fr,
                     op_id at, val_id v)
{
    struct texts t = {0};
    find_text(q, fr, at, v, 1, &t);
    vec_push(q->arena, &out->v, t.v.n == 1 ? t.v.v[0] : HOLE);
}

static bool is_null(const struct unit *u, val_id v)
{
    return u->vals[v.v].kind == VAL_INT && !u->vals[v.v].num;
}

/* The selector that picks the element, NULL when the path is no element of the array. */
static const struct unit_sel *element(const struct unit *u, const struct unit_path *array,
                                      path_id id)
{
    const struct unit_path *p = &u->paths[id.v];
    if (p->root != array->root || p->id != array->id || p->sels.n <= array->sels.n)
        return NULL;
    static const struct unit_sel first = {.kind = SEL_INDEX_CONST};
    const struct unit_sel *last = &u->sels[p->sels.first + p->sels.n - 1];
    if (last->kind == SEL_DEREF && p->sels.n == array->sels.n + 1)
        return &first; /* argv[0] of a pointer */
    return last->kind >= SEL_INDEX_CONST ? last : NULL;
}

/* Element i by the function's own stores; the last one before `at` counts. */
static op_id stored_element(const struct func_shape *s, const struct unit_path *array, int64_t i,
                            op_id at)
{
    struct op_list list = shape_stores(s, array->root, array->id);
    op_id found = {0};

    for (uint32_t k = 0; k < list.n && list.v[k].op.v < at.v; k++) {
        const struct unit_sel *e = element(s->unit, array, s->unit->ops[list.v[k].op.v].path);
        if (e && e->kind == SEL_INDEX_CONST && e->num == i)
            found = list.v[k].op;
    }
    return found;
}

static val_id initial_element(const struct flow_facts *f, gfunc_id func,
                              const struct unit_path *array, int64_t i, const struct unit **unit)
{
    const struct program *p = f->program;
    if (array->root != ROOT_SYM || array->sels.n)
        return (val_id){0};
    gsym_id sym = p->unit_syms[p->funcs[func.v].unit][array->id];
    uint32_t own = p->syms[sym.v].unit;
    *unit = p->units[own];
    for (uint32_t k = f->init_head[own][p->syms[sym.v].sym.v]; k; k = f->init_next[own][k]) {
        const struct unit_path *path = &(*unit)->paths[(*unit)->inits[k].path.v];
        const struct unit_sel *e = path->sels.n == 1 ? &(*unit)->sels[path->sels.first] : NULL;
        if (e && e->kind == SEL_INDEX_CONST && e->num == i)
            return (*unit)->inits[k].val;
    }
    return (val_id){0};
}

static bool is_variadic(const struct program *p, gfunc_id func)
{
    const struct prog_sym *sym = &p->syms[p->funcs[func.v].sym.v];
    const struct unit *u = p->units[sym->unit];
    return u->types[u->syms[sym->sym.v].type.v].variadic;
}

/* Is it what va_arg() gave: `argv[n] = va_arg(ap, char *)`, or a variable that was set to that? */
static bool is_next_argument(const struct func_shape *s, val_id v)
{
    const struct unit_val *val = &s->unit->vals[v.v];
    if (val->kind != VAL_LOAD)
        return v.v && val->kind == VAL_UNKNOWN;
    op_id store = shape_reaching_store(s, (op_id){val->a});
    return store.v && s->unit->vals[s->unit->ops[store.v].val.v].kind == VAL_UNKNOWN;
}

/* What a caller passes behind the last parameter, up to the null pointer. */
static void passed_words(struct asker *q, const struct text_frame *fr, struct text_words *out)
{
    struct format_args args = variadic_args(q, fr);

    if (!args.frame) {
        q->needs_caller = true;
        vec_push(q->arena, &out->v, HOLE);
        return;
    }
    const struct unit *u = program_unit(q->f->program, args.frame->func);
    const struct unit_op *op = &u->ops[args.call.v];
    for (uint32_t i = args.next; i < op->args.n && out->v.n < MAX_WORDS; i++) {
        val_id v = u->args[op->args.first + i].val;
        if (is_null(u, v))
            return;
        add_word(q, out, args.frame, args.call, v);
    }
}

/* argv[n++] = "rm": words in the order of the source. */
static void counted_words(struct asker *q, const struct text_frame *fr, const struct func_shape *s,
                          const struct unit_path *array, op_id at, struct text_words *out)
{
    struct op_list list = shape_stores(s, array->root, array->id);
    for (uint32_t k = 0; k < list.n && list.v[k].op.v < at.v; k++) {
        const struct unit_op *op = &s->unit->ops[list.v[k].op.v];
        const struct unit_sel *e = element(s->unit, array, op->path);
        if (e && e->kind != SEL_INDEX_CONST && !is_null(s->unit, op->val) &&
            out->v.n < MAX_WORDS) {
            if (is_variadic(q->f->program, fr->func) && is_next_argument(s, op->val))
                passed_words(q, fr, out);
            else
                add_word(q, out, fr, list.v[k].op, op->val);
        }
    }
}

static bool array_words(struct asker *q, const struct text_frame *fr, op_id at, path_id path,
                        struct text_words *out)
{
    const struct func_shape *s = flow_shape(q->f, fr->func);
    const struct unit_path *array = &s->unit->paths[path.v];

    for (int64_t i = 0; i < MAX_WORDS; i++) {
        const struct unit *u = s->unit;
        op_id store = stored_element(s, array, i, at);
        val_id v = store.v ? u->ops[store.v].val
                           : initial_element(q->f, fr->func, array, i, &u);
        if (!v.v || is_null(u, v))
            break;
        if (u == s->unit)
            add_word(q, out, fr, store.v ? store : at, v);
        else
            vec_push(q->arena, &out->v, u->vals[v.v].kind == VAL_STR
                                            ? unit_str(u, (str_id){u->vals[v.v].a}) : HOLE);
    }
    counted_words(q, fr, s, array, at, out);
    return out->v.n > 0;
}

static bool find_words(struct asker *q, const struct text_frame *fr, op_id at, val_id id,
                       uint32_t depth, struct text_words *out)
{
    const struct func_shape *s = flow_shape(q->f, fr->func);
    const struct unit_val *v = &s->unit->vals[id.v];

    if (!id.v || depth >= MAX_DEPTH)
        return false;
    if (v->kind == VAL_ADDR)
        return array_words(q, fr, at, (path_id){v->a}, out);
    if (v->kind != VAL_LOAD)
        return false;
    const struct unit_path *path = &s->unit->paths[s->unit->ops[v->a].path.v];
    op_id store = shape_reaching_store(s, (op_id){v->a});
    if (store.v && find_words(q, fr, store, s->unit->ops[store.v].val, depth + 1, out))
        return true;
    if (path->root != ROOT_PARAM || path->sels.n)
        return array_words(q, fr, at, s->unit->ops[v->a].path, out);
    if (fr->via.v && fr->up)
        return find_words(q, fr->up, q->f->program->sites[fr->via.v].op,
                          site_arg(q->f->program, fr->via, (int)path->id), depth + 1, out);
    q->needs_caller = true;
    return false;
}

bool text_words_of(struct arena *a, const struct flow_facts *f, const struct text_frame *frame,
                   op_id at, val_id v, struct text_words *out)
{
    struct asker q = {.arena = a, .f = f};
    ASSERT(frame->func.v && at.v && !out->v.n);
    bool found = find_words(&q, frame, at, v, 0, out);

    out->needs_caller = q.needs_caller;
    return found;
}
