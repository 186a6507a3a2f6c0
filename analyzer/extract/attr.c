/*
 * Attributes. libclang shows most of them without a kind, so the name is read in the source, at the
 * attribute's own location. Arguments are read there too, except inside macros: there the compiler
 * is asked to print the declaration, since the text of a macro's body has its parameters in it.
 */
#include <ctype.h>
#include <string.h>

#include "extract/context.h"
#include "extract/lower.h"

struct attr_name {
    const char *name;
    enum attr_kind kind;
    uint16_t sym_flag;
};
static const struct attr_name names[] = {
    {"guarded_by", ATTR_GUARDED_BY, 0},
    {"pt_guarded_by", ATTR_PT_GUARDED_BY, 0},
    {"capability", ATTR_CAPABILITY, 0},
    {"lockable", ATTR_CAPABILITY, 0},
    {"scoped_capability", ATTR_SCOPED_CAPABILITY, 0},
    {"scoped_lockable", ATTR_SCOPED_CAPABILITY, 0},
    {"acquire_capability", ATTR_ACQUIRE, 0},
    {"exclusive_lock_function", ATTR_ACQUIRE, 0},
    {"acquire_shared_capability", ATTR_ACQUIRE_SHARED, 0},
    {"shared_lock_function", ATTR_ACQUIRE_SHARED, 0},
    {"release_capability", ATTR_RELEASE, 0},
    {"release_generic_capability", ATTR_RELEASE, 0},
    {"unlock_function", ATTR_RELEASE, 0},
    {"release_shared_capability", ATTR_RELEASE_SHARED, 0},
    {"try_acquire_capability", ATTR_TRY_ACQUIRE, 0},
    {"try_acquire_shared_capability", ATTR_TRY_ACQUIRE_SHARED, 0},
    {"exclusive_trylock_function", ATTR_TRY_ACQUIRE, 0},
    {"shared_trylock_function", ATTR_TRY_ACQUIRE_SHARED, 0},
    {"requires_capability", ATTR_REQUIRES, 0},
    {"exclusive_locks_required", ATTR_REQUIRES, 0},
    {"requires_shared_capability", ATTR_REQUIRES_SHARED, 0},
    {"shared_locks_required", ATTR_REQUIRES_SHARED, 0},
    {"assert_capability", ATTR_ASSERT, 0},
    {"assert_exclusive_lock", ATTR_ASSERT, 0},
    {"assert_shared_capability", ATTR_ASSERT_SHARED, 0},
    {"assert_shared_lock", ATTR_ASSERT_SHARED, 0},
    {"locks_excluded", ATTR_EXCLUDES, 0},
    {"no_thread_safety_analysis", ATTR_NO_THREAD_SAFETY_ANALYSIS, 0},
    {"nonblocking", ATTR_NONBLOCKING, 0},
    {"blocking", ATTR_BLOCKING, 0},
    {"cleanup", ATTR_CLEANUP, 0},
    {"constructor", ATTR_CONSTRUCTOR, SYM_CONSTRUCTOR},
    {"destructor", ATTR_DESTRUCTOR, SYM_DESTRUCTOR},
    {"annotate", ATTR_ANNOTATE, 0},
    {"malloc", ATTR_MALLOC, 0},
    {"noreturn", ATTR_NONE, SYM_NORETURN},
    {"_Noreturn", ATTR_NONE, SYM_NORETURN},
    {"weak", ATTR_NONE, SYM_WEAK},
    {"alias", ATTR_NONE, 0},
};

static bool name_is_of_locks(const struct attr_name *name)
{
    return name->kind >= ATTR_GUARDED_BY && name->kind <= ATTR_EXCLUDES;
}

/* Without the underscores that may stand around a name: __noreturn__ is noreturn. */
static struct slice bare(struct slice w)
{
    if (w.n > 4 && memcmp(w.s, "__", 2) == 0 && memcmp(w.s + w.n - 2, "__", 2) == 0)
        return (struct slice){w.s + 2, w.n - 4};
    return w;
}

static const struct attr_name *find_name(struct slice w)
{
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (slice_is(w, names[i].name))
            return &names[i];
    return NULL;
}

/* ---- arguments ---- */

/* The text between the parentheses that follow at s, without the space at its ends. */
static struct slice parenthesised(const char *s, size_t n)
{
    size_t i = 0, depth = 0;
    bool in_string = false;
    while (i < n && isspace((unsigned char)s[i]))
        i++;
    if (i == n || s[i] != '(')
        return (struct slice){"", 0};
    size_t start = i + 1;
    for (; i < n; i++) {
        if (in_string && s[i] == '\\')
            i++;
        else if (s[i] == '"')
            in_string = !in_string;
        else if (!in_string && s[i] == '(')
            depth++;
        else if (!in_string && s[i] == ')' && --depth == 0)
            break;
    }
    size_t end = i < n ? i : n;
    while (start < end && isspace((unsigned char)s[start]))
        start++;
    while (end > start && isspace((unsigned char)s[end - 1]))
        end--;
    return (struct slice){s + start, end - start};
}

