/*
 * One job to one unit. Every job gets its own index: nothing of one file can colour the next one,
 * which is what makes the result independent of the worker that happens to take the job.
 *
 * Flags come from discover's allowlist; here only what is the same for all files is added. All
 * warnings are off, also those that clang takes for errors by default (implicit declarations and
 * the like): old C must not lose statements to them. KeepGoing, because a missing header is
 * everyday business and the rest of the file is still worth reading.
 */
#include "parse/tu.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "extract/clang.h"
#include "extract/extract.h"
#include "parse/prefix_file.h"
#include "unit/bytes.h"

static const char *const fixed_flags[] = {
    "-fsyntax-only",
    "-w",
    "-Wno-everything",
    "-Wno-unknown-warning-option",
    "-Qunused-arguments",
    "-ferror-limit=0",
    "-fno-color-diagnostics",
};

/* clang says that it is GCC 4.2, and headers then leave out what every compiler in use has: atomic
 * operations come with 4.7, <stdatomic.h> with 4.9. From 7 on headers expect types that clang has
 * not. An older libclang does not know the flag: it goes where flags of the target go. */
static const char *const GNUC_FLAG = "-fgnuc-version=4.9.4";

struct arg_list {
    const char **v;
    uint32_t n, cap;
};

static void dispose_index(CXIndex *index)
{
    if (*index)
        clang_disposeIndex(*index);
}

static void dispose_tu(CXTranslationUnit *tu)
{
    if (*tu)
        clang_disposeTranslationUnit(*tu);
}

/* Flags with a value that an older or newer libclang, or one built for other targets, may
 * refuse; it then gives no translation unit at all. */
static bool is_target_flag(const char *flag)
{
    return strncmp(flag, "-m", 2) == 0 || strncmp(flag, "--target", 8) == 0 ||
           strncmp(flag, "-target", 7) == 0 || strncmp(flag, "-std=", 5) == 0;
}

static void add_job_flags(struct arena *a, struct arg_list *args, const struct job *job,
                          bool with_target)
{
    ASSERT(job->n_flags == 0 || job->flags);
    for (uint32_t i = 0; i < job->n_flags; i++) {
        const char *flag = job->flags[i];
        if (with_target || !is_target_flag(flag)) {
            vec_push(a, args, flag);
            continue;
        }
        bool is_separate = strcmp(flag, "-target") == 0 || strcmp(flag, "--target") == 0;
        if (is_separate && i + 1 < job->n_flags)
            i++;
    }
}

const char **tu_arguments(struct arena *a, const struct tu_request *req, bool with_target,
                          uint32_t *n_out)
{
    struct arg_list args = {0};
    vec_push(a, &args, "-xc");
    /* An absent working directory is an error for clang; the flags' paths are absolute anyway. */
    if (req->job->directory && dir_exists(req->job->directory))
        vec_push(a, &args, arena_printf(a, "-working-directory=%s", req->job->directory));
    add_job_flags(a, &args, req->job, with_target);
    if (with_target)
        vec_push(a, &args, GNUC_FLAG);
    if (req->resource_dir) {
        vec_push(a, &args, "-resource-dir");
        vec_push(a, &args, req->resource_dir);
    }
    for (size_t i = 0; i < sizeof fixed_flags / sizeof *fixed_flags; i++)
        vec_push(a, &args, fixed_flags[i]);
    *n_out = args.n;
    vec_push(a, &args, NULL);
    return args.v;
}

/* libclang's own message for a file that it cannot open is the same as for bad flags: look
 * first. */
static bool is_readable(const char *path, struct buf *why)
{
    struct stat st;
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (fd < 0) {
        buf_addf(why, "cannot read the file: %s", strerror(errno));
        return false;
    }
    bool ok = fstat(fd, &st) == 0 && S_ISREG(st.st_mode);
    if (!ok)
        buf_adds(why, "cannot read the file: not a regular file");
    (void)close(fd);
    return ok;
}

