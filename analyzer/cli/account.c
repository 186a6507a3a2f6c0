/*
 * Functions are told apart by the place of their name. One that is whole in one unit and broken in
 * another counts as broken: its findings may be missing there.
 */
#include "cli/account.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "cli/output.h"

enum { NAMED_AT_MOST = 5 };

struct body {
    const char *file, *name, *why;
    uint32_t line;
    uint32_t quality;
};
struct header {
    const char *name;
    uint32_t files; /* units that miss it */
};
struct census {
    struct arena *arena;
    const struct options *o;
    const struct loaded *l;
    struct account *account;
    struct map seen, header_seen;
    VEC(struct body) bodies;
    VEC(struct header) headers;
};

static const char *near_path(struct census *c, const char *path)
{
    return report_path(c->arena, c->l->cwd, path);
}

static void count_function(struct census *c, const struct unit *u, const struct unit_func *f)
{
    const struct unit_place *p = &u->places[f->place.v];
    const char *file = unit_str(u, u->files[p->file.v].name);
    const char *name = unit_str(u, u->syms[f->sym.v].name);
    uint64_t key = hash_mix(hash64(file, strlen(file)), (uint64_t)p->line << 32 | p->col);
    key = hash_mix(key, hash64(name, strlen(name)));
    uint32_t index;
    if (!map_get(&c->seen, key, &index)) {
        index = c->bodies.n;
        map_set(&c->seen, key, index);
        struct body b = {.file = file, .name = name, .line = p->line};
        vec_push(c->arena, &c->bodies, b);
    }
    struct body *b = &c->bodies.v[index];
    if (f->quality > b->quality) {
        b->quality = f->quality;
        b->why = unit_str(u, f->why);
    }
}

static void count_header(struct census *c, const char *name, uint32_t unit)
{
    uint64_t name_key = hash64(name, strlen(name));
    uint32_t index;
    if (!map_get(&c->header_seen, name_key, &index)) {
        index = c->headers.n;
        map_set(&c->header_seen, name_key, index);
        struct header h = {name, 0};
        vec_push(c->arena, &c->headers, h);
    }
    if (map_put_new(&c->header_seen, hash_mix(name_key, unit + 1), 0))
        c->headers.v[index].files++;
}

static void count_unit(struct census *c, const struct unit *u, uint32_t index)
{
    const struct unit_info *info = unit_info(u);
    ASSERT(info->status <= UNIT_FAILED);
    c->account->counts.units_partial += info->status == UNIT_PARTIAL;
    if (info->n_bodies > u->n_funcs - 1)
        c->account->not_extracted += info->n_bodies - (u->n_funcs - 1);
    for (uint32_t f = 1; f < u->n_funcs; f++)
        count_function(c, u, &u->funcs[f]);
    for (uint32_t d = 1; d < u->n_diags; d++) {
        if (u->diags[d].kind == DIAG_MISSING_HEADER)
            count_header(c, unit_str(u, u->diags[d].text), index);
    }
}

static int compare_headers(const void *a, const void *b)
{
    const struct header *x = a, *y = b;
    if (x->files != y->files)
        return x->files > y->files ? -1 : 1;
    return strcmp(x->name, y->name);
}

static void say_headers(struct census *c)
{
    uint32_t n = c->headers.n;
    if (n == 0)
        return;
    uint32_t shown = c->o->verbose || n <= NAMED_AT_MOST ? n : NAMED_AT_MOST;
    struct buf BUF_CLEANUP list = {0};
    for (uint32_t i = 0; i < shown; i++)
        buf_addf(&list, "%s'%s' not found in %s", i ? ", " : "", c->headers.v[i].name,
                 plural(c->arena, c->headers.v[i].files, "file", "files"));
    if (shown < n)
        buf_addf(&list, ", and %u more (-v names them)", n - shown);
    const char *hint = !c->l->found.database ? "add -p DIR, or -- -I DIR"
                                             : "run the build first if it generates them, or add "
                                               "--extra-arg=-IDIR";
    say("note: %s; %s", buf_str(&list), hint);
}

static void say_failed_files(struct census *c)
{
    uint32_t n = c->l->failed.n;
    for (uint32_t i = 0; i < n; i++) {
        const struct failed_file *f = &c->l->failed.v[i];
        if (i == NAMED_AT_MOST && n > NAMED_AT_MOST + 1 && !c->o->verbose) {
            say("note: %u more files not analysed (-v names them)", n - i);
            return;
        }
        say("%s: not analysed: %s", near_path(c, f->file), f->why);
    }
}

static int compare_bodies(const void *a, const void *b)
{
    const struct body *x = a, *y = b;
    int c = strcmp(x->file, y->file);
    return c ? c : (x->line < y->line ? -1 : x->line > y->line);
}

