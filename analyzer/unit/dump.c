/*
 * A unit as text: one fact a line, in table order, nothing that depends on the machine (no hashes,
 * no sizes of records, nothing of system headers but the names in use). Numbers of ops (v1),
 * blocks (b0) and loops count from the start of their function, so that a change in one function
 * leaves the text of the others alone.
 */
#include <inttypes.h>
#include <string.h>

#include "base/file.h"
#include "unit/bytes.h"
#include "unit/print.h"

struct dump {
    const struct unit *u;
    struct arena scratch;
    const char *root;
    func_id func; /* 0 outside */
    uint32_t file; /* places in it are shown without its name */
    struct buf *out;
};

static const char *str(const struct dump *d, str_id s)
{
    return unit_str(d->u, s);
}

static const char *file_name(struct dump *d, file_id f)
{
    const char *name = str(d, d->u->files[f.v].name);
    if (d->u->files[f.v].flags & FILE_SYSTEM)
        return arena_printf(&d->scratch, "<%s>", path_base(name));
    return d->root != NULL ? path_relative(&d->scratch, d->root, name) : name;
}

static void put_place(struct dump *d, place_id id)
{
    const struct unit_place *p = &d->u->places[id.v];
    if (id.v == 0) {
        buf_addc(d->out, '-');
        return;
    }
    if (p->file.v != d->file)
        buf_addf(d->out, "%s:", file_name(d, p->file));
    if (d->u->files[p->file.v].flags & FILE_SYSTEM)
        buf_adds(d->out, "-"); /* its lines differ from machine to machine */
    else
        buf_addf(d->out, "%u:%u", p->line, p->col);
    if (p->macro.v == 0)
        return;
    buf_adds(d->out, "{");
    put_place(d, p->macro); /* a macro place has none of its own: place.macro < place */
    buf_adds(d->out, "}");
}

static void put_type(struct dump *d, type_id t)
{
    struct printer p = printer_make(d->u, d->func, PRINT_NUMBERS, d->out);
    print_type(&p, t);
}
static void put_path(struct dump *d, path_id path)
{
    struct printer p = printer_make(d->u, d->func, PRINT_NUMBERS, d->out);
    print_path(&p, path);
}
static void put_val(struct dump *d, val_id v)
{
    struct printer p = printer_make(d->u, d->func, PRINT_NUMBERS, d->out);
    print_val(&p, v);
}
static void put_text(struct dump *d, str_id s)
{
    print_string(d->out, str(d, s), print_str_len(d->u, s));
}

struct flag_name {
    uint32_t flag;
    const char *name;
};
static void put_flags(struct dump *d, uint32_t flags, const struct flag_name *names)
{
    for (; names->name != NULL; names++)
        if (flags & names->flag)
            buf_addf(d->out, " %s", names->name);
}

/* ---- files, records, symbols ---- */

static void dump_head(struct dump *d)
{
    static const char *const statuses[] = {"ok", "partial", "failed"};
    const struct unit_info *info = unit_info(d->u);
    buf_addf(d->out, "unit %s: %s, %u bodies", file_name(d, info->main_file),
             statuses[info->status], info->n_bodies);
    if (info->why.v != 0) {
        buf_adds(d->out, ": ");
        put_text(d, info->why);
    }
    buf_addc(d->out, '\n');
    for (uint32_t i = 1; i < d->u->n_files; i++)
        if (!(d->u->files[i].flags & FILE_SYSTEM))
            buf_addf(d->out, "file %s%s\n", file_name(d, (file_id){i}),
                     d->u->files[i].flags & FILE_MAIN ? " main" : "");
}

static void dump_record(struct dump *d, const struct unit_record *r)
{
    const struct unit *u = d->u;
    buf_addf(d->out, "%s %s ", r->flags & RECORD_UNION ? "union" : "struct", str(d, r->name));
    put_place(d, r->place);
    buf_adds(d->out, r->flags & RECORD_ANONYMOUS ? " anonymous\n" : "\n");
    for (uint32_t i = 0; i < r->fields.n; i++) {
        const struct unit_field *f = &u->fields[r->fields.first + i];
        buf_addf(d->out, "  %s: ", f->name.v != 0 ? str(d, f->name) : "-");
        put_type(d, f->type);
        if (f->bit_width > 0)
            buf_addf(d->out, " bits %u", f->bit_width);
        buf_addc(d->out, '\n');
    }
}

static const char *const linkages[] = {"external", "internal", "local-static"};
static const struct flag_name sym_flags[] = {
    {SYM_DEFINED, "defined"},         {SYM_THREAD_LOCAL, "thread-local"},
    {SYM_WEAK, "weak"},               {SYM_NORETURN, "noreturn"},
    {SYM_CONSTRUCTOR, "constructor"}, {SYM_DESTRUCTOR, "destructor"},
    {SYM_INLINE, "inline"},           {SYM_SYSTEM, "system"},
    {SYM_HEADER, "header"},           {0, NULL},
};

