/*
 * --help and the manual page, both from the option table. Help lines are wrapped at 79 columns; the
 * manual page leaves wrapping to the pager.
 */
#include <string.h>

#include "cli/options.h"

enum { HELP_COLUMN = 26, HELP_WIDTH = 79 };

static void wrapped(struct buf *out, const char *text, uint32_t column)
{
    uint32_t at = column;
    for (bool is_first = true; *text; is_first = false) {
        size_t n = strcspn(text, " ");
        if (at + !is_first + n > HELP_WIDTH && at > column) {
            buf_addf(out, "\n%*s", (int)column, "");
            at = column;
        } else if (!is_first) {
            buf_addc(out, ' ');
            at++;
        }
        buf_add(out, text, n);
        at += (uint32_t)n;
        text += n + (text[n] == ' ');
    }
    buf_addc(out, '\n');
}

static void help_option(struct buf *out, const struct option_spec *s)
{
    size_t start = out->n;
    if (s->letter)
        buf_addf(out, "  -%c, --%s", s->letter, s->name);
    else
        buf_addf(out, "      --%s", s->name);
    if (s->value)
        buf_addf(out, option_may_stand_alone(s) ? "[=%s]" : "=%s", s->value);
    size_t used = out->n - start;
    if (used + 2 > HELP_COLUMN)
        buf_addf(out, "\n%*s", HELP_COLUMN, "");
    else
        buf_addf(out, "%*s", (int)(HELP_COLUMN - used), "");
    wrapped(out, s->help, HELP_COLUMN);
}

void help_text(struct buf *out)
{
    buf_adds(out, "concadvise: concurrency advice for C programs\n\nUsage:\n");
    for (uint32_t c = 0; c < COMMANDS; c++) {
        const struct command_spec *s = &COMMAND_TABLE[c];
        buf_addf(out, "  concadvise %s%s%s\n", c == CMD_CHECK ? "[check]" : s->name,
                 *s->usage ? " " : "", s->usage);
        buf_adds(out, "      ");
        wrapped(out, s->help, 6);
    }
    for (uint32_t g = 0; g < GROUP_HIDDEN; g++) {
        buf_addf(out, "\n%s:\n", OPTION_GROUP_NAMES[g]);
        for (uint32_t i = 0; i < OPTION_TABLE_N; i++) {
            if ((OPTION_TABLE[i].group & ~CLI_ONLY) == g)
                help_option(out, &OPTION_TABLE[i]);
        }
    }
    buf_adds(out, "\nExit code: 0 no finding at or above --fail-on, 1 some, 2 the job could not be "
                  "done,\n130 'bench' was interrupted (what had finished is kept).\n");
}

/* Text for troff: backslashes and dashes escaped, no control line by accident. */
static void roff(struct buf *out, const char *text)
{
    if (*text == '.' || *text == '\'')
        buf_adds(out, "\\&");
    for (; *text; text++) {
        if (*text == '\\')
            buf_adds(out, "\\e");
        else if (*text == '-')
            buf_adds(out, "\\-");
        else
            buf_addc(out, *text);
    }
}

static void man_option(struct buf *out, const struct option_spec *s)
{
    buf_adds(out, ".TP\n\\fB");
    if (s->letter)
        buf_addf(out, "\\-%c\\fR, \\fB", s->letter);
    buf_adds(out, "\\-\\-");
    roff(out, s->name);
    buf_adds(out, "\\fR");
    if (s->value) {
        buf_adds(out, option_may_stand_alone(s) ? "[=\\fI" : "=\\fI");
        roff(out, s->value);
        buf_adds(out, option_may_stand_alone(s) ? "\\fR]" : "\\fR");
    }
    buf_addc(out, '\n');
    roff(out, s->help);
    buf_adds(out, ".\n");
}

static void man_commands(struct buf *out)
{
    buf_adds(out, ".SH COMMANDS\n");
    for (uint32_t c = 0; c < COMMANDS; c++) {
        buf_addf(out, ".TP\n\\fB%s\\fR \\fI", COMMAND_TABLE[c].name);
        roff(out, COMMAND_TABLE[c].usage);
        buf_adds(out, "\\fR\n");
        roff(out, COMMAND_TABLE[c].help);
        buf_adds(out, ".\n");
    }
}

