/*
 * Every command and every option, once. Order is the order of --help and of the manual page; a
 * second spelling of an option is a GROUP_HIDDEN line with the same place in struct options.
 */
#include "cli/options.h"

#define AT(member) offsetof(struct options, member)

const char *const OPTION_GROUP_NAMES[OPTION_GROUPS] = {
    [GROUP_INPUT] = "What is read",   [GROUP_RULES] = "Rules and exit code",
    [GROUP_OUTPUT] = "Output",        [GROUP_RUN] = "How it runs",
    [GROUP_GRAPH] = "For 'graph'",    [GROUP_BENCH] = "For 'bench'",
    [GROUP_ADVISE] = "For 'advise'",
    [GROUP_OTHER] = "Other",          [GROUP_HIDDEN] = "",
};

const struct command_spec COMMAND_TABLE[COMMANDS] = {
    [CMD_CHECK] = {"check", "[PATH...] [-- CFLAGS]",
                   "report concurrency findings (the default command; PATH defaults to \".\"; a "
                   "PATH called like a command is written \"./bench\", or comes later)"},
    [CMD_GRAPH] = {"graph", "FUNCTION [PATH...] [-- CFLAGS]",
                   "print the call graph below a function, with the reason for each indirect edge"},
    [CMD_EXPLAIN] = {"explain", "ID", "say why a rule matters, with bad and good code and the fix"},
    [CMD_RULES] = {"rules", "[--json]", "list the rules"},
    [CMD_BENCH] = {"bench", "[--show|--list|--compare A B|...]",
                   "measure the eight concurrency models on this machine (under 3 minutes), keep "
                   "every run, and show what was measured"},
    [CMD_CACHE] = {"cache", "path|stats|clear [PATH]", "show or empty the cache of parsed files"},
    [CMD_ADVISE] = {"advise", "--io=TIME --cpu=TIME --concurrency=N [...]",
                    "say which model fits a workload, why, and what each model would do with it"},
    [CMD_HOOK] = {"hook", "install|uninstall|run",
                  "a pre-commit hook for git: checks what is staged, and stops commits with "
                  "findings"},
    [CMD_MATRIX] = {"matrix", "[--markdown]",
                    "print the decision matrix, with what was measured on this machine"},
};