static void dump_sym(struct dump *d, const struct unit_sym *s)
{
    buf_addf(d->out, "%s %s ", s->kind == SYM_FUNC ? "func" : "var", str(d, s->name));
    put_place(d, s->place);
    buf_addf(d->out, " %s", linkages[s->linkage]);
    put_flags(d, s->flags, sym_flags);
    if (s->alias.v != 0)
        buf_addf(d->out, " alias %s", str(d, s->alias));
    if (!(s->flags & SYM_SYSTEM)) { /* what a system typedef is varies from machine to machine */
        buf_adds(d->out, ": ");
        put_type(d, s->type);
    }
    buf_addc(d->out, '\n');
}

static const char *const attr_names[ATTR_KINDS] = {
    [ATTR_NONE] = "none",
    [ATTR_GUARDED_BY] = "guarded_by",
    [ATTR_PT_GUARDED_BY] = "pt_guarded_by",
    [ATTR_CAPABILITY] = "capability",
    [ATTR_SCOPED_CAPABILITY] = "scoped_capability",
    [ATTR_ACQUIRE] = "acquire",
    [ATTR_ACQUIRE_SHARED] = "acquire_shared",
    [ATTR_RELEASE] = "release",
    [ATTR_RELEASE_SHARED] = "release_shared",
    [ATTR_TRY_ACQUIRE] = "try_acquire",
    [ATTR_TRY_ACQUIRE_SHARED] = "try_acquire_shared",
    [ATTR_REQUIRES] = "requires",
    [ATTR_REQUIRES_SHARED] = "requires_shared",
    [ATTR_ASSERT] = "assert",
    [ATTR_ASSERT_SHARED] = "assert_shared",
    [ATTR_EXCLUDES] = "excludes",
    [ATTR_NO_THREAD_SAFETY_ANALYSIS] = "no_thread_safety_analysis",
    [ATTR_NONBLOCKING] = "nonblocking",
    [ATTR_BLOCKING] = "blocking",
    [ATTR_CLEANUP] = "cleanup",
    [ATTR_CONSTRUCTOR] = "constructor",
    [ATTR_DESTRUCTOR] = "destructor",
    [ATTR_ANNOTATE] = "annotate",
    [ATTR_MALLOC] = "malloc",
};

static const char *attr_target_name(struct dump *d, const struct unit_attr *a)
{
    const struct unit *u = d->u;
    const struct unit_field *f;
    switch (a->target_kind) {
    case ATTR_ON_SYM:
        return str(d, u->syms[a->target].name);
    case ATTR_ON_FIELD:
        f = &u->fields[a->target];
        return arena_printf(&d->scratch, "%s.%s", str(d, u->records[f->record.v].name),
                            str(d, f->name));
    case ATTR_ON_LOCAL:
        return str(d, u->locals[a->target].name);
    default:
        return str(d, u->records[a->target].name);
    }
}

static void dump_attr(struct dump *d, const struct unit_attr *a)
{
    static const char *const kinds[] = {"sym", "field", "local", "record"};
    ASSERT(a->kind < ATTR_KINDS && a->target_kind <= ATTR_ON_RECORD);
    buf_addf(d->out, "attr %s %s: %s(%s) ", kinds[a->target_kind], attr_target_name(d, a),
             attr_names[a->kind], str(d, a->args));
    put_place(d, a->place);
    buf_addc(d->out, '\n');
}

static bool is_system_place(const struct dump *d, place_id p)
{
    return (d->u->files[d->u->places[p.v].file.v].flags & FILE_SYSTEM) != 0;
}

static void dump_tables(struct dump *d)
{
    const struct unit *u = d->u;
    for (uint32_t i = 1; i < u->n_records; i++)
        if (!(u->records[i].flags & RECORD_SYSTEM))
            dump_record(d, &u->records[i]);
    for (uint32_t i = 1; i < u->n_syms; i++)
        dump_sym(d, &u->syms[i]);
    for (uint32_t i = 1; i < u->n_attrs; i++)
        if (!is_system_place(d, u->attrs[i].place))
            dump_attr(d, &u->attrs[i]);
    for (uint32_t i = 1; i < u->n_inits; i++) {
        buf_adds(d->out, "init ");
        put_path(d, u->inits[i].path);
        buf_adds(d->out, " = ");
        put_val(d, u->inits[i].val);
        buf_addc(d->out, ' ');
        put_place(d, u->inits[i].place);
        buf_addc(d->out, '\n');
    }
}

