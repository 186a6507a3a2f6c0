/*
 * Comments of any bytes. The first byte says how they come: as the comments of a unit, one for each
 * line, or as the text of a file, where the lexer of extract looks for them (in a part that clang
 * skips, since clang itself is not what is tested).
 */
#include <string.h>

#include "../unit/support.h"
#include "advise/suppress.h"
#include "unit/builder.h"

enum { LINES = 40 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

static const struct unit *from_text(struct arena *a, const char *text)
{
    return unit_from_c(a, arena_printf(a, "#if 0\n%s\n#endif\n", text), "a.c");
}

static const struct unit *from_lines(struct arena *a, const char *text, uint32_t step)
{
    struct unit_builder *b = builder_new(a);
    struct unit_file file = {.name = builder_str(b, "/t/a.c"), .flags = FILE_MAIN};
    file_id id = builder_file(b, &file);
    uint32_t line = 1;

    while (*text) {
        size_t len = strcspn(text, "\n");
        struct unit_comment c = {.place = builder_place(b, id, line, 1, (place_id){0}),
                                 .end_line = line + (uint32_t)len % 3,
                                 .text = builder_strn(b, text, len),
                                 .flags = len % 2 ? COMMENT_ALONE : 0};
        builder_comment(b, &c);
        line += step;
        text += len + (text[len] == '\n');
    }
    return builder_finish(b, &(struct unit_info){.main_file = id, .status = UNIT_OK});
}

static void judge(struct arena *a, const struct unit *u)
{
    ERR_CLEANUP struct err err = {0};
    struct findings found = {0};
    struct suppress_notes notes = {0};
    struct rule_selection all;
    struct suppressions *s = suppress_collect(a, &u, 1);

    for (uint32_t i = 1; i <= LINES; i++) {
        struct finding f = {.rule = i % 2 ? "CA101" : "CA201", .message = "m",
                            .at = {.file = "/t/a.c", .line = i, .col = 1}};
        vec_push(a, &found.list, f);
    }
    suppress_apply(s, &found);
    ASSERT(rules_select(&all, NULL, 0, NULL, 0, &err));
    suppress_judge(s, &all, &notes);
    for (uint32_t i = 0; i < notes.list.n; i++)
        ASSERT(notes.list.v[i].text && !strcmp(notes.list.v[i].file, "/t/a.c"));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    struct arena a;

    if (n == 0)
        return 0;
    arena_init(&a);
    const char *text = arena_strndup(&a, (const char *)data + 1, n - 1);
    judge(&a, data[0] % 2 ? from_text(&a, text) : from_lines(&a, text, 1 + data[0] / 2 % 3));
    arena_release(&a);
    return 0;
}