static bool is_word_byte(char c)
{
    return isalnum((unsigned char)c) || c == '_';
}

/* The arguments of the nth attribute of that name in a printed declaration. */
static struct slice printed_args(const char *text, struct slice name, uint32_t nth)
{
    size_t len = strlen(text);
    for (const char *at = text; (at = memmem(at, len - (size_t)(at - text), name.s, name.n));) {
        const char *end = at + name.n;
        bool is_whole = (at == text || !is_word_byte(at[-1])) && !is_word_byte(*end);
        if (is_whole && nth-- == 0)
            return parenthesised(end, len - (size_t)(end - text));
        at = end;
    }
    return (struct slice){"", 0};
}

static str_id args_printed(struct extract *x, CXCursor decl, struct slice name, uint32_t nth)
{
    CXPrintingPolicy policy = clang_getCursorPrintingPolicy(decl);
    clang_PrintingPolicy_setProperty(policy, CXPrintingPolicy_TerseOutput, 1);
    clang_PrintingPolicy_setProperty(policy, CXPrintingPolicy_SuppressInitializers, 1);
    CXSTRING text = clang_getCursorPrettyPrinted(decl, policy);
    clang_PrintingPolicy_dispose(policy);
    const char *s = clang_getCString(text);
    struct slice args = printed_args(s != NULL ? s : "", name, nth);
    if (args.n > 0 && memmem(args.s, args.n, "0x", 2) != NULL)
        args.n = 0; /* clang prints lists of expressions as addresses */
    return builder_strn(x->b, args.s, args.n);
}

/* The arguments of the macro that the attribute comes from. */
static str_id args_of_macro(struct extract *x, CXCursor attr)
{
    CXFile file = NULL;
    unsigned at = 0;
    size_t n = 0;
    clang_getFileLocation(clang_getCursorLocation(attr), &file, NULL, NULL, &at);
    const char *s = file != NULL ? clang_getFileContents(x->tu, file, &n) : NULL;
    if (s == NULL)
        return (str_id){0};
    while (at < n && is_word_byte(s[at]))
        at++;
    struct slice args = at < n ? parenthesised(s + at, n - at) : (struct slice){"", 0};
    return builder_strn(x->b, args.s, args.n);
}

/* Attributes taken over from an earlier declaration are not printed with a later one. */
static str_id args_in_macro(struct extract *x, CXCursor decl, CXCursor attr, struct slice name,
                            uint32_t nth)
{
    str_id args = args_printed(x, decl, name, nth);
    if (args.v == 0)
        args = args_printed(x, clang_getCanonicalCursor(decl), name, nth);
    return args.v != 0 ? args : args_of_macro(x, attr);
}

static bool is_in_macro(CXCursor attr)
{
    CXSourceLocation loc = clang_getCursorLocation(attr);
    CXFile seen = NULL, spelled = NULL;
    unsigned seen_at = 0, spelled_at = 0;
    clang_getFileLocation(loc, &seen, NULL, NULL, &seen_at);
    clang_getSpellingLocation(loc, &spelled, NULL, NULL, &spelled_at);
    return seen != spelled || seen_at != spelled_at;
}

/* ---- parameters in arguments ---- */

/* An attribute that a later declaration takes over speaks of the parameters of the earlier one. */
static CXCursor declaration_of(CXCursor decl, CXCursor attr)
{
    CXFile file = NULL, attr_file = NULL;
    unsigned first = 0, last = 0, at = 0;
    CXSourceRange range = clang_getCursorExtent(decl);
    clang_getFileLocation(clang_getRangeStart(range), &file, NULL, NULL, &first);
    clang_getFileLocation(clang_getRangeEnd(range), NULL, NULL, NULL, &last);
    clang_getFileLocation(clang_getCursorLocation(attr), &attr_file, NULL, NULL, &at);
    bool is_inside = file == attr_file && at >= first && at <= last;
    return is_inside ? decl : clang_getCanonicalCursor(decl);
}

static int param_named(CXCursor decl, struct slice name)
{
    int n = clang_Cursor_getNumArguments(decl), found = -1;
    for (int i = 0; i < n && found < 0; i++) {
        CXSTRING s = clang_getCursorSpelling(clang_Cursor_getArgument(decl, (unsigned)i));
        const char *text = clang_getCString(s);
        if (text != NULL && strlen(text) == name.n && memcmp(text, name.s, name.n) == 0)
            found = i;
    }
    return found;
}