static const char MAN_HEAD[] =
    ".TH CONCADVISE 1 \"\" \"concadvise " CONCADVISE_VERSION "\" \"User Commands\"\n"
    ".SH NAME\nconcadvise \\- concurrency advice for C programs\n"
    ".SH SYNOPSIS\n"
    ".B concadvise\n[\\fIcommand\\fR] [\\fIoptions\\fR] [\\fIpath\\fR ...] [\\fB\\-\\-\\fR "
    "\\fIcompiler flags\\fR]\n"
    ".SH DESCRIPTION\n"
    "Reads the C programs below the paths, works out which code runs on which event loop, thread "
    "or\n"
    "child process, and reports concurrency mistakes with the whole chain of calls that leads "
    "there.\n"
    "Findings go to standard output, everything else to standard error.\n";

static const char MAN_TAIL[] =
    ".SH SUPPRESSING A FINDING\n"
    "A comment on the line, or alone on the lines above it, switches a rule off for that line:\n"
    ".PP\n.EX\n/* concadvise\\-ignore[CA101]: the answer is always in /etc/hosts */\n.EE\n.PP\n"
    "The reason after the colon is for the next reader. \\fBconcadvise\\-ignore\\-begin\\fR[ID] "
    "and\n"
    "\\fBconcadvise\\-ignore\\-end\\fR[ID] enclose a range, \\fBconcadvise\\-ignore\\-file\\fR[ID] "
    "covers the file;\n"
    "\\fBNOLINT(concadvise\\-ID)\\fR and \\fBNOLINTNEXTLINE(concadvise\\-ID)\\fR work too. The "
    "comment may stand at\n"
    "the finding, at a call of its chain, or in a macro's use or definition.\n"
    ".SH KNOWN FINDINGS\n"
    "\\fB\\-\\-write\\-baseline\\fR puts what is found into a file, one entry for each kind of "
    "finding in a\n"
    "function, without line numbers; later runs hide what is in it, and say how much that is.\n"
    ".SH EXIT STATUS\n"
    "0: done, no finding at or above \\-\\-fail\\-on. 1: there are some. 2: the job could not be "
    "done.\n"
    "130, 143: \\fBbench\\fR was interrupted or terminated; every run that had finished is kept.\n"
    ".SH ENVIRONMENT\n"
    ".TP\n\\fBCONCADVISE_CACHE_DIR\\fR\nwhere parsed files are kept when \\-\\-cache\\-dir is not "
    "given.\n"
    ".TP\n\\fBCONCADVISE_BENCH_DB\\fR\nwhere measurements are kept when \\-\\-bench\\-db is not "
    "given.\n"
    ".TP\n\\fBNO_COLOR\\fR, \\fBCLICOLOR_FORCE\\fR, \\fBTERM\\fR\ncolours of the text report.\n"
    ".SH FILES\n"
    ".TP\n\\fIcompile_commands.json\\fR\ncompiler flags of each file, as CMake, Meson or Bear "
    "write "
    "them.\n"
    ".TP\n\\fI.concadvise.json\\fR\noptions by their long names, and what the project's own "
    "functions do.\n"
    ".TP\n\\fI.concadvise\\-baseline.json\\fR\nknown findings, at the root of the project.\n"
    ".TP\n\\fI.concadvise/units.sqlite\\fR\nparsed files; may be deleted at any time. A file is "
    "parsed again when it or a header\nthat it included has changed; a new header that would be "
    "found "
    "earlier on the include path\nis noticed only with \\fB\\-\\-no\\-cache\\fR.\n"
    ".TP\n\\fI~/.local/share/concadvise/bench.db\\fR\nwhat \\fBbench\\fR has measured, one row for "
    "each run; never\nemptied by concadvise. A damaged file is moved aside, to bench.db.bad.\n";

void help_man_page(struct buf *out)
{
    buf_adds(out, MAN_HEAD);
    man_commands(out);
    buf_adds(out, ".SH OPTIONS\n");
    for (uint32_t g = 0; g < GROUP_HIDDEN; g++) {
        buf_addf(out, ".SS %s\n", OPTION_GROUP_NAMES[g]);
        for (uint32_t i = 0; i < OPTION_TABLE_N; i++) {
            if ((OPTION_TABLE[i].group & ~CLI_ONLY) == g)
                man_option(out, &OPTION_TABLE[i]);
        }
    }
    buf_adds(out, MAN_TAIL);
}
