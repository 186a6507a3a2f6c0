/*
 * Comments become marks: (file, first line, last line, rule). Collecting reads each comment once
 * however many units include it, in order of place, so that begin and end pair up; applying looks
 * up the marks of each file that a finding's chain touches.
 */
#include "advise/suppress.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"

struct comment {
    const char *file, *text;
    uint32_t line, col, end_line;
    bool is_alone, is_judged; /* judged: every unit that holds it was read completely */
};

struct mark {
    const char *file;
    uint32_t line, col;    /* of the comment */
    uint32_t first, last;  /* lines it covers */
    const struct rule *rule;
    const char *reason;    /* NULL: none given */
    bool is_nolint, is_range, is_used, is_judged;
};

struct suppressions {
    struct arena *arena;
    VEC(struct comment) comments;
    VEC(struct mark) marks;  /* by file */
    struct map by_file;      /* hash of the file name: index of its first mark */
    struct suppress_notes notes;
};

enum form { FORM_LINE, FORM_NEXT, FORM_BEGIN, FORM_END, FORM_FILE };
struct directive {
    enum form form;
    bool is_nolint;
    const char *ids; /* behind the opening bracket */
    size_t n_ids;
    const char *reason;
};

static uint64_t name_hash(const char *file)
{
    return hash64(file, strlen(file));
}

static void note(struct suppressions *s, enum suppress_note_kind kind, const struct comment *c,
                 const char *text)
{
    struct suppress_note n = {kind, c->file, c->line, c->col, text};
    vec_push(s->arena, &s->notes.list, n);
}

/* ---- reading directives ---- */

static bool skip(const char **p, const char *word)
{
    size_t n = strlen(word);
    if (strncmp(*p, word, n))
        return false;
    *p += n;
    return true;
}

static const char *read_reason(struct arena *a, const char *p)
{
    while (*p == ' ' || *p == '\t' || *p == ':' || *p == '-')
        p++;
    const char *end = p + strcspn(p, "\r\n");
    const char *close = strstr(p, "*/");
    if (close && close < end)
        end = close;
    while (end > p && (end[-1] == ' ' || end[-1] == '\t'))
        end--;
    return end > p ? arena_strndup(a, p, (size_t)(end - p)) : NULL;
}

static bool read_ids(struct arena *a, const char **p, char open, char close, struct directive *d)
{
    if (**p != open)
        return false;
    d->ids = *p + 1;
    const char stop[] = {close, '\n', '\0'};
    d->n_ids = strcspn(d->ids, stop);
    *p = d->ids + d->n_ids;
    if (**p != close)
        return false;
    ++*p;
    if (!d->is_nolint)
        d->reason = read_reason(a, *p);
    return true;
}

static bool is_word_char(char c)
{
    return c == '_' || c == '-' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
           (c >= 'A' && c <= 'Z');
}

/* The next directive in a comment at or after *p; *p moves behind it. */
static bool next_directive(struct suppressions *s, const struct comment *c, const char **p,
                           struct directive *d)
{
    static const char own[] = "concadvise-ignore";
    for (const char *q = *p; *q; q++) {
        bool is_own = !strncmp(q, own, sizeof own - 1);
        if ((!is_own && strncmp(q, "NOLINT", 6)) || (q > c->text && is_word_char(q[-1])))
            continue;
        memset(d, 0, sizeof *d);
        d->is_nolint = !is_own;
        q += is_own ? sizeof own - 1 : 6;
        if (skip(&q, is_own ? "-begin" : "BEGIN"))
            d->form = FORM_BEGIN;
        else if (skip(&q, is_own ? "-end" : "END"))
            d->form = FORM_END;
        else if (is_own && skip(&q, "-file"))
            d->form = FORM_FILE;
        else if (!is_own && skip(&q, "NEXTLINE"))
            d->form = FORM_NEXT;
        *p = q;
        if (read_ids(s->arena, p, is_own ? '[' : '(', is_own ? ']' : ')', d))
            return true;
        if (is_own && (!*q || strchr(" \t\r\n:*", *q)))
            note(s, SUPPRESS_NO_RULE, c,
                 "this comment suppresses nothing: name the rule, as in concadvise-ignore[CA101]: "
                 "reason");
        q--;
    }
    return false;
}

/* ---- marks ---- */

