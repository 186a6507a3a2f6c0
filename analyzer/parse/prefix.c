/*
 * The scanner knows just enough of C to find the end of a directive: comments, strings, lines that
 * are continued. Whatever it does not know for sure ends the run, which only costs time.
 */
#include "parse/prefix.h"

#include <ctype.h>
#include <string.h>

#include "base/file.h"
#include "parse/prefix_weight.h"

enum {
    RUN_MAX = 200,         /* items of one file */
    HEAD_MAX = 256 * 1024, /* bytes that are looked at */
    SHARED_MIN = 3,        /* files that make a prefix worth it */
    LIGHT = 64 * 1024,     /* bytes of headers that are not */
    SOURCE_MAX = 1 << 30,
};

/* ---- the leading run ---- */
struct scanner {
    struct arena *arena;
    const char *s;
    size_t n, at;
    struct buf text; /* of the item */
};

static char peek(const struct scanner *c, size_t ahead)
{
    return c->at + ahead < c->n ? c->s[c->at + ahead] : '\0';
}

/* False: it does not end. */
static bool skip_block_comment(struct scanner *c)
{
    const char *end = memmem(c->s + c->at + 2, c->n - c->at - 2, "*/", 2);
    if (!end)
        return false;
    c->at = (size_t)(end - c->s) + 2;
    return true;
}

/* White space and comments in front of the next thing. */
static bool skip_blank(struct scanner *c)
{
    while (c->at < c->n) {
        if (peek(c, 0) == '/' && peek(c, 1) == '*') {
            if (!skip_block_comment(c))
                return false;
        } else if (peek(c, 0) == '/' && peek(c, 1) == '/') {
            while (c->at < c->n && (peek(c, 0) != '\n' || c->s[c->at - 1] == '\\'))
                c->at++;
        } else if (isspace((unsigned char)peek(c, 0))) {
            c->at++;
        } else {
            return true;
        }
    }
    return false;
}

/* Copies up to the closing quote; false when the line ends before it. */
static bool copy_quoted(struct scanner *c, char close)
{
    buf_addc(&c->text, c->s[c->at++]);
    while (c->at < c->n && peek(c, 0) != '\n') {
        char now = c->s[c->at++];
        buf_addc(&c->text, now);
        if (now == close)
            return true;
        if (now == '\\' && close != '>' && c->at < c->n && peek(c, 0) != '\n')
            buf_addc(&c->text, c->s[c->at++]);
    }
    return false;
}

/* One directive from its '#' to its end, into text. */
static bool copy_directive(struct scanner *c)
{
    size_t start = c->text.n;
    while (c->at < c->n && peek(c, 0) != '\n') {
        char now = peek(c, 0);
        if (now == '\\' && (peek(c, 1) == '\n' || (peek(c, 1) == '\r' && peek(c, 2) == '\n'))) {
            c->at += peek(c, 1) == '\n' ? 2 : 3;
            buf_addc(&c->text, ' ');
        } else if (now == '/' && peek(c, 1) == '*') {
            if (!skip_block_comment(c))
                return false;
            buf_addc(&c->text, ' ');
        } else if (now == '/' && peek(c, 1) == '/') {
            while (c->at < c->n && peek(c, 0) != '\n') {
                if (peek(c, 0) == '\\')
                    return false;
                c->at++;
            }
        } else if (now == '"' || now == '\'') {
            if (!copy_quoted(c, now))
                return false;
        } else if (now == '<' && memmem(c->text.s + start, c->text.n - start, "include", 7)) {
            if (!copy_quoted(c, '>'))
                return false;
        } else {
            buf_addc(&c->text, now == '\r' || now == '\t' ? ' ' : now);
            c->at++;
        }
    }
    while (c->text.n > start && c->text.s[c->text.n - 1] == ' ')
        c->text.n--;
    buf_addc(&c->text, '\n');
    return c->at < c->n; /* a last line without an end is left alone */
}

enum directive { DIR_OTHER, DIR_INCLUDE, DIR_PLAIN, DIR_IF, DIR_ELSE, DIR_ENDIF };

/* A macro that is only asked about, or whose value says yes or no: no token of it is met in the
 * code, where its place would show. */
static bool is_quiet_define(const char *rest)
{
    size_t name = 0;
    while (isalnum((unsigned char)rest[name]) || rest[name] == '_')
        name++;
    if (name == 0 || rest[name] == '(')
        return false;
    const char *body = rest + name + strspn(rest + name, " ");
    if (*body == '\n' || rest[0] == '_')
        return true;
    return (body[0] == '0' || body[0] == '1') && body[1] == '\n';
}

