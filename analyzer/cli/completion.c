/*
 * Completion for bash and zsh: the scripts are written from the tables of commands, options, rules,
 * formats and models, so that they know neither more nor less than the program does. What a value
 * is follows from how help calls it: "FILE", "DIR", "IDS", "a|b|c".
 */
#include <string.h>

#include "bench/bench.h"
#include "cli/options.h"
#include "report/report.h"
#include "rules/rules.h"

enum value_kind { VALUE_NONE, VALUE_ANY, VALUE_FILE, VALUE_DIR, VALUE_WORDS, VALUE_LIST };

struct values {
    enum value_kind kind; /* VALUE_LIST: words with commas between them */
    const char *words;    /* with blanks between them */
};

/* ---- what the tables say ---- */

static const char *rule_words(struct arena *a, const char *first)
{
    struct buf BUF_CLEANUP out = {0};
    buf_adds(&out, first);
    for (uint32_t i = 0; i < RULE_COUNT; i++)
        buf_addf(&out, "%s%s", out.n ? " " : "", rule_at(i)->id);
    return arena_strdup(a, buf_str(&out));
}

static const char *format_words(struct arena *a)
{
    struct buf BUF_CLEANUP out = {0};
    for (const char *p = report_format_names(a); *p; p++) {
        if (*p != ',')
            buf_addc(&out, *p);
    }
    return arena_strdup(a, buf_str(&out));
}

static const char *model_words(struct arena *a, bool is_workload)
{
    struct buf BUF_CLEANUP out = {0};
    int n = is_workload ? (int)WORKLOAD_COUNT : (int)MODEL_COUNT;
    for (int i = 0; i < n; i++)
        buf_addf(&out, "%s%s", i ? " " : "",
                 is_workload ? bench_workload_name((enum bench_workload)i)
                             : bench_model_name((enum bench_model)i));
    return arena_strdup(a, buf_str(&out));
}

static const char *split(struct arena *a, const char *choices)
{
    char *words = arena_strdup(a, choices);
    for (char *p = words; *p; p++)
        *p = *p == '|' ? ' ' : *p;
    return words;
}

static struct values values_of(struct arena *a, const struct option_spec *s)
{
    const char *v = s->value;
    if (!v)
        return (struct values){VALUE_NONE, ""};
    if (!strncmp(v, "FORMAT", 6))
        return (struct values){VALUE_WORDS, format_words(a)};
    if (!strcmp(v, "IDS"))
        return (struct values){VALUE_LIST, rule_words(a, "all")};
    if (!strcmp(v, "ID"))
        return (struct values){VALUE_WORDS, rule_words(a, "")};
    if (!strcmp(v, "FILE"))
        return (struct values){VALUE_FILE, ""};
    if (!strcmp(v, "DIR"))
        return (struct values){VALUE_DIR, ""};
    if (!strcmp(v, "MODEL"))
        return (struct values){VALUE_WORDS, model_words(a, false)};
    if (!strcmp(v, "NAMES"))
        return (struct values){VALUE_LIST, model_words(a, !strcmp(s->name, "workload"))};
    if (strchr(v, '|') || option_may_stand_alone(s))
        return (struct values){VALUE_WORDS, split(a, v)};
    return (struct values){VALUE_ANY, ""};
}

/* What may follow the command: "install|uninstall|run", "path|stats|clear [PATH]", "ID". */
static struct values words_of(struct arena *a, const struct command_spec *c)
{
    size_t n = strcspn(c->usage, " ");
    const char *first = arena_strndup(a, c->usage, n);
    if (!strcmp(first, "ID"))
        return (struct values){VALUE_WORDS, rule_words(a, "")};
    if (strchr(first, '|') && first[0] != '[')
        return (struct values){VALUE_WORDS, split(a, first)};
    return (struct values){VALUE_FILE, ""};
}

static bool is_shown(const struct option_spec *s)
{
    return s->group != GROUP_HIDDEN;
}

/* ---- bash ---- */

/* Bash cuts words at "=" (COMP_WORDBREAKS), so "--format=js" is three of them. */
static const char BASH_HEAD[] =
    "# Completion of concadvise for bash; made by `concadvise --completion bash`.\n"
    "_concadvise_files()\n"
    "{\n"
    "    compopt -o filenames 2>/dev/null\n"
    "    mapfile -t COMPREPLY < <(compgen \"$1\" -- \"$cur\")\n"
    "}\n"
    "_concadvise()\n"
    "{\n"
    "    local cur=${COMP_WORDS[COMP_CWORD]} opt=${COMP_WORDS[COMP_CWORD-1]} command=check\n"
    "    local words= before=\n"
    "    COMPREPLY=()\n"
    "    if [[ $cur == '=' ]]; then\n"
    "        cur=\n"
    "    elif [[ $opt == '=' && $COMP_CWORD -ge 2 ]]; then\n"
    "        opt=${COMP_WORDS[COMP_CWORD-2]}\n"
    "    fi\n";

