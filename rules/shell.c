/* One pass over the text, one character at a time; a word is collected until its end is seen. */
#include "rules/shell.h"

#include <string.h>

#include "flow/text.h"

struct reader {
    struct arena *arena;
    const char *p;
    struct shell_line *out;
    struct buf word;
    bool has_word;     /* also for "" */
    bool is_quoted;    /* some part of the word was */
    bool skips_word;   /* the target of a redirection comes */
    bool is_refused;
    bool only_words;
};

static void refuse(struct reader *r)
{
    r->is_refused = true;
}

static bool is_name(const char *s, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        bool letter = (s[i] >= 'a' && s[i] <= 'z') || (s[i] >= 'A' && s[i] <= 'Z') || s[i] == '_';
        if (!letter && !(i && s[i] >= '0' && s[i] <= '9'))
            return false;
    }
    return n > 0;
}

static bool is_listed(const char *word, const char *const *list)
{
    for (; *list; list++)
        if (!strcmp(word, *list))
            return true;
    return false;
}

/* Words that only steer: `if [ -f x ]; then rm x; fi`. */
static bool is_steering(struct reader *r, const char *word)
{
    static const char *const passed[] = {"if", "then", "else", "elif", "fi", "!", NULL};
    static const char *const loops[] = {"for", "while", "until", "case", "select", "do", "function",
                                        "{", "}", "eval", ".", "source", "trap", "time", NULL};
    if (is_listed(word, loops))
        refuse(r);
    return is_listed(word, passed);
}

static void end_word(struct reader *r)
{
    const char *word = buf_str(&r->word);
    const char *equals = strchr(word, '=');

    if (!r->has_word)
        return;
    ASSERT(r->out->commands.n);
    struct shell_command *c = &vec_last(&r->out->commands);
    bool is_first = !c->words.n;
    bool assigns = equals && is_name(word, (size_t)(equals - word));
    if (r->skips_word)
        r->skips_word = false;
    else if (r->only_words ||
             (!(is_first && assigns) && !(is_first && !r->is_quoted && is_steering(r, word))))
        vec_push(r->arena, &c->words, arena_strdup(r->arena, word));
    buf_reset(&r->word);
    r->has_word = r->is_quoted = false;
}

static void end_command(struct reader *r)
{
    end_word(r);
    if (r->skips_word)
        refuse(r);
    if (vec_last(&r->out->commands).words.n)
        vec_push(r->arena, &r->out->commands, ((struct shell_command){0}));
}

static void add(struct reader *r, char c)
{
    buf_addc(&r->word, c);
    r->has_word = true;
}

/* $NAME and ${NAME} are not known; $(...) runs something. */
static void dollar(struct reader *r)
{
    const char *p = r->p + 1, *end = p;
    if (*p == '(') {
        refuse(r);
        return;
    }
    if (*p == '{') {
        end = strchr(p, '}');
        if (!end) {
            refuse(r);
            return;
        }
        end++;
    } else if (*p && strchr("$?!#*@0123456789", *p)) {
        end++;
    } else {
        while (*end && is_name(p, (size_t)(end - p) + 1))
            end++;
    }
    add(r, end == p ? '$' : TEXT_HOLE);
    r->p = end - 1;
}

static void quoted(struct reader *r)
{
    char quote = *r->p++;
    r->has_word = r->is_quoted = true;
    for (; *r->p && *r->p != quote && !r->is_refused; r->p++) {
        if (quote == '"' && *r->p == '\\' && r->p[1] && strchr("\"\\$`\n", r->p[1]))
            add(r, *++r->p);
        else if (quote == '"' && *r->p == '$' && !r->only_words)
            dollar(r);
        else if (quote == '"' && *r->p == '`' && !r->only_words)
            refuse(r);
        else
            add(r, *r->p);
    }
    if (!*r->p)
        refuse(r);
}

static void redirect(struct reader *r)
{
    const char *word = buf_str(&r->word);
    if (r->has_word && !r->is_quoted && strspn(word, "0123456789") == strlen(word)) {
        buf_reset(&r->word); /* 2>file */
        r->has_word = false;
    }
    end_word(r);
    if (r->p[0] == '<' && r->p[1] == '<')
        refuse(r);
    if (r->p[1] == '>' || r->p[1] == '&' || r->p[1] == '|')
        r->p++;
    if (r->p[0] == '>' && r->p[1] == '&')
        r->p++;
    r->skips_word = true;
}

static void separator(struct reader *r)
{
    char c = *r->p;
    if (c == '&' && r->p[1] == '>') { /* &>file */
        r->p++;
        redirect(r);
        return;
    }
    if (c == '&' && r->p[1] != '&') { /* in the background */
        refuse(r);
        return;
    }
    if ((c == '&' || c == '|') && r->p[1] == c)
        r->p++;
    end_command(r);
}

static void character(struct reader *r)
{
    char c = *r->p;
    if (c == '\\') {
        if (r->p[1] && *++r->p != '\n')
            add(r, *r->p);
    } else if (c == '\'' || c == '"') {
        quoted(r);
    } else if (c == ' ' || c == '\t' || (c == '\n' && r->only_words)) {
        end_word(r);
    } else if (r->only_words) {
        add(r, c);
    } else if (c == '$') {
        dollar(r);
    } else if (c == '`') {
        refuse(r);
    } else if (c == '<' || c == '>') {
        redirect(r);
    } else if (strchr("|&;\n()", c)) {
        separator(r);
    } else if (c == '#' && !r->has_word) {
        while (r->p[1] && r->p[1] != '\n')
            r->p++;
    } else {
        add(r, c);
    }
}

static bool parse(struct reader *r, const char *text)
{
    ASSERT(r->arena && text);
    vec_push(r->arena, &r->out->commands, ((struct shell_command){0}));
    for (r->p = text; *r->p && !r->is_refused; r->p++)
        character(r);
    if (!r->is_refused)
        end_command(r);
    if (!r->is_refused && !vec_last(&r->out->commands).words.n)
        r->out->commands.n--;
    buf_release(&r->word);
    return !r->is_refused && r->out->commands.n > 0;
}

bool shell_parse(struct arena *a, const char *text, struct shell_line *out)
{
    struct reader r = {.arena = a, .out = out};
    return parse(&r, text);
}

bool shell_split(struct arena *a, const char *text, struct shell_line *out)
{
    struct reader r = {.arena = a, .out = out, .only_words = true};
    return parse(&r, text);
}