static void end_range(struct suppressions *s, const struct comment *c, const struct rule *r)
{
    for (uint32_t i = s->marks.n; i > 0; i--) {
        struct mark *m = &s->marks.v[i - 1];
        if (strcmp(m->file, c->file))
            break;
        if (m->is_range && m->rule == r && m->last == UINT32_MAX) {
            m->last = c->end_line;
            return;
        }
    }
    note(s, SUPPRESS_NO_END, c,
         arena_printf(s->arena, "nothing begins before this end for %s", r->id));
}

static void add_mark(struct suppressions *s, const struct comment *c, const struct directive *d,
                     const struct rule *r)
{
    if (d->form == FORM_END) {
        end_range(s, c, r);
        return;
    }
    struct mark m = {.file = c->file, .line = c->line, .col = c->col, .first = c->line,
                     .last = c->end_line, .rule = r, .reason = d->reason,
                     .is_nolint = d->is_nolint, .is_judged = c->is_judged};
    if (d->form == FORM_NEXT)
        m.first = m.last = c->end_line + 1;
    else if (d->form == FORM_LINE && c->is_alone && !d->is_nolint)
        m.last = c->end_line + 1;
    else if (d->form == FORM_BEGIN || d->form == FORM_FILE)
        m.last = UINT32_MAX;
    m.is_range = d->form == FORM_BEGIN;
    if (d->form == FORM_FILE)
        m.first = 0;
    if (!d->reason && !d->is_nolint)
        note(s, SUPPRESS_NO_REASON, c,
             arena_printf(s->arena, "give the reason: concadvise-ignore[%s]: why", r->id));
    vec_push(s->arena, &s->marks, m);
}

static void unknown_rule(struct suppressions *s, const struct comment *c, const char *id)
{
    const char *near = rule_nearest(id);
    note(s, SUPPRESS_UNKNOWN_RULE, c,
         near ? arena_printf(s->arena, "unknown rule '%s' (did you mean '%s'?)", id, near)
              : arena_printf(s->arena, "unknown rule '%s'; see 'concadvise rules'", id));
}

static void read_directive(struct suppressions *s, const struct comment *c,
                           const struct directive *d)
{
    bool any = false;
    for (size_t i = 0; i < d->n_ids;) {
        i += strspn(d->ids + i, ", \t");
        size_t n = strcspn(d->ids + i, ", \t])\r\n");
        if (i >= d->n_ids || n == 0)
            break;
        const char *id = arena_strndup(s->arena, d->ids + i, n);
        i += n;
        if (d->is_nolint && !skip(&id, "concadvise-"))
            continue; /* another tool's */
        any = true;
        const struct rule *r = rule_find(id);
        if (r)
            add_mark(s, c, d, r);
        else
            unknown_rule(s, c, id);
    }
    if (!any && !d->is_nolint)
        note(s, SUPPRESS_NO_RULE, c,
             "this comment suppresses nothing: no rule between the brackets");
}

/* ---- collecting ---- */

static int compare_comments(const void *a, const void *b)
{
    const struct comment *x = a, *y = b;
    int c = strcmp(x->file, y->file);
    if (!c)
        c = x->line < y->line ? -1 : x->line > y->line;
    return c ? c : (x->col < y->col ? -1 : x->col > y->col);
}

static void collect_unit(struct suppressions *s, const struct unit *u, struct map *seen)
{
    for (uint32_t i = 1; i < u->n_comments; i++) {
        const struct unit_place *p = &u->places[u->comments[i].place.v];
        const char *file = unit_str(u, u->files[p->file.v].name);
        uint64_t key = hash_mix(name_hash(file), (uint64_t)p->line << 32 | p->col);
        uint32_t index;
        bool is_ok = unit_info(u)->status == UNIT_OK;
        if (map_get(seen, key, &index)) {
            s->comments.v[index].is_judged &= is_ok;
            continue;
        }
        map_set(seen, key, s->comments.n);
        struct comment c = {file, unit_str(u, u->comments[i].text), p->line, p->col,
                            u->comments[i].end_line, u->comments[i].flags & COMMENT_ALONE, is_ok};
        vec_push(s->arena, &s->comments, c);
    }
}

/* A comment alone on its line speaks for the next line that is none: marks of one block of comments
 * all reach its last one's line. Later comments come first here. */