static void bash_reply(struct buf *out, const struct values *v)
{
    switch (v->kind) {
    case VALUE_FILE:
        buf_adds(out, "_concadvise_files -f");
        break;
    case VALUE_DIR:
        buf_adds(out, "_concadvise_files -d");
        break;
    case VALUE_WORDS:
        buf_addf(out, "COMPREPLY=($(compgen -W '%s' -- \"$cur\"))", v->words);
        break;
    case VALUE_LIST:
        buf_addf(out, "[[ $cur == *,* ]] && before=${cur%%,*},; "
                      "COMPREPLY=($(compgen -P \"$before\" -W '%s' -- \"${cur##*,}\"))",
                 v->words);
        break;
    case VALUE_ANY:
    case VALUE_NONE:
        buf_adds(out, ":");
        break;
    }
}

static void bash_pattern(const struct option_spec *s, struct buf *out)
{
    buf_addf(out, "--%s", s->name);
    if (s->letter)
        buf_addf(out, "|-%c", s->letter);
}

/* One branch for all options with the same values. */
static void bash_branch(struct arena *a, uint32_t first, struct buf *out)
{
    const struct option_spec *s = &OPTION_TABLE[first];
    struct values v = values_of(a, s);
    for (uint32_t i = 0; i < OPTION_TABLE_N; i++) {
        const struct option_spec *other = &OPTION_TABLE[i];
        struct values w = values_of(a, other);
        bool is_same = w.kind == v.kind && !strcmp(w.words, v.words) &&
                       option_may_stand_alone(other) == option_may_stand_alone(s);
        if (is_same && i < first)
            return;
        if (is_same) {
            buf_adds(out, i > first ? "|" : "    ");
            bash_pattern(other, out);
        }
    }
    buf_adds(out, ")\n        ");
    if (option_may_stand_alone(s)) /* its value is one only after "=" */
        buf_adds(out, "if [[ ${COMP_WORDS[COMP_CWORD]} == '=' || "
                      "${COMP_WORDS[COMP_CWORD-1]} == '=' ]]; then\n            ");
    bash_reply(out, &v);
    buf_adds(out, option_may_stand_alone(s) ? "\n            return\n        fi;;\n"
                                            : "\n        return;;\n");
}

static void bash_values(struct arena *a, struct buf *out)
{
    buf_adds(out, "    case $opt in\n");
    for (uint32_t i = 0; i < OPTION_TABLE_N; i++) {
        if (OPTION_TABLE[i].value)
            bash_branch(a, i, out);
    }
    buf_adds(out, "    esac\n");
}

/* The options that a command takes. */
static void bash_options(uint32_t command, struct buf *out)
{
    buf_addf(out, "    %s) words='", COMMAND_TABLE[command].name);
    for (uint32_t i = 0; i < OPTION_TABLE_N; i++) {
        const struct option_spec *s = &OPTION_TABLE[i];
        if (!is_shown(s) || !(options_takers(s) & 1U << command))
            continue;
        buf_addf(out, " --%s%s", s->name, s->value && !option_may_stand_alone(s) ? "=" : "");
    }
    buf_adds(out, "';;\n");
}

static void bash_script(struct arena *a, struct buf *out)
{
    struct values file = {VALUE_FILE, ""};
    buf_adds(out, BASH_HEAD);
    bash_values(a, out);
    buf_adds(out, "    case ${COMP_WORDS[1]} in\n    ");
    for (uint32_t c = 0; c < COMMANDS; c++)
        buf_addf(out, "%s%s", c ? "|" : "", COMMAND_TABLE[c].name);
    buf_adds(out, ")\n        [[ $COMP_CWORD -gt 1 ]] && command=${COMP_WORDS[1]};;\n    esac\n"
                  "    if [[ $cur == -* ]]; then\n        case $command in\n");
    for (uint32_t c = 0; c < COMMANDS; c++) {
        buf_adds(out, "    ");
        bash_options(c, out);
    }
    buf_adds(out, "        esac\n"
                  "        COMPREPLY=($(compgen -W \"$words\" -- \"$cur\"))\n"
                  "        [[ ${COMPREPLY[0]} == *= ]] && compopt -o nospace 2>/dev/null\n"
                  "        return\n    fi\n    case $command in\n");
    for (uint32_t c = 0; c < COMMANDS; c++) {
        struct values v = words_of(a, &COMMAND_TABLE[c]);
        if (v.kind != VALUE_WORDS)
            continue;
        buf_addf(out, "    %s)\n        ", COMMAND_TABLE[c].name);
        bash_reply(out, &v);
        buf_adds(out, "\n        [[ ${#COMPREPLY[@]} -gt 0 ]] && return;;\n");
    }
    buf_adds(out, "    esac\n    ");
    bash_reply(out, &file);
    buf_adds(out, "\n    if [[ $COMP_CWORD -eq 1 ]]; then\n        COMPREPLY+=($(compgen -W '");
    for (uint32_t c = 0; c < COMMANDS; c++)
        buf_addf(out, "%s%s", c ? " " : "", COMMAND_TABLE[c].name);
    buf_adds(out, "' -- \"$cur\"))\n    fi\n}\ncomplete -F _concadvise concadvise\n");
}