/* ---- functions ---- */

static const char *const orders[] = {"", " relaxed", " consume", " acquire", " release", " acq_rel",
                                     " seq_cst"};
static const struct flag_name op_flags[] = {
    {OPF_COMPOUND, "compound"}, {OPF_INIT, "init"},         {OPF_RECORD, "record"},
    {OPF_IMPLICIT, "implicit"}, {OPF_LOADS, "loads"},       {OPF_STORES, "stores"},
    {OPF_VOLATILE, "volatile"}, {0, NULL},
};

static void put_call(struct dump *d, const struct unit_op *op)
{
    buf_adds(d->out, "call ");
    if (op->callee.v != 0) {
        buf_adds(d->out, str(d, d->u->syms[op->callee.v].name));
    } else {
        buf_adds(d->out, "*(");
        if (op->path.v != 0)
            put_path(d, op->path);
        else
            put_val(d, op->val);
        buf_adds(d->out, ")");
    }
    buf_addc(d->out, '(');
    for (uint32_t i = 0; i < op->args.n; i++) {
        buf_adds(d->out, i > 0 ? ", " : "");
        put_val(d, d->u->args[op->args.first + i].val);
    }
    buf_addc(d->out, ')');
}

static void put_op(struct dump *d, const struct unit_op *op)
{
    static const char *const words[] = {"", "load ", "store ", "addr ", "", "atomic ",
                                        "fence", "decl ", "asm"};
    ASSERT(op->kind <= OP_ASM && op->order <= ORDER_SEQ_CST);
    buf_adds(d->out, words[op->kind]);
    if (op->kind == OP_CALL)
        put_call(d, op);
    else if (op->path.v != 0)
        put_path(d, op->path);
    if (op->kind == OP_STORE) {
        buf_adds(d->out, " = ");
        put_val(d, op->val);
    } else if (op->kind == OP_ATOMIC) {
        buf_addf(d->out, " %s", op->oper != OPER_NONE ? print_oper(op->oper) : "-");
        if (op->val.v != 0) {
            buf_addc(d->out, ' ');
            put_val(d, op->val);
        }
    }
    buf_adds(d->out, orders[op->order]);
    put_flags(d, op->flags, op_flags);
}

static void dump_op(struct dump *d, const struct unit_func *f, uint32_t i)
{
    buf_adds(d->out, "    ");
    put_place(d, d->u->ops[i].place);
    buf_addf(d->out, " v%u = ", i - f->ops.first + 1);
    put_op(d, &d->u->ops[i]);
    buf_addc(d->out, '\n');
}

static void put_succs(struct dump *d, const struct unit_func *f, const struct unit_block *b)
{
    for (uint32_t i = 0; i < b->succs.n; i++) {
        const struct unit_succ *s = &d->u->succs[b->succs.first + i];
        buf_addc(d->out, ' ');
        if (b->term == TERM_SWITCH && (s->flags & SUCC_DEFAULT))
            buf_adds(d->out, "default:");
        else if (b->term == TERM_SWITCH && s->lo == s->hi)
            buf_addf(d->out, "%" PRId64 ":", s->lo);
        else if (b->term == TERM_SWITCH)
            buf_addf(d->out, "%" PRId64 "..%" PRId64 ":", s->lo, s->hi);
        buf_addf(d->out, "b%u", s->to.v - f->blocks.first);
    }
}

static void dump_block(struct dump *d, const struct unit_func *f, uint32_t i)
{
    static const char *const words[] = {"jump", "branch", "switch", "return", "noreturn",
                                        "computed"};
    const struct unit_block *b = &d->u->blocks[i];
    buf_addf(d->out, "  b%u:", i - f->blocks.first);
    if (b->loop.v != 0)
        buf_addf(d->out, " loop%u", b->loop.v - f->loops.first + 1);
    buf_addc(d->out, '\n');
    for (uint32_t op = b->ops.first; op < b->ops.first + b->ops.n; op++)
        dump_op(d, f, op);
    buf_addf(d->out, "    %s", words[b->term]);
    if (b->val.v != 0) {
        buf_addc(d->out, ' ');
        put_val(d, b->val);
    }
    put_succs(d, f, b);
    if (b->place.v != 0) {
        buf_adds(d->out, " @");
        put_place(d, b->place);
    }
    buf_addc(d->out, '\n');
}