static void join_blocks(struct suppressions *s)
{
    for (uint32_t i = s->comments.n; i > 1; i--) {
        struct comment *c = &s->comments.v[i - 2], *next = &s->comments.v[i - 1];
        if (c->is_alone && next->is_alone && next->line == c->end_line + 1 &&
            !strcmp(c->file, next->file))
            c->end_line = next->end_line;
    }
}

static void note_open_ranges(struct suppressions *s)
{
    for (uint32_t i = 0; i < s->marks.n; i++) {
        const struct mark *m = &s->marks.v[i];
        struct comment c = {.file = m->file, .line = m->line, .col = m->col};
        if (m->is_range && m->last == UINT32_MAX)
            note(s, SUPPRESS_NO_END, &c,
                 arena_printf(s->arena,
                              "this begin for %s has no end: it covers the rest of the file",
                              m->rule->id));
    }
}

struct suppressions *suppress_collect(struct arena *a, const struct unit *const *units, uint32_t n)
{
    struct suppressions *s = arena_new(a, struct suppressions);
    s->arena = a;
    map_init(&s->by_file, a);
    struct map seen;
    map_init(&seen, a);
    for (uint32_t i = 0; i < n; i++)
        collect_unit(s, units[i], &seen);
    if (s->comments.n > 0)
        qsort(s->comments.v, s->comments.n, sizeof s->comments.v[0], compare_comments);
    join_blocks(s);
    for (uint32_t i = 0; i < s->comments.n; i++) {
        const struct comment *c = &s->comments.v[i];
        struct directive d;
        for (const char *p = c->text; next_directive(s, c, &p, &d);)
            read_directive(s, c, &d);
    }
    note_open_ranges(s);
    for (uint32_t i = 0; i < s->marks.n; i++)
        (void)map_put_new(&s->by_file, name_hash(s->marks.v[i].file), i);
    return s;
}

/* ---- applying ---- */

static void try_spot(struct suppressions *s, struct finding *f, const char *file, uint32_t line)
{
    uint32_t i;
    if (!file || !map_get(&s->by_file, name_hash(file), &i))
        return;
    ASSERT(i < s->marks.n);
    for (; i < s->marks.n && !strcmp(s->marks.v[i].file, file); i++) {
        struct mark *m = &s->marks.v[i];
        if (line < m->first || line > m->last || strcmp(m->rule->id, f->rule))
            continue;
        m->is_used = true;
        if (!f->suppressed) {
            f->suppress_reason = m->reason;
            f->suppress_at = (struct spot){.file = m->file, .line = m->line, .col = m->col};
        }
        f->suppressed = true;
    }
}

void suppress_apply(struct suppressions *s, struct findings *findings)
{
    for (uint32_t i = 0; i < findings->list.n; i++) {
        struct finding *f = &findings->list.v[i];
        ASSERT(f->rule && f->at.file);
        try_spot(s, f, f->at.file, f->at.line);
        for (uint32_t k = 0; k < f->n_steps; k++) {
            const struct step *step = &f->steps[k];
            try_spot(s, f, step->at.file, step->at.line);
            try_spot(s, f, step->via_at.file, step->via_at.line);
            try_spot(s, f, step->macro.file, step->macro.line);
        }
    }
}

static int compare_notes(const void *a, const void *b)
{
    const struct suppress_note *x = a, *y = b;
    int c = strcmp(x->file, y->file);
    if (!c)
        c = x->line < y->line ? -1 : x->line > y->line;
    if (!c)
        c = x->col < y->col ? -1 : x->col > y->col;
    return c ? c : strcmp(x->text, y->text);
}

void suppress_judge(struct suppressions *s, const struct rule_selection *selection,
                    struct suppress_notes *out)
{
    for (uint32_t i = 0; i < s->marks.n; i++) {
        const struct mark *m = &s->marks.v[i];
        if (m->is_used || !m->is_judged || !rule_is_enabled(selection, m->rule->id))
            continue;
        struct comment c = {.file = m->file, .line = m->line, .col = m->col};
        note(s, SUPPRESS_UNUSED, &c,
             arena_printf(s->arena, "no %s finding here any more: remove this comment",
                          m->rule->id));
    }
    if (s->notes.list.n > 0)
        qsort(s->notes.list.v, s->notes.list.n, sizeof s->notes.list.v[0], compare_notes);
    *out = s->notes;
}
