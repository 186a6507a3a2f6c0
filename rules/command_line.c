/*
 * A line is small when all its commands are: the shell is needed anyway for one that is not. Of
 * several texts that the code chooses from, all must be.
 */
#include "rules/command_line.h"

#include <string.h>

#include "flow/context.h"
#include "flow/shape.h"
#include "rules/shell.h"

enum { MAX_USES = 6, MAX_NESTED = 3 };

struct judge {
    struct rule_context *ctx;
    struct arena *arena;
    struct command_line out;
    const char *uses[MAX_USES];
    uint32_t n_uses;
};

static void worsen(struct judge *j, enum command_verdict v)
{
    if (v < j->out.verdict)
        j->out.verdict = v;
}

/* The name without its directory; NULL: not known. */
static const char *base_name(const char *word)
{
    const char *slash = strrchr(word, '/'), *base = slash ? slash + 1 : word;
    return *base && !strchr(base, TEXT_HOLE) ? base : NULL;
}

/* ---- options ---- */
static bool is_listed(const struct cat_command *c, const char *option, size_t n)
{
    for (uint32_t i = 0; i < c->n_options; i++)
        if (strlen(c->options[i]) == n && !strncmp(c->options[i], option, n))
            return true;
    return false;
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* -rf as -r and -f; -m755 as -m with its value. */
static bool fits_letters(const struct cat_command *c, const char *word)
{
    for (const char *p = word + 1; *p; p++) {
        char option[] = {'-', *p, 0};
        if (is_listed(c, option, 2))
            continue;
        return p > word + 1 && !is_letter(*p);
    }
    return true;
}

static bool fits_option(const struct cat_command *c, const char *word)
{
    const char *equals = strchr(word, '=');
    if (is_listed(c, word, equals ? (size_t)(equals - word) : strlen(word)))
        return true;
    if (word[1] >= '0' && word[1] <= '9')
        return is_listed(c, "-#", 2);
    return word[1] != '-' && fits_letters(c, word);
}

static bool fits(const struct cat_command *c, const struct shell_command *line, uint32_t first)
{
    for (uint32_t i = first; i < line->words.n && c->options; i++) {
        const char *word = line->words.v[i];
        if (!strcmp(word, "--"))
            break;
        if (word[0] == '-' && word[1] && !fits_option(c, word))
            return false;
    }
    return true;
}

/* ---- commands ---- */
static void add_use(struct judge *j, const char *use)
{
    for (uint32_t i = 0; i < j->n_uses; i++)
        if (!strcmp(j->uses[i], use))
            return;
    if (j->n_uses < MAX_USES)
        j->uses[j->n_uses++] = use;
}

static void judge_text(struct judge *j, const char *text, uint32_t nested);

static bool is_shell(const char *name)
{
    return !strcmp(name, "sh") || !strcmp(name, "bash") || !strcmp(name, "dash");
}

/* sh -c "text": the text is judged instead. */
static bool judge_shell(struct judge *j, const struct shell_command *c, uint32_t first,
                        uint32_t nested)
{
    if (!is_shell(base_name(c->words.v[first])) || c->words.n <= first + 2 ||
        strcmp(c->words.v[first + 1], "-c") != 0)
        return false;
    j->out.starts_shell = true;
    judge_text(j, c->words.v[first + 2], nested + 1);
    return true;
}

static void judge_command(struct judge *j, const struct shell_command *c, uint32_t nested)
{
    const struct catalog *cat = j->ctx->catalog;
    uint32_t first = 0;

    ASSERT(c->words.n && nested <= MAX_NESTED);
    for (; first < c->words.n; first++) {
        if (first && strchr(c->words.v[first], '=')) /* env A=b program */
            continue;
        const char *name = base_name(c->words.v[first]);
        const struct cat_command *known = name ? catalog_command(cat, name, 0) : NULL;
        if (!name) {
            worsen(j, COMMAND_UNKNOWN);
            return;
        }
        if (!known || !known->prefix || first + 1 == c->words.n)
            break;
    }
    if (first == c->words.n || judge_shell(j, c, first, nested))
        return;
    const char *name = base_name(c->words.v[first]);
    const struct cat_command *fit = NULL, *at;
    for (uint32_t i = 0; !fit && (at = catalog_command(cat, name, i)); i++)
        fit = !at->prefix && fits(at, c, first + 1) ? at : NULL;
    if (fit)
        add_use(j, fit->use);
    else
        worsen(j, COMMAND_OTHER);
}

static void judge_text(struct judge *j, const char *text, uint32_t nested)
{
    struct shell_line line = {0};

    if (nested > MAX_NESTED || !shell_parse(j->arena, text, &line)) {
        worsen(j, strspn(text, "\1 \t") == strlen(text) ? COMMAND_UNKNOWN : COMMAND_OTHER);
        return;
    }
    for (uint32_t i = 0; i < line.commands.n; i++)
        judge_command(j, &line.commands.v[i], nested);
}

/* ---- what the call is given ---- */
static void show(struct judge *j, const char *text)
{
    struct buf BUF_CLEANUP out = {0};
    for (const char *p = text; *p && out.n < 60; p++) {
        if (*p == TEXT_HOLE)
            buf_adds(&out, "...");
        else
            buf_addc(&out, (unsigned char)*p < ' ' ? ' ' : *p);
    }
    if (out.n >= 60)
        buf_adds(&out, " ...");
    if (!j->out.shown)
        j->out.shown = arena_strdup(j->ctx->arena, buf_str(&out));
}

static void judge_texts(struct judge *j, const struct text_frame *frame, site_id site, int arg,
                        bool is_shell_text)
{
    struct texts found = {0};
    val_id v = site_arg(j->ctx->program, site, arg);

    text_of(j->arena, j->ctx->flow, frame, j->ctx->program->sites[site.v].op, v, &found);
    j->out.needs_caller = found.needs_caller;
    j->out.starts_shell = is_shell_text;
    if (!found.v.n)
        worsen(j, COMMAND_UNKNOWN);
    for (uint32_t i = 0; i < found.v.n; i++) {
        struct shell_line line = {0};
        show(j, found.v.v[i]);
        if (is_shell_text)
            judge_text(j, found.v.v[i], 0);
        else if (shell_split(j->arena, found.v.v[i], &line))
            judge_command(j, &line.commands.v[0], 0);
        else
            worsen(j, COMMAND_OTHER);
    }
}

static const char *one_text(struct judge *j, const struct text_frame *frame, site_id site, int arg)
{
    static const char hole[] = {TEXT_HOLE, 0};
    struct texts found = {0};
    val_id v = site_arg(j->ctx->program, site, arg);

    if (v.v)
        text_of(j->arena, j->ctx->flow, frame, j->ctx->program->sites[site.v].op, v, &found);
    j->out.needs_caller |= found.needs_caller;
    return found.v.n == 1 ? found.v.v[0] : hole;
}

static void list_words(struct judge *j, const struct text_frame *frame, site_id site, int first,
                       struct shell_command *out)
{
    const struct unit *u = program_unit(j->ctx->program, frame->func);
    const struct unit_op *op = call_op(j->ctx->program, site);

    for (uint32_t i = (uint32_t)first; i < op->args.n; i++) {
        if (u->vals[u->args[op->args.first + i].val.v].kind == VAL_INT)
            break;
        vec_push(j->arena, &out->words, one_text(j, frame, site, (int)i));
    }
}

/* The last store, before the call, to the field of the record that its argument points to. */
static op_id stored_field(struct judge *j, site_id site, int arg, const char *field)
{
    const struct program *p = j->ctx->program;
    gfunc_id func = p->sites[site.v].caller;
    const struct func_shape *s = flow_shape(j->ctx->flow, func);
    const struct unit_val *v = &s->unit->vals[site_arg(p, site, arg).v];
    op_id found = {0};

    if (v->kind != VAL_ADDR)
        return found;
    const struct unit_path *record = &s->unit->paths[v->a];
    struct op_list list = shape_stores(s, record->root, record->id);
    for (uint32_t i = 0; i < list.n && list.v[i].op.v < p->sites[site.v].op.v; i++) {
        const struct unit_path *path = &s->unit->paths[s->unit->ops[list.v[i].op.v].path.v];
        const struct unit_sel *last = path->sels.n == record->sels.n + 1
                                          ? &s->unit->sels[path->sels.first + record->sels.n]
                                          : NULL;
        if (last && last->kind == SEL_FIELD &&
            !strcmp(unit_str(s->unit, s->unit->fields[last->id].name), field))
            found = list.v[i].op;
    }
    return found;
}

/* Words of an array, at an op of the frame's function. */
static void add_array(struct judge *j, const struct text_frame *frame, op_id at, val_id v,
                      struct shell_command *c)
{
    struct text_words words = {0};

    (void)text_words_of(j->arena, j->ctx->flow, frame, at, v, &words);
    j->out.needs_caller |= words.needs_caller;
    for (uint32_t i = 0; i < words.v.n; i++)
        vec_push(j->arena, &c->words, words.v.v[i]);
}

/* The fields of a record of options. */
static const char *add_options(struct judge *j, const struct text_frame *frame, site_id site,
                               const struct cat_runs *r, struct shell_command *c)
{
    const struct unit *u = program_unit(j->ctx->program, frame->func);
    op_id argv = stored_field(j, site, r->options, r->argv_field);
    op_id file = stored_field(j, site, r->options, r->file_field);
    struct texts found = {0};

    if (argv.v)
        add_array(j, frame, argv, u->ops[argv.v].val, c);
    if (file.v)
        text_of(j->arena, j->ctx->flow, frame, file, u->ops[file.v].val, &found);
    j->out.needs_caller |= found.needs_caller;
    return argv.v && found.v.n == 1 ? found.v.v[0] : "";
}

static void judge_words(struct judge *j, const struct text_frame *frame, site_id site,
                        const struct cat_runs *r)
{
    struct shell_command c = {0};
    struct buf BUF_CLEANUP line = {0};

    const char *file = r->file >= 0 ? one_text(j, frame, site, r->file) : "";
    if (r->argv >= 0)
        add_array(j, frame, j->ctx->program->sites[site.v].op,
                  site_arg(j->ctx->program, site, r->argv), &c);
    else if (r->options >= 0)
        file = add_options(j, frame, site, r, &c);
    else
        list_words(j, frame, site, r->list, &c);
    if (base_name(file)) { /* argv[0] may be any name */
        if (!c.words.n)
            vec_push(j->arena, &c.words, file);
        c.words.v[0] = file;
    }
    if (!c.words.n) {
        worsen(j, COMMAND_UNKNOWN);
        return;
    }
    for (uint32_t i = 0; i < c.words.n; i++)
        buf_addf(&line, "%s%s", i ? " " : "", c.words.v[i]);
    show(j, buf_str(&line));
    judge_command(j, &c, 0);
}

static const char *join_uses(struct judge *j)
{
    struct buf BUF_CLEANUP out = {0};
    for (uint32_t i = 0; i < j->n_uses; i++)
        buf_addf(&out, "%s%s", !i ? "" : i + 1 == j->n_uses ? " and " : ", ", j->uses[i]);
    return arena_strdup(j->ctx->arena, buf_str(&out));
}

struct command_line command_line_of(struct rule_context *ctx, const struct text_frame *frame,
                                    site_id site)
{
    const struct cat_runs *r = ctx->flow->site_cat[site.v]->runs;
    struct arena scratch;
    struct judge j = {.ctx = ctx, .arena = &scratch, .out = {.verdict = COMMAND_SMALL}};

    ASSERT(r && frame->func.v == ctx->program->sites[site.v].caller.v);
    arena_init(&scratch);
    if (r->shell >= 0 || r->line >= 0)
        judge_texts(&j, frame, site, r->shell >= 0 ? r->shell : r->line, r->shell >= 0);
    else
        judge_words(&j, frame, site, r);
    if (j.out.verdict == COMMAND_SMALL && !j.n_uses)
        j.out.verdict = COMMAND_UNKNOWN;
    j.out.uses = join_uses(&j);
    arena_release(&scratch);
    return j.out;
}