const struct option_spec OPTION_TABLE[] = {
    {'p', "build-dir", OPT_TEXT, AT(build_dir), "DIR", GROUP_INPUT,
     "directory that holds compile_commands.json; without it, the parents of PATH and then build*/ "
     "and out/ are searched"},
    {0, "extra-arg", OPT_LIST, AT(extra_args), "ARG", GROUP_INPUT,
     "compiler argument added after those of the database; may repeat"},
    {0, "extra-arg-before", OPT_LIST, AT(extra_args_before), "ARG", GROUP_INPUT,
     "the same, added before them"},
    {0, "remove-arg", OPT_LIST, AT(removed_args), "ARG", GROUP_INPUT,
     "compiler argument to take out of those of the database; may repeat"},
    {0, "exclude", OPT_LIST, AT(excludes), "GLOB", GROUP_INPUT,
     "files to leave out, by path pattern; may repeat"},
    {0, "file-list", OPT_LIST, AT(file_lists), "FILE", GROUP_INPUT | CLI_ONLY,
     "read paths from FILE, one a line (\"-\": standard input); @FILE means the same"},
    {0, "whole-project", OPT_FLAG, AT(whole_project), NULL, GROUP_INPUT,
     "read the whole project around the first path, and report what touches the paths: for hooks "
     "that name the files of a change"},
    {0, "show-files", OPT_FLAG, AT(show_files), NULL, GROUP_INPUT | CLI_ONLY,
     "print the files that would be read, with -v their compiler arguments, and stop"},

    {0, "select", OPT_LIST, AT(select), "IDS", GROUP_RULES,
     "rules to run: ids, prefixes of ids (CA1), names or \"all\", comma-separated; may repeat; "
     "default: all"},
    {0, "ignore", OPT_LIST, AT(ignore), "IDS", GROUP_RULES,
     "rules not to run, taken out of those selected"},
    {0, "rule", OPT_LIST, AT(select), "ID", GROUP_RULES | CLI_ONLY, "the same as --select"},
    {0, "severity", OPT_CHOICE, AT(severity), "note|warning|error", GROUP_RULES,
     "least level of findings that are shown (default: note)"},
    {0, "min-confidence", OPT_CHOICE, AT(min_confidence), "low|medium|high", GROUP_RULES,
     "least confidence of findings that are shown (default: medium)"},
    {0, "fail-on", OPT_CHOICE, AT(fail_on), "note|warning|error|none", GROUP_RULES,
     "least level of findings that makes the exit code 1 (default: warning)"},
    {0, "exit-zero", OPT_FLAG, AT(exit_zero), NULL, GROUP_RULES | CLI_ONLY,
     "the same as --fail-on=none"},
    {0, "strict", OPT_FLAG, AT(strict), NULL, GROUP_RULES,
     "exit with 2 when anything could not be read completely, or a suppression gives no reason"},
    {0, "baseline", OPT_TEXT, AT(baseline), "FILE", GROUP_RULES,
     "known findings, which are neither shown nor counted for the exit code (default: "
     ".concadvise-baseline.json at the root of the project, when it is there)"},
    {0, "no-baseline", OPT_FLAG, AT(no_baseline), NULL, GROUP_RULES | CLI_ONLY,
     "use no baseline, not even when the file is there"},
    {0, "write-baseline", OPT_FLAG, AT(write_baseline), NULL, GROUP_RULES | CLI_ONLY,
     "put what is found now into the baseline, and take out what is no longer found"},
    {0, "prune-baseline", OPT_FLAG, AT(prune_baseline), NULL, GROUP_RULES | CLI_ONLY,
     "take out what is no longer found, and add nothing"},
    {0, "show-baselined", OPT_FLAG, AT(show_baselined), NULL, GROUP_RULES,
     "show the findings of the baseline too, marked as such"},

    {0, "diff-base", OPT_TEXT, AT(diff_base), "REV", GROUP_RULES,
     "report only what came after the git revision REV, which is analysed too; \"REV...\": after "
     "the point where this branch left REV"},
    {0, "changed-only", OPT_SWITCH, AT(changed_only), "no|all|staged", GROUP_RULES,
     "report only what is not committed yet; staged: what the index holds is checked in place of "
     "the files"},
    {0, "diff-filter", OPT_CHOICE, AT(diff_filter), "any|file|context|added", GROUP_RULES,
     "of these, only findings in a changed file, within 3 lines of a change, or on a changed line "
     "(default: any)"},

    {0, "format", OPT_LIST, AT(formats), "FORMAT[:FILE]", GROUP_OUTPUT,
     "text (default), json, sarif, github, gitlab, checkstyle or html; may repeat, with a file for "
     "each: --format=text --format=sarif:out.sarif"},
    {0, "output-format", OPT_LIST, AT(formats), "FORMAT", GROUP_HIDDEN, ""},
    {0, "json", OPT_FLAG, AT(json), NULL, GROUP_OUTPUT | CLI_ONLY, "the same as --format=json"},
    {'o', "output", OPT_TEXT, AT(output), "FILE", GROUP_OUTPUT | CLI_ONLY,
     "write the report to FILE instead of standard output"},
    {0, "color", OPT_CHOICE, AT(color), "auto|always|never", GROUP_OUTPUT,
     "colours in the text report (default: auto; NO_COLOR, CLICOLOR_FORCE and TERM=dumb are "
     "heeded)"},
    {0, "colour", OPT_CHOICE, AT(color), "auto|always|never", GROUP_HIDDEN, ""},
    {0, "include-suppressed", OPT_FLAG, AT(include_suppressed), NULL, GROUP_OUTPUT,
     "show suppressed findings too, marked as such, and those of the baseline"},
    {'q', "quiet", OPT_FLAG, AT(quiet), NULL, GROUP_OUTPUT,
     "findings and errors only; nothing at all when there are none"},
    {'v', "verbose", OPT_COUNT, AT(verbose), NULL, GROUP_OUTPUT,
     "say which database is used, and name each file and function that was read only in part"},
    {0, "stats", OPT_FLAG, AT(stats), NULL, GROUP_OUTPUT,
     "sizes and times of each stage, on standard error"},

    {'j', "jobs", OPT_NUMBER, AT(jobs), "N", GROUP_RUN,
     "parser processes (default: the processors this process may use, at most 8; 0: all of them)"},
    {0, "cache-dir", OPT_TEXT, AT(cache_dir), "DIR", GROUP_RUN,
     "where parsed files are kept (default: $CONCADVISE_CACHE_DIR, else .concadvise in the "
     "project)"},
    {0, "no-cache", OPT_FLAG, AT(no_cache), NULL, GROUP_RUN, "neither read nor write the cache"},

    {0, "dot", OPT_FLAG, AT(dot), NULL, GROUP_GRAPH | CLI_ONLY, "print the graph in Graphviz form"},
    {0, "depth", OPT_NUMBER, AT(depth), "N", GROUP_GRAPH,
     "calls deep that the graph goes (default: 5)"},

    {0, "quick", OPT_FLAG, AT(bench.quick), NULL, GROUP_BENCH,
     "small sizes, under 20 seconds"},
    {0, "full", OPT_FLAG, AT(bench.full), NULL, GROUP_BENCH,
     "waits of 1 s, 1000 requests, 500 users for 1 minute: takes more than an hour; sequential "
     "runs do a part and are extrapolated, and marked so"},
    {0, "workload", OPT_LIST, AT(bench.workloads), "NAMES", GROUP_BENCH,
     "only these: io-wait, legacy-io, disk-io, cpu-heavy, cpu-light, mixed, shared-state, "
     "serialised, spawn, endpoint; comma-separated, may repeat"},
    {0, "model", OPT_LIST, AT(bench.models), "NAMES", GROUP_BENCH,
     "only these: sequential, event-loop, threads, processes, hybrid, thread-pool, process-pool, "
     "loop-executor; \"event-loop:epoll\" names one implementation, \"event-loop:\" the first"},
    {0, "repeat", OPT_NUMBER, AT(bench.repeat), "N", GROUP_BENCH,
     "runs of each case (default: as many as fit into the time); a winner is named from 4 on"},
    {0, "cores", OPT_NUMBER, AT(bench.cores), "N", GROUP_BENCH,
     "pin every run to N processors (default: all that may be used)"},
    {0, "primitives", OPT_FLAG, AT(bench.primitives), NULL, GROUP_BENCH,
     "measure only single operations: creation, hand-off, wake-up, switch, lock, memory"},
    {0, "show", OPT_FLAG, AT(bench.show), NULL, GROUP_BENCH,
     "show this machine's results; --show RUN or --show MACHINE: those of one run (a number, "
     "\"latest\", \"previous\") or of another machine (the start of its fingerprint)"},
    {0, "list", OPT_FLAG, AT(bench.list), NULL, GROUP_BENCH, "list machines and runs"},
    {0, "compare", OPT_FLAG, AT(bench.compare), NULL, GROUP_BENCH,
     "--compare A B: two runs, two machines, or two models of this machine, case by case"},
    {0, "source-tables", OPT_FLAG, AT(bench.source_tables), NULL, GROUP_BENCH,
     "the tables for I/O, CPU and endpoint that the decision matrix rests on, with this machine's "
     "figures beside them"},
    {0, "validate", OPT_FLAG, AT(bench.validate), NULL, GROUP_BENCH,
     "the performance model of 'advise' against what was measured: errors of throughput and "
     "memory, and whether it names the winners; of a RUN or MACHINE when one is named, of the "
     "shipped figures for the word \"reference\""},
    {0, "markdown", OPT_FLAG, AT(bench.markdown), NULL, GROUP_BENCH,
     "tables as Markdown"},
    {0, "svg", OPT_TEXT, AT(bench.svg), "FILE", GROUP_BENCH,
     "write charts: time by model, and throughput against concurrency with crossing points"},
    {0, "export", OPT_TEXT, AT(bench.export), "json|csv|reference",
     GROUP_BENCH,
     "every row of every machine, or of the RUN or MACHINE that is named; -o FILE; reference: "
     "medians, in the form of rules/reference.json"},
    {0, "import", OPT_TEXT, AT(bench.import), "FILE", GROUP_BENCH,
     "add the rows of a JSON export; rows that are there already stay as they are"},
    {0, "bench-db", OPT_TEXT, AT(bench.db), "FILE", GROUP_BENCH,
     "where runs are kept (default: $CONCADVISE_BENCH_DB, else concadvise/bench.db in "
     "$XDG_DATA_HOME or ~/.local/share)"},

    {0, "io", OPT_TEXT, AT(advise.io), "TIME", GROUP_ADVISE,
     "how long a task waits for its input and output: 40ms, 1.5s, 200us"},
    {0, "cpu", OPT_TEXT, AT(advise.cpu), "TIME", GROUP_ADVISE, "how long a task computes"},
    {0, "concurrency", OPT_NUMBER, AT(advise.concurrency), "N", GROUP_ADVISE,
     "tasks under way at once: clients, connections, workers (default: 1)"},
    {0, "memory", OPT_TEXT, AT(advise.memory), "SIZE", GROUP_ADVISE,
     "memory there is: 512M, 2G (default: this machine's); --cores as for 'bench'"},
    {0, "tasks", OPT_NUMBER, AT(advise.tasks), "N", GROUP_ADVISE,
     "a batch of N tasks (default: a service that runs for long)"},
    {0, "shared", OPT_FLAG, AT(advise.shared), NULL, GROUP_ADVISE, "tasks use common state"},
    {0, "lock-share", OPT_TEXT, AT(advise.lock_share), "PART", GROUP_ADVISE,
     "part of the computing that is done under one lock: 0.2, 20%"},
    {0, "legacy", OPT_FLAG, AT(advise.legacy), NULL, GROUP_ADVISE,
     "the waits can only block: a library or code that nobody will change"},
    {0, "stateless", OPT_FLAG, AT(advise.stateless), NULL, GROUP_ADVISE,
     "nothing is kept between tasks"},
    {0, "current", OPT_TEXT, AT(advise.current), "MODEL", GROUP_ADVISE,
     "the model in use: it is kept when the gain of another is within the noise"},

    {0, "config", OPT_TEXT, AT(config), "FILE", GROUP_OTHER,
     "read this file instead of a .concadvise.json between the first path and the root of its "
     "repository"},
    {0, "no-config", OPT_FLAG, AT(no_config), NULL, GROUP_OTHER, "read none"},
    {0, "show-config", OPT_FLAG, AT(show_config), NULL, GROUP_OTHER,
     "print the value of every key of .concadvise.json, and where it comes from, and stop"},
    {0, "explain", OPT_TEXT, AT(explain), "ID", GROUP_OTHER, "the same as 'explain ID'"},
    {0, "list-rules", OPT_MAYBE, AT(list_rules), "json", GROUP_OTHER, "the same as 'rules'"},
    {0, "dump-unit", OPT_FLAG, AT(dump_unit), NULL, GROUP_OTHER,
     "print what was kept of each file as text, and stop"},
    {0, "version", OPT_FLAG, AT(version), NULL, GROUP_OTHER,
     "versions of concadvise, libclang and SQLite"},
    {'h', "help", OPT_FLAG, AT(help), NULL, GROUP_OTHER, "this text"},
    {0, "completion", OPT_TEXT, AT(completion), "bash|zsh", GROUP_HIDDEN, ""},
    {0, "config-schema", OPT_FLAG, AT(config_schema), NULL, GROUP_HIDDEN, ""},
    {0, "man-page", OPT_FLAG, AT(man_page), NULL, GROUP_HIDDEN, ""},
};
const uint32_t OPTION_TABLE_N = sizeof OPTION_TABLE / sizeof OPTION_TABLE[0];