static const char *error_text(enum CXErrorCode code)
{
    switch (code) {
    case CXError_Success:
    case CXError_Failure:
        break;
    case CXError_Crashed:
        return "libclang crashed";
    case CXError_InvalidArguments:
        return "libclang refused the arguments";
    case CXError_ASTReadError:
        return "libclang made no translation unit from these flags";
    }
    return "libclang could not parse the file";
}

static enum CXErrorCode parse(struct arena *a, CXIndex index, const struct tu_request *req,
                              bool with_target, CXTranslationUnit *tu)
{
    uint32_t n_args = 0;
    const char **args = tu_arguments(a, req, with_target, &n_args);
    enum CXErrorCode code =
        clang_parseTranslationUnit2(index, req->job->file, args, (int)n_args, NULL, 0,
                                    CXTranslationUnit_KeepGoing, tu);
    if (code == CXError_Success && !*tu)
        code = CXError_Failure;
    return code;
}

static bool parse_and_encode(struct arena *a, const struct tu_request *req, struct buf *out)
{
    __attribute__((cleanup(dispose_index))) CXIndex index = clang_createIndex(0, 0);
    __attribute__((cleanup(dispose_tu))) CXTranslationUnit tu = NULL;
    if (!index) {
        buf_adds(out, "libclang gives no index");
        return false;
    }
    /* createIndex turned it on. It would catch a crash inside of the parse only, and go on with a
     * damaged heap; a worker that dies is simpler and costs the same one file. */
    clang_toggleCrashRecovery(0);
    enum CXErrorCode code = parse(a, index, req, true, &tu);
    if (code != CXError_Success)
        code = parse(a, index, req, false, &tu);
    if (code != CXError_Success) {
        buf_adds(out, error_text(code));
        return false;
    }
    const struct unit *u = extract_unit(a, tu, req->job->file, req->job->directory, req->root);
    ASSERT(u);
    unit_encode(u, out);
    return true;
}

/* ---- with a prefix ---- */
/* One parse of text in memory, after the prefix of the request. */
struct tu_text {
    const char *name;
    const char *parsed;  /* what the parser gets */
    const char *source;  /* what the file holds */
    size_t n;
    uint32_t options;
};

static bool has_error(CXTranslationUnit tu)
{
    unsigned n = clang_getNumDiagnostics(tu), errors = 0;
    for (unsigned i = 0; i < n; i++) {
        CXDiagnostic d = clang_getDiagnostic(tu, i);
        errors += clang_getDiagnosticSeverity(d) >= CXDiagnostic_Error;
        clang_disposeDiagnostic(d);
    }
    return errors > 0;
}

static CXTranslationUnit parse_text(struct arena *a, CXIndex index, const struct tu_request *req,
                                    const struct tu_text *text)
{
    struct CXUnsavedFile unsaved = {text->name, text->parsed, text->n};
    CXTranslationUnit tu = NULL;
    uint32_t n_args = 0;
    const char **args = tu_arguments(a, req, true, &n_args);
    if (req->prefix) {
        const char **more = arena_array(a, const char *, n_args + 3);
        memcpy(more, args, n_args * sizeof *args);
        more[n_args++] = "-include-pch";
        more[n_args++] = prefix_file_pch(a, req->prefix_dir, req->prefix - 1);
        args = more;
    }
    enum CXErrorCode code = clang_parseTranslationUnit2(index, text->name, args, (int)n_args,
                                                        &unsaved, 1, text->options, &tu);
    return code == CXError_Success ? tu : NULL;
}

/* What a prefix defines is found again by its place: then the parser need not show what else it
 * declares, which would have to be loaded for that. */
static bool is_local(const struct prefix_facts *prefix)
{
    return prefix && !prefix->defs.is_unclear;
}

