/*
 * Three sources, one form: a list of statements with the figures that each gives. Keys are those of
 * `advise` without the dashes.
 */
#include "cli/stated.h"

#include <jansson.h>
#include <string.h>

#include "base/suggest.h"
#include "cli/output.h"
#include "cli/quantity.h"
#include "report/report.h"

static const char *const KEYS[] = {"io",     "cpu",    "concurrency", "lock-share",
                                   "legacy", "shared", "stateless"};
enum { N_KEYS = sizeof KEYS / sizeof *KEYS };
static const char MARK[] = "concadvise:";

static struct model_statement nothing(enum figure_from from)
{
    return (struct model_statement){.from = from, .io_ms = -1, .cpu_ms = -1, .shared = -1};
}

/* ---- one key ---- */
static bool unknown_key(const char *key, struct err *err)
{
    const char *near = suggest_word(key, KEYS, N_KEYS);
    return near ? err_set(err, "unknown key '%s' (did you mean '%s'?)", key, near)
                : err_set(err, "unknown key '%s': io, cpu, concurrency, lock-share, legacy, "
                               "shared and stateless are known", key);
}

static bool read_count(const char *text, uint32_t *out, struct err *err)
{
    uint64_t n = 0;
    for (const char *p = text; *p; p++) {
        if (*p < '0' || *p > '9' || n > UINT32_MAX / 10)
            return err_set(err, "concurrency: '%s' is no number of tasks", text);
        n = n * 10 + (uint64_t)(*p - '0');
    }
    *out = (uint32_t)n;
    return n > 0 || err_set(err, "concurrency: at least 1 is needed");
}

static bool set_flag(bool *flag, const char *key, const char *value, struct err *err)
{
    *flag = !value || !strcmp(value, "true") || !strcmp(value, "yes");
    return *flag || !strcmp(value, "false") || !strcmp(value, "no") ||
           err_set(err, "%s: '%s' is neither yes nor no", key, value);
}

/* value NULL: the key stands alone. */
static bool set_key(struct model_statement *s, const char *key, const char *value, struct err *err)
{
    bool is_flag = true;
    if (!strcmp(key, "legacy"))
        return set_flag(&s->legacy, key, value, err);
    if (!strcmp(key, "shared"))
        return set_flag(&s->needs_state, key, value, err);
    if (!strcmp(key, "stateless"))
        return set_flag(&s->stateless, key, value, err);
    for (uint32_t i = 0; i < N_KEYS; i++)
        is_flag = is_flag && strcmp(key, KEYS[i]) != 0;
    if (is_flag)
        return unknown_key(key, err);
    if (!value)
        return err_set(err, "%s: a value is needed", key);
    if (!strcmp(key, "io"))
        return quantity_time_ms(value, key, &s->io_ms, err);
    if (!strcmp(key, "cpu"))
        return quantity_time_ms(value, key, &s->cpu_ms, err);
    if (!strcmp(key, "lock-share"))
        return quantity_part(value, key, &s->shared, err);
    return read_count(value, &s->concurrency, err);
}

/* ---- the command line ---- */
static bool add_flags(struct arena *a, const struct advise_options *o,
                      struct model_statements *out, struct err *err)
{
    struct model_statement s = nothing(FIGURE_FLAGS);
    if ((o->io && !quantity_time_ms(o->io, "--io", &s.io_ms, err)) ||
        (o->cpu && !quantity_time_ms(o->cpu, "--cpu", &s.cpu_ms, err)) ||
        (o->lock_share && !quantity_part(o->lock_share, "--lock-share", &s.shared, err)))
        return false;
    s.concurrency = o->concurrency;
    s.legacy = o->legacy;
    s.stateless = o->stateless;
    s.needs_state = o->shared;
    if (s.stateless && s.needs_state)
        return err_set(err, "--stateless and --shared contradict each other");
    if (o->io || o->cpu || o->lock_share || o->concurrency || o->legacy || o->stateless ||
        o->shared)
        vec_push(a, &out->list, s);
    return true;
}

/* ---- the project's file ---- */
static void json_release(json_t **j)
{
    json_decref(*j);
}

static const char *json_word(struct arena *a, const json_t *v)
{
    if (json_is_string(v))
        return arena_strdup(a, json_string_value(v));
    if (json_is_integer(v))
        return arena_printf(a, "%lld", (long long)json_integer_value(v));
    return json_is_true(v) ? "true" : json_is_false(v) ? "false" : NULL;
}