static bool is_member_name(const struct slice *args, size_t at)
{
    while (at > 0 && isspace((unsigned char)args->s[at - 1]))
        at--;
    return at > 0 && (args->s[at - 1] == '.' ||
                      (at > 1 && args->s[at - 1] == '>' && args->s[at - 2] == '-'));
}

/* Names of parameters differ between declarations; their numbers do not. */
static str_id with_param_numbers(struct extract *x, CXCursor decl, CXCursor attr, str_id args)
{
    struct buf BUF_CLEANUP text = {0}, out = {0};
    buf_adds(&text, builder_str_get(x->b, args));
    struct slice in = {buf_str(&text), strlen(buf_str(&text))};

    if (args.v == 0 || clang_getCursorKind(decl) != CXCursor_FunctionDecl)
        return args;
    CXCursor with_names = declaration_of(decl, attr);
    for (size_t i = 0; i < in.n;) {
        size_t n = 1;
        while (is_word_byte(in.s[i]) && i + n < in.n && is_word_byte(in.s[i + n]))
            n++;
        struct slice word = {in.s + i, n};
        int param = is_word_byte(in.s[i]) && !is_member_name(&in, i)
                        ? param_named(with_names, word) : -1;
        if (param >= 0)
            buf_addf(&out, "$%d", param);
        else
            buf_add(&out, word.s, word.n);
        i += n;
    }
    return builder_str(x->b, buf_str(&out));
}

/* ---- the attributes of a declaration ---- */

struct found_attr {
    const struct attr_name *name;
    CXCursor cursor;
    str_id args;
};
struct attr_list {
    struct extract *x;
    CXCursor decl;
    VEC(struct found_attr) found;
};

static enum CXChildVisitResult note_attr(CXCursor c, CXCursor parent, CXClientData data)
{
    struct attr_list *list = data;
    (void)parent;
    if (!clang_isAttribute(clang_getCursorKind(c)))
        return CXChildVisit_Continue;
    struct slice word = word_at(list->x->tu, c), name = bare(word);
    struct found_attr new = {.name = find_name(name), .cursor = c};
    if (new.name == NULL)
        return CXChildVisit_Continue;
    uint32_t nth = 0;
    for (uint32_t i = 0; i < list->found.n; i++)
        nth += list->found.v[i].name == new.name;
    if (is_in_macro(c)) {
        new.args = args_in_macro(list->x, list->decl, c, name, nth);
    } else {
        size_t n = 0, before = 0;
        (void)text_at(list->x->tu, c, &n, &before);
        ASSERT(n >= word.n);
        struct slice args = parenthesised(word.s + word.n, n - word.n);
        new.args = builder_strn(list->x->b, args.s, args.n);
    }
    if (name_is_of_locks(new.name))
        new.args = with_param_numbers(list->x, list->decl, c, new.args);
    vec_push(list->x->arena, &list->found, new);
    return CXChildVisit_Continue;
}

static struct attr_list attrs_of(struct extract *x, CXCursor decl)
{
    struct attr_list list = {.x = x, .decl = decl};
    if (clang_Cursor_hasAttrs(decl))
        clang_visitChildren(decl, note_attr, &list);
    return list;
}

static str_id unquoted(struct extract *x, str_id text, const char *s)
{
    size_t n = strlen(s);
    if (n >= 2 && s[0] == '"' && s[n - 1] == '"')
        return builder_strn(x->b, s + 1, n - 2);
    return text;
}

struct extract_attr_info extract_attrs_read(struct extract *x, CXCursor decl)
{
    struct attr_list list = attrs_of(x, decl);
    struct extract_attr_info info = {0};
    for (uint32_t i = 0; i < list.found.n; i++) {
        const struct found_attr *f = &list.found.v[i];
        info.flags |= f->name->sym_flag;
        if (strcmp(f->name->name, "alias") == 0)
            info.alias = unquoted(x, f->args, builder_str_get(x->b, f->args));
        if (f->name->kind == ATTR_CLEANUP)
            info.cleanup = f->args;
    }
    return info;
}

void extract_attrs(struct extract *x, CXCursor decl, enum attr_target kind, uint32_t target)
{
    struct attr_list list = attrs_of(x, decl);
    for (uint32_t i = 0; i < list.found.n; i++) {
        const struct found_attr *f = &list.found.v[i];
        if (f->name->kind == ATTR_NONE)
            continue;
        struct unit_attr a = {
            .kind = (uint8_t)f->name->kind,
            .target_kind = (uint8_t)kind,
            .target = target,
            .args = f->args,
            .place = extract_cursor_place(x, f->cursor),
        };
        builder_attr(x->b, &a);
    }
}
