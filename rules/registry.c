/*
 * The rule table made from rules.def, and selection of rules by pattern. Patterns only ever switch
 * whole rules: a finding is never dropped here.
 */
#include "rules/rules.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "base/embedded.h"
#include "base/suggest.h"
#include "link/program.h"

static const struct rule RULES[RULE_COUNT] = {
#define RULE(id, fn, name, level, cwe, title) {#id, name, title, level, cwe, rule_##fn},
#include "rules/rules.def"
#undef RULE
};

const struct rule *rule_at(uint32_t index)
{
    ASSERT(index < RULE_COUNT);
    return &RULES[index];
}

const struct rule *rule_find(const char *id_or_name)
{
    for (uint32_t i = 0; i < RULE_COUNT; i++) {
        if (!strcasecmp(RULES[i].id, id_or_name) || !strcmp(RULES[i].name, id_or_name))
            return &RULES[i];
    }
    return NULL;
}

const char *rule_doc(const struct rule *r)
{
    size_t n = strlen(r->id);
    for (unsigned i = 0; i < embedded_rule_docs_count; i++) {
        const struct embedded_file *doc = &embedded_rule_docs[i];
        if (!strncmp(doc->name, r->id, n) && !strcmp(doc->name + n, ".md"))
            return doc->text;
    }
    return NULL;
}

const char *rule_nearest(const char *id)
{
    const char *words[2 * RULE_COUNT];
    for (uint32_t i = 0; i < RULE_COUNT; i++) {
        words[2 * i] = RULES[i].id;
        words[2 * i + 1] = RULES[i].name;
    }
    return suggest_word(id, words, 2 * RULE_COUNT);
}

static bool pattern_fits(const struct rule *r, const char *pattern, size_t n)
{
    return (n == 3 && !strncasecmp(pattern, "all", 3)) || !strncasecmp(r->id, pattern, n) ||
           (strlen(r->name) == n && !strncmp(r->name, pattern, n));
}

static bool switch_pattern(struct rule_selection *s, const char *pattern, size_t n, bool on,
                           struct err *err)
{
    bool fitted = false;
    for (uint32_t i = 0; n > 0 && i < RULE_COUNT; i++) {
        if (pattern_fits(&RULES[i], pattern, n)) {
            s->enabled[i] = on;
            fitted = true;
        }
    }
    if (fitted)
        return true;
    struct buf BUF_CLEANUP name = {0};
    buf_add(&name, pattern, n);
    const char *near = rule_nearest(buf_str(&name));
    return err_set(err, "no rule fits '%s'%s%s%s; see 'concadvise rules'", buf_str(&name),
                   near ? " (did you mean '" : "", near ? near : "", near ? "'?)" : "");
}

static bool switch_list(struct rule_selection *s, const char *const *lists, uint32_t n, bool on,
                        struct err *err)
{
    for (uint32_t i = 0; i < n; i++) {
        for (const char *p = lists[i];;) {
            size_t len = strcspn(p, ",");
            if (!switch_pattern(s, p, len, on, err))
                return false;
            if (!p[len])
                break;
            p += len + 1;
        }
    }
    return true;
}

bool rules_select(struct rule_selection *s, const char *const *select, uint32_t n_select,
                  const char *const *ignore, uint32_t n_ignore, struct err *err)
{
    for (uint32_t i = 0; i < RULE_COUNT; i++)
        s->enabled[i] = n_select == 0;
    return switch_list(s, select, n_select, true, err) &&
           switch_list(s, ignore, n_ignore, false, err);
}

bool rule_is_enabled(const struct rule_selection *s, const char *id)
{
    const struct rule *r = rule_find(id);
    ASSERT(r == NULL || (r >= RULES && r < RULES + RULE_COUNT));
    return r && s->enabled[r - RULES];
}

/* The parser drops statements that it does not understand: what is found in such a function may be
 * true, but nobody should have to rely on it. */
static bool is_in_broken_function(const struct program *p, const struct spot *at)
{
    for (uint32_t i = 1; i < p->n_funcs; i++) {
        const struct unit_func *f = program_func(p, (gfunc_id){i});
        const struct unit *u = program_unit(p, (gfunc_id){i});
        const struct unit_place *place = &u->places[f->place.v];
        if (f->quality != QUALITY_OK && at->line >= place->line && at->line <= f->end_line &&
            !strcmp(unit_str(u, u->files[place->file.v].name), at->file))
            return true;
    }
    return false;
}

void rules_run(struct rule_context *ctx, const struct rule_selection *s)
{
    ASSERT(ctx->arena && ctx->program && ctx->out);
    for (uint32_t i = 0; i < RULE_COUNT; i++) {
        if (s->enabled[i])
            RULES[i].run(ctx);
    }
    for (uint32_t i = 0; i < ctx->out->list.n; i++) {
        struct finding *f = &ctx->out->list.v[i];
        if (f->confidence > CONF_LOW && is_in_broken_function(ctx->program, &f->at))
            f->confidence = CONF_LOW;
    }
}