/* ---- zsh ---- */

/* Text within single quotes and square brackets. */
static void zsh_text(struct buf *out, const char *s)
{
    for (; *s; s++) {
        if (*s == '\'')
            buf_adds(out, "'\\''");
        else if (strchr("[]\\:", *s))
            buf_addf(out, "\\%c", *s);
        else
            buf_addc(out, *s);
    }
}

static void zsh_action(struct buf *out, const struct values *v)
{
    static const char *const actions[] = {[VALUE_ANY] = " ", [VALUE_FILE] = "_files",
                                          [VALUE_DIR] = "_files -/"};
    ASSERT(v->kind != VALUE_NONE);
    if (v->kind == VALUE_WORDS)
        buf_addf(out, "(%s)", v->words);
    else if (v->kind == VALUE_LIST)
        buf_addf(out, "_values -s , value %s", v->words);
    else
        buf_adds(out, actions[v->kind]);
}

static void zsh_option(struct arena *a, const struct option_spec *s, struct buf *out)
{
    struct values v = values_of(a, s);
    bool repeats = s->kind == OPT_LIST || s->kind == OPT_COUNT;
    for (int is_long = s->letter ? 0 : 1; is_long < 2; is_long++) {
        buf_addf(out, "        '%s", repeats ? "*" : "");
        if (is_long)
            buf_addf(out, "--%s%s", s->name,
                     !s->value ? "" : option_may_stand_alone(s) ? "=-" : "=");
        else
            buf_addf(out, "-%c%s", s->letter, s->value ? "+" : "");
        buf_addc(out, '[');
        zsh_text(out, s->help);
        buf_addc(out, ']');
        if (s->value) {
            buf_addf(out, option_may_stand_alone(s) ? "::%s:" : ":%s:", s->name);
            zsh_action(out, &v);
        }
        buf_adds(out, "'\n");
    }
}

static void zsh_script(struct arena *a, struct buf *out)
{
    buf_adds(out, "#compdef concadvise\n"
                  "# Completion of concadvise for zsh; made by `concadvise --completion zsh`.\n"
                  "_concadvise() {\n    local context state state_descr line\n"
                  "    typeset -A opt_args\n    local -a options commands\n    commands=(\n");
    for (uint32_t c = 0; c < COMMANDS; c++) {
        buf_addf(out, "        '%s:", COMMAND_TABLE[c].name);
        zsh_text(out, COMMAND_TABLE[c].help);
        buf_adds(out, "'\n");
    }
    buf_adds(out, "    )\n    options=(\n");
    for (uint32_t i = 0; i < OPTION_TABLE_N; i++) {
        if (is_shown(&OPTION_TABLE[i]))
            zsh_option(a, &OPTION_TABLE[i], out);
    }
    buf_adds(out, "    )\n"
                  "    _arguments -S $options '1: :->first' '*: :->word' && return\n"
                  "    case $state in\n    first)\n"
                  "        _describe -t commands command commands\n        _files;;\n"
                  "    word)\n        case $line[1] in\n");
    for (uint32_t c = 0; c < COMMANDS; c++) {
        struct values v = words_of(a, &COMMAND_TABLE[c]);
        if (v.kind == VALUE_WORDS)
            buf_addf(out, "        %s) compadd -- %s; _files;;\n", COMMAND_TABLE[c].name, v.words);
    }
    buf_adds(out, "        *) _files;;\n        esac;;\n    esac\n}\n_concadvise \"$@\"\n");
}

bool completion_script(struct arena *a, const char *shell, struct buf *out, struct err *err)
{
    if (!strcmp(shell, "bash"))
        bash_script(a, out);
    else if (!strcmp(shell, "zsh"))
        zsh_script(a, out);
    else
        return err_set(err, "--completion: '%s' is none of bash, zsh", shell);
    return true;
}