static void dump_loop(struct dump *d, const struct unit_func *f, uint32_t i)
{
    static const char *const kinds[] = {"for", "while", "do", "goto"};
    static const struct flag_name flags[] = {
        {LOOP_FOREVER, "forever"}, {LOOP_IRREDUCIBLE, "irreducible"}, {0, NULL}};
    const struct unit_loop *l = &d->u->loops[i];
    buf_addf(d->out, "  loop%u: %s ", i - f->loops.first + 1, kinds[l->kind]);
    put_place(d, l->place);
    buf_addf(d->out, " header b%u", l->header.v - f->blocks.first);
    if (l->parent.v != 0)
        buf_addf(d->out, " in loop%u", l->parent.v - f->loops.first + 1);
    buf_addf(d->out, " depth %u blocks %u ops %u", l->depth, l->n_blocks, l->n_ops);
    put_flags(d, l->flags, flags);
    if (l->induction.v != 0) {
        buf_adds(d->out, " over ");
        put_path(d, l->induction);
    }
    if (l->bound.v != 0) {
        buf_adds(d->out, " to ");
        put_val(d, l->bound);
    }
    if (l->trips >= 0)
        buf_addf(d->out, " trips %" PRId64, l->trips);
    buf_addc(d->out, '\n');
}

static void dump_local(struct dump *d, const struct unit_func *f, uint32_t i)
{
    static const struct flag_name flags[] = {{LOCAL_ADDR_TAKEN, "addr-taken"},
                                             {LOCAL_COMPOUND_LITERAL, "compound-literal"},
                                             {LOCAL_VLA, "vla"},
                                             {LOCAL_MODIFIED_PARAM, "modified"},
                                             {0, NULL}};
    const struct unit_local *l = &d->u->locals[i];
    uint32_t number = i - f->locals.first;
    buf_addf(d->out, "  %s ", number < f->n_params ? "param" : "local");
    if (l->name.v != 0)
        buf_adds(d->out, str(d, l->name));
    else
        buf_addf(d->out, "tmp%u", number + 1);
    buf_adds(d->out, ": ");
    put_type(d, l->type);
    buf_addc(d->out, ' ');
    put_place(d, l->place);
    put_flags(d, l->flags, flags);
    if (l->cleanup.v != 0)
        buf_addf(d->out, " cleanup %s", str(d, d->u->syms[l->cleanup.v].name));
    buf_addc(d->out, '\n');
}

static void dump_func(struct dump *d, uint32_t i)
{
    static const char *const qualities[] = {"ok", "partial", "failed"};
    const struct unit_func *f = &d->u->funcs[i];
    buf_addf(d->out, "\nfunction %s ", str(d, d->u->syms[f->sym.v].name));
    put_place(d, f->place);
    buf_addf(d->out, " to %u %s", f->end_line, qualities[f->quality]);
    if (f->why.v != 0) {
        buf_adds(d->out, ": ");
        put_text(d, f->why);
    }
    buf_addc(d->out, '\n');
    d->func = (func_id){i};
    d->file = d->u->places[f->place.v].file.v;
    for (uint32_t k = f->locals.first; k < f->locals.first + f->locals.n; k++)
        dump_local(d, f, k);
    for (uint32_t k = f->loops.first; k < f->loops.first + f->loops.n; k++)
        dump_loop(d, f, k);
    for (uint32_t k = f->blocks.first; k < f->blocks.first + f->blocks.n; k++)
        dump_block(d, f, k);
    d->func = (func_id){0};
    d->file = unit_info(d->u)->main_file.v;
}

static void dump_tail(struct dump *d)
{
    static const char *const kinds[] = {"missing-header", "error", "fatal", "note"};
    const struct unit *u = d->u;
    for (uint32_t i = 1; i < u->n_comments; i++) {
        buf_adds(d->out, "comment ");
        put_place(d, u->comments[i].place);
        buf_addf(d->out, " to %u%s ", u->comments[i].end_line,
                 u->comments[i].flags & COMMENT_ALONE ? " alone" : "");
        put_text(d, u->comments[i].text);
        buf_addc(d->out, '\n');
    }
    for (uint32_t i = 1; i < u->n_diags; i++) {
        buf_adds(d->out, "diag ");
        put_place(d, u->diags[i].place);
        buf_addf(d->out, " %s ", kinds[u->diags[i].kind]);
        put_text(d, u->diags[i].text);
        if (u->diags[i].func.v != 0)
            buf_addf(d->out, " in %s",
                     str(d, u->syms[u->funcs[u->diags[i].func.v].sym.v].name));
        buf_addc(d->out, '\n');
    }
}

void unit_dump(const struct unit *u, const char *root, struct buf *out)
{
    struct dump d = {.u = u, .root = root, .file = unit_info(u)->main_file.v, .out = out};
    arena_init(&d.scratch);
    dump_head(&d);
    dump_tables(&d);
    dump_tail(&d);
    for (uint32_t i = 1; i < u->n_funcs; i++)
        dump_func(&d, i);
    arena_release(&d.scratch);
}