static bool add_workload(struct arena *a, const char *func, const json_t *work,
                         struct model_statements *out, struct err *err)
{
    struct model_statement s = nothing(FIGURE_CONFIG);
    const char *key;
    json_t *value;

    s.func = arena_strdup(a, func);
    if (!json_is_object(work))
        return err_set(err, "an object is needed");
    json_object_foreach((json_t *)(uintptr_t)work, key, value) {
        const char *word = json_word(a, value);
        if (!word)
            return err_set(err, "%s: a text, a number or a truth value is needed", key);
        if (!set_key(&s, key, word, err))
            return false;
    }
    vec_push(a, &out->list, s);
    return true;
}

static bool add_config(struct arena *a, const struct options *o, struct model_statements *out,
                       struct err *err)
{
    if (!o->workloads_text)
        return true;
    __attribute__((cleanup(json_release))) json_t *root = json_loads(o->workloads_text, 0, NULL);
    const json_t *all = json_object_get(root, "workloads");
    const char *func;
    json_t *work;
    if (!json_is_object(all))
        return err_set(err, "%s: 'workloads': an object is needed", o->config_path);
    json_object_foreach((json_t *)(uintptr_t)all, func, work) {
        if (!add_workload(a, func, work, out, err))
            return err_prefix(err, "%s: workloads: %s", o->config_path, func);
    }
    return true;
}

/* ---- comments ---- */
enum { LINES_BELOW = 3 }; /* the name may stand below its type and attributes */

static void read_comment(struct arena *a, const char *text, struct model_statement *s)
{
    const char *p = strstr(text, MARK);
    struct err ERR_CLEANUP err = {0};
    bool ok = true;

    ASSERT(p);
    p += strlen(MARK);
    while (ok) {
        p += strspn(p, " \t,");
        size_t n = strcspn(p, " \t,\r\n*");
        if (n == 0)
            break;
        char *word = arena_strndup(a, p, n), *value = strchr(word, '=');
        if (value)
            *value++ = '\0';
        ok = set_key(s, word, value, &err);
        p += n;
    }
    if (!ok)
        s->wrong = arena_strdup(a, buf_str(&err.text));
}

static void add_comments(struct arena *a, const struct unit *u, struct map *seen,
                         struct model_statements *out)
{
    for (uint32_t i = 1; i < u->n_comments; i++) {
        const struct unit_comment *c = &u->comments[i];
        const struct unit_place *at = &u->places[c->place.v];
        const char *text = unit_str(u, c->text), *file = unit_str(u, u->files[at->file.v].name);
        uint64_t key = hash_mix(hash64(file, strlen(file)), (uint64_t)at->line << 32 | at->col);
        if (!strstr(text, MARK) || !map_put_new(seen, key, 1))
            continue;
        struct model_statement s = nothing(FIGURE_COMMENT);
        s.file = file;
        s.line = (c->flags & COMMENT_ALONE) ? c->end_line + 1 : at->line;
        s.last_line = (c->flags & COMMENT_ALONE) ? c->end_line + LINES_BELOW : c->end_line;
        s.comment_line = at->line;
        s.comment_col = at->col;
        read_comment(a, text, &s);
        vec_push(a, &out->list, s);
    }
}

bool stated_collect(struct arena *a, const struct options *o, const struct loaded *l,
                    struct model_statements *out, struct err *err)
{
    struct map seen;
    map_init(&seen, a);
    if (!add_flags(a, &o->advise, out, err) || !add_config(a, o, out, err))
        return false;
    for (uint32_t i = 0; i < l->n_units; i++)
        add_comments(a, l->units[i], &seen, out);
    return true;
}

void stated_say(struct arena *a, const struct loaded *l, const struct model_statements *s)
{
    for (uint32_t i = 0; i < s->list.n; i++) {
        const struct model_statement *x = &s->list.v[i];
        const char *why = x->wrong;
        if (!why && !x->is_used)
            why = "this comment describes the work of no handler, thread or process: put it above "
                  "the function, or beside its registration";
        if (x->file && why)
            say("%s:%u:%u: warning: %s", report_path(a, l->cwd, x->file), x->comment_line,
                x->comment_col, why);
        else if (x->func && !x->is_used)
            say("note: workloads: no handler, thread or process runs %s()", x->func);
    }
}