static enum directive directive_of(const char *line)
{
    const char *word = line + 1 + strspn(line + 1, " ");
    size_t n = 0;
    while (islower((unsigned char)word[n]) || word[n] == '_')
        n++;
    const char *rest = word + n + strspn(word + n, " ");
#define IS(name) (n == sizeof name - 1 && !memcmp(word, name, n))
    if (IS("include"))
        return DIR_INCLUDE;
    if (IS("if") || IS("ifdef") || IS("ifndef"))
        return DIR_IF;
    if (IS("else") || IS("elif"))
        return DIR_ELSE;
    if (IS("endif"))
        return DIR_ENDIF;
    if (IS("undef") || IS("error") || (IS("define") && is_quiet_define(rest)))
        return DIR_PLAIN;
#undef IS
    return DIR_OTHER;
}

/* One item from the scanner's place. False: the run ends in front of it. */
static bool scan_item(struct scanner *c, struct prefix_item *out)
{
    uint32_t depth = 0;
    *out = (struct prefix_item){.start = (uint32_t)c->at};
    buf_reset(&c->text);
    do {
        size_t line = c->text.n;
        if (!skip_blank(c) || peek(c, 0) != '#' || !copy_directive(c))
            return false;
        enum directive d = directive_of(c->text.s + line);
        if (d == DIR_OTHER || (depth == 0 && (d == DIR_ELSE || d == DIR_ENDIF)))
            return false;
        depth += d == DIR_IF;
        depth -= d == DIR_ENDIF;
        out->includes = out->includes || d == DIR_INCLUDE;
    } while (depth > 0);
    out->end = (uint32_t)c->at;
    out->text = arena_strndup(c->arena, c->text.s, c->text.n);
    out->hash = hash64(c->text.s, c->text.n);
    return true;
}

void prefix_scan(struct arena *a, const char *s, size_t n, struct prefix_run *out)
{
    struct scanner c = {.arena = a, .s = s, .n = n < HEAD_MAX ? n : HEAD_MAX};
    struct prefix_item item;
    *out = (struct prefix_run){0};
    while (out->v.n < RUN_MAX && skip_blank(&c) && scan_item(&c, &item))
        vec_push(a, &out->v, item);
    buf_release(&c.text);
}

/* ---- which prefixes ---- */
struct node {
    uint64_t hash;
    uint64_t weight;     /* bytes of headers up to here */
    uint64_t sum_whole;  /* of its files, with all of their headers */
    uint32_t parent;     /* index + 1 */
    uint32_t n_files;
    uint32_t n_items, job;
    uint32_t prefix;     /* index + 1 once it is one */
    bool includes, is_passed; /* is_passed: a longer one serves the same files */
};
struct tree {
    struct arena *arena;
    struct weigher *weigher;
    struct map index; /* hash to node */
    VEC(struct node) nodes;
};

/* A file included by "..." is looked for beside its includer first, so the folder counts. A flag
 * that includes a file goes before any precompiled header: such jobs have no prefix (0). */
static uint64_t group_of(const struct job *job)
{
    const char *slash = strrchr(job->file, '/');
    uint64_t hash = hash64(job->file, slash ? (size_t)(slash - job->file) : 0);
    hash = hash_mix(hash, hash64(job->directory, strlen(job->directory)));
    for (uint32_t i = 0; i < job->n_flags; i++) {
        if (!strncmp(job->flags[i], "-include", 8) || !strncmp(job->flags[i], "-imacros", 8))
            return 0;
        hash = hash_mix(hash, hash64(job->flags[i], strlen(job->flags[i])));
    }
    return hash ? hash : 1;
}

/* The node of the whole run, index + 1. */
static uint32_t add_run(struct tree *t, uint64_t hash, uint32_t job, const struct prefix_run *run)
{
    uint32_t parent = 0, at;
    for (uint32_t i = 0; i < run->v.n; i++) {
        const struct prefix_item *item = &run->v.v[i];
        hash = hash_mix(hash, item->hash);
        uint64_t weight = weigher_add(t->weigher, item->text, strlen(item->text));
        if (!map_get(&t->index, hash, &at)) {
            bool had = parent && t->nodes.v[parent - 1].includes;
            struct node new = {.hash = hash, .parent = parent, .n_items = i + 1, .job = job,
                               .weight = weight, .includes = had || item->includes};
            at = t->nodes.n;
            map_set(&t->index, hash, at);
            vec_push(t->arena, &t->nodes, new);
        }
        t->nodes.v[at].n_files++;
        parent = at + 1;
    }
    return parent;
}