/* Functions that could not be analysed are always named, those analysed in part with -v. */
static void say_functions(struct census *c)
{
    uint32_t named = 0, left_out = 0;
    for (uint32_t i = 0; i < c->bodies.n; i++) {
        const struct body *b = &c->bodies.v[i];
        if (b->quality == QUALITY_OK || (b->quality == QUALITY_PARTIAL && !c->o->verbose))
            continue;
        if (named >= NAMED_AT_MOST && !c->o->verbose) {
            left_out++;
            continue;
        }
        say("%s:%u: function '%s' %s: %s", near_path(c, b->file), b->line, b->name,
            b->quality == QUALITY_FAILED ? "not analysed" : "analysed in part", b->why);
        named++;
    }
    if (left_out)
        say("note: %s not analysed (-v names them)",
            plural(c->arena, left_out, "more function", "more functions"));
    if (c->account->not_extracted)
        say("%s seen but not kept",
            plural(c->arena, c->account->not_extracted, "function", "functions"));
}

/* The one error after which libclang reads no further although it was told to go on: functions
 * behind that place are in no table, so the place is always said. */
static void say_cut_units(struct census *c)
{
    static const char too_deep[] = "bracket nesting level exceeded";
    for (uint32_t i = 0; i < c->l->n_units; i++) {
        const struct unit *u = c->l->units[i];
        for (uint32_t d = 1; d < u->n_diags; d++) {
            const struct unit_place *p = &u->places[u->diags[d].place.v];
            const char *text = unit_str(u, u->diags[d].text);
            if (u->diags[d].kind == DIAG_MISSING_HEADER ||
                strncmp(text, too_deep, sizeof too_deep - 1))
                continue;
            say("%s:%u: read up to here only: %s",
                near_path(c, unit_str(u, u->files[p->file.v].name)), p->line, text);
            break;
        }
    }
}

static void say_partial_units(struct census *c)
{
    for (uint32_t i = 0; i < c->l->n_units; i++) {
        const struct unit *u = c->l->units[i];
        if (unit_info(u)->status != UNIT_OK)
            say("%s: read in part: %s",
                near_path(c, unit_str(u, u->files[unit_info(u)->main_file.v].name)),
                unit_str(u, unit_info(u)->why));
    }
}

static void add_notice(struct census *c, enum notice_kind kind, const char *file, uint32_t line,
                       const char *text)
{
    struct notice n = {kind, file, line, text};
    vec_push(c->arena, &c->account->notices, n);
}

/* What the machine formats say of it: the same facts, every one of them. */
static void make_notices(struct census *c)
{
    for (uint32_t i = 0; i < c->l->failed.n; i++)
        add_notice(c, NOTICE_NOT_ANALYSED, c->l->failed.v[i].file, 0,
                   arena_printf(c->arena, "The file was not analysed: %s.", c->l->failed.v[i].why));
    for (uint32_t i = 0; i < c->bodies.n; i++) {
        const struct body *b = &c->bodies.v[i];
        if (b->quality != QUALITY_OK)
            add_notice(c, NOTICE_PARTIAL, b->file, b->line,
                       arena_printf(c->arena, "The function '%s' was %s: %s.", b->name,
                                    b->quality == QUALITY_FAILED ? "not analysed"
                                                                 : "analysed in part",
                                    b->why));
    }
    for (uint32_t i = 0; i < c->headers.n; i++)
        add_notice(c, NOTICE_MISSING_HEADER, NULL, 0,
                   arena_printf(c->arena, "The header '%s' was not found, in %s.",
                                c->headers.v[i].name,
                                plural(c->arena, c->headers.v[i].files, "file", "files")));
}

void account_units(struct arena *a, const struct options *o, const struct loaded *l,
                   struct account *out)
{
    memset(out, 0, sizeof *out);
    struct census c = {.arena = a, .o = o, .l = l, .account = out};
    map_init(&c.seen, a);
    map_init(&c.header_seen, a);
    out->counts.units = l->n_units;
    out->counts.units_failed = l->failed.n;
    for (uint32_t i = 0; i < l->n_units; i++)
        count_unit(&c, l->units[i], i);
    for (uint32_t i = 0; i < c.bodies.n; i++) {
        out->counts.functions_partial += c.bodies.v[i].quality == QUALITY_PARTIAL;
        out->counts.functions_failed += c.bodies.v[i].quality == QUALITY_FAILED;
    }
    out->counts.functions = c.bodies.n;
    ASSERT(out->counts.units_partial <= out->counts.units);
    out->missing_headers = c.headers.n;
    if (c.headers.n > 1)
        qsort(c.headers.v, c.headers.n, sizeof c.headers.v[0], compare_headers);
    if (c.bodies.n > 1)
        qsort(c.bodies.v, c.bodies.n, sizeof c.bodies.v[0], compare_bodies);
    make_notices(&c);
    say_failed_files(&c);
    if (o->quiet)
        return;
    say_cut_units(&c);
    if (o->verbose)
        say_partial_units(&c);
    if (c.bodies.n > 0)
        say_functions(&c);
    say_headers(&c);
}

bool account_is_complete(const struct account *c)
{
    return c->counts.units_failed == 0 && c->counts.units_partial == 0 &&
           c->counts.functions_partial == 0 && c->counts.functions_failed == 0 &&
           c->not_extracted == 0 && c->missing_headers == 0;
}