/* Extracts what was parsed; NULL when it cannot be told what a plain parse would give. */
static const struct unit *unit_of(struct arena *a, CXTranslationUnit tu,
                                  const struct tu_request *req, const struct tu_text *text,
                                  const struct prefix_facts *prefix, struct extract_defs *defs)
{
    struct extract_prefix before = {.unit = prefix ? prefix->unit : NULL,
                                    .in_memory = PREFIX_MARK,
                                    .source = text->source, .n_source = text->n,
                                    .defs = is_local(prefix) ? &prefix->defs : NULL};
    return extract_unit_after(a, tu, text->name, req->job->directory, req->root,
                              prefix ? &before : NULL, defs);
}

static bool encode_after_prefix(struct arena *a, const struct tu_request *req, struct buf *out)
{
    struct prefix_source source;
    const struct prefix_facts *prefix = prefix_file_facts(a, req->prefix_dir, req->prefix - 1);
    if (!prefix ||
        !prefix_file_source(a, req->job, &req->plan->v.v[req->prefix - 1], &source))
        return false;
    __attribute__((cleanup(dispose_index))) CXIndex index =
        clang_createIndex(is_local(prefix), 0);
    __attribute__((cleanup(dispose_tu))) CXTranslationUnit tu = NULL;
    struct tu_text text = {.name = req->job->file, .parsed = source.blanked, .source = source.text,
                           .n = source.n, .options = CXTranslationUnit_KeepGoing};
    if (!index)
        return false;
    clang_toggleCrashRecovery(0);
    tu = parse_text(a, index, req, &text);
    const struct unit *u = tu ? unit_of(a, tu, req, &text, prefix, NULL) : NULL;
    if (u)
        unit_encode(u, out);
    return u != NULL;
}

static bool make_prefix(struct arena *a, const struct tu_request *req, uint32_t at)
{
    const struct prefix *p = &req->plan->v.v[at];
    const struct prefix_facts *before =
        req->prefix ? prefix_file_facts(a, req->prefix_dir, req->prefix - 1) : NULL;
    struct prefix_facts made = {.unit = NULL};
    struct tu_text text = {.name = prefix_name(a, req->job, at),
                           .options = CXTranslationUnit_KeepGoing | CXTranslationUnit_Incomplete |
                                      CXTranslationUnit_ForSerialization};
    if ((req->prefix && !before) ||
        !prefix_file_text(a, req->job, p, req->prefix ? &req->plan->v.v[req->prefix - 1] : NULL,
                          &text.source, &text.n))
        return false;
    text.parsed = text.source;
    __attribute__((cleanup(dispose_index))) CXIndex index =
        clang_createIndex(is_local(before), 0);
    __attribute__((cleanup(dispose_tu))) CXTranslationUnit tu = NULL;
    if (!index)
        return false;
    clang_toggleCrashRecovery(0);
    tu = parse_text(a, index, req, &text);
    if (!tu || has_error(tu))
        return false;
    made.unit = unit_of(a, tu, req, &text, before, &made.defs);
    return made.unit && prefix_file_save(a, req->prefix_dir, at, &made) &&
           clang_saveTranslationUnit(tu, prefix_file_pch(a, req->prefix_dir, at), 0) ==
               CXSaveError_None;
}

bool tu_make_prefix(const struct tu_request *req, uint32_t at)
{
    struct arena scratch;
    ASSERT(req->plan && at < req->plan->v.n && req->prefix <= at);
    arena_init(&scratch);
    bool ok = make_prefix(&scratch, req, at);
    arena_release(&scratch);
    return ok;
}

bool tu_to_bytes(const struct tu_request *req, struct buf *out)
{
    ASSERT(req->job && req->job->file);
    if (!is_readable(req->job->file, out))
        return false;
    struct arena scratch;
    arena_init(&scratch);
    bool ok = req->prefix && encode_after_prefix(&scratch, req, out);
    if (!ok)
        ok = parse_and_encode(&scratch, req, out);
    arena_release(&scratch);
    return ok;
}