static void add_job(struct tree *t, const struct job *jobs, uint32_t job, uint32_t *end)
{
    struct arena scratch;
    struct bytes source;
    struct prefix_run run;
    struct err ERR_CLEANUP err = {0};
    uint64_t group = group_of(&jobs[job]);

    *end = 0;
    arena_init(&scratch);
    if (group && file_read(&scratch, jobs[job].file, SOURCE_MAX, &source, &err)) {
        prefix_scan(&scratch, source.p, source.n, &run);
        weigher_start(t->weigher, &jobs[job]);
        *end = add_run(t, group, job, &run);
        uint64_t whole = weigher_add(t->weigher, source.p, source.n) + source.n;
        for (uint32_t at = *end; at; at = t->nodes.v[at - 1].parent)
            t->nodes.v[at - 1].sum_whole += whole;
    }
    arena_release(&scratch);
}

/*
 * Making a prefix costs about twice its parse, loading it next to nothing; but what comes after it
 * is parsed more slowly than it would be without. So the first one on a way must hold most of what
 * its files include, and those that go on from it must add enough to pay for themselves.
 */
static bool is_worth_it(const struct node *n, const struct node *base)
{
    if (n->n_files < SHARED_MIN || !n->includes || n->is_passed)
        return false;
    if (!base)
        return n->weight >= LIGHT && n->weight >= n->sum_whole / n->n_files / 2;
    return n->weight - base->weight > base->weight / 20;
}

/* Index + 1 of the nearest prefix at the node or above. */
static uint32_t prefix_above(const struct tree *t, uint32_t node)
{
    while (node && !t->nodes.v[node - 1].prefix)
        node = t->nodes.v[node - 1].parent;
    return node ? t->nodes.v[node - 1].prefix : 0;
}

static void choose(struct arena *a, struct tree *t, struct prefix_plan *out)
{
    VEC(uint32_t) nodes = {0}; /* [prefix] its node */
    for (uint32_t i = 0; i < t->nodes.n; i++) {
        uint32_t up = t->nodes.v[i].parent;
        if (up && t->nodes.v[up - 1].n_files == t->nodes.v[i].n_files)
            t->nodes.v[up - 1].is_passed = true;
    }
    for (uint32_t i = 0; i < t->nodes.n; i++) {
        struct node *node = &t->nodes.v[i];
        uint32_t parent = prefix_above(t, node->parent);
        if (!is_worth_it(node, parent ? &t->nodes.v[nodes.v[parent - 1]] : NULL))
            continue;
        struct prefix p = {.parent = parent, .n_items = node->n_items, .job = node->job,
                           .hash = node->hash};
        vec_push(a, &out->v, p);
        vec_push(t->arena, &nodes, i);
        node->prefix = out->v.n;
    }
}

void prefix_make_plan(struct arena *a, const struct job *jobs, uint32_t n, struct prefix_plan *out)
{
    struct arena scratch;
    struct tree t = {.arena = &scratch};

    arena_init(&scratch);
    t.weigher = weigher_new(&scratch);
    map_init(&t.index, &scratch);
    *out = (struct prefix_plan){.of_job = arena_array(a, uint32_t, n + 1)};
    for (uint32_t i = 0; i < n; i++)
        add_job(&t, jobs, i, &out->of_job[i]);
    choose(a, &t, out);
    for (uint32_t i = 0; i < n; i++)
        out->of_job[i] = prefix_above(&t, out->of_job[i]);
    arena_release(&scratch);
}

bool prefix_fits(const struct prefix *p, const struct job *job, const struct prefix_run *run)
{
    uint64_t hash = group_of(job);
    ASSERT(hash && p->n_items > 0);
    for (uint32_t i = 0; i < p->n_items && i < run->v.n; i++)
        hash = hash_mix(hash, run->v.v[i].hash);
    return run->v.n >= p->n_items && hash == p->hash;
}

const char *prefix_name(struct arena *a, const struct job *job, uint32_t index)
{
    return arena_printf(a, "%s/" PREFIX_MARK "%u.h", path_dir(a, job->file), index);
}
