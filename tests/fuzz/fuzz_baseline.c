/*
 * A baseline of any bytes is read, used, pruned, written, and read again: what this program wrote
 * it reads, and writes again byte for byte.
 */
#include <string.h>

#include "advise/baseline.h"
#include "place.h"
#include "unit/builder.h"

enum { READ_MAX = 1 << 24 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

static const struct unit *one_unit(struct arena *a)
{
    struct unit_builder *b = builder_new(a);
    file_id file = builder_file(b, &(struct unit_file){.name = builder_str(b, "/p/a.c")});
    return builder_finish(b, &(struct unit_info){.main_file = file, .status = UNIT_OK});
}

static void use(struct arena *a, struct baseline *b)
{
    ERR_CLEANUP struct err err = {0};
    const struct unit *u = one_unit(a);
    struct rule_selection rules;
    struct baseline_scope scope = {.root = "/p", .units = &u, .n_units = 1, .rules = &rules,
                                   .min_confidence = CONF_LOW, .min_level = LEVEL_NOTE};
    struct baseline_counts counts;
    struct findings found = {0};
    static const char *const prints[] = {"0123456789abcdef", "00000000000000aa"};

    ASSERT(rules_select(&rules, NULL, 0, NULL, 0, &err));
    for (size_t i = 0; i < 4; i++) {
        struct finding f = {.rule = "CA101", .at = {.file = "/p/a.c", .line = 1, .col = 1},
                            .message = "m", .identity = prints[i / 2],
                            .fingerprint = prints[i / 2]};
        vec_push(a, &found.list, f);
    }
    baseline_apply(b, &scope, &found, &counts);
    ASSERT(counts.matched <= 4);
    (void)baseline_prune(b);
    baseline_add(b, &scope, &found);
    for (uint32_t i = 0; i < found.list.n; i++)
        ASSERT(found.list.v[i].baselined);
}

static struct bytes written(struct arena *a, struct baseline *b)
{
    ERR_CLEANUP struct err err = {0};
    struct bytes text;
    const char *path = path_join(a, fuzz_folder(), "out.json");

    if (!baseline_write(b, path, &err) || !file_read(a, path, READ_MAX, &text, &err))
        bug_at(__FILE__, __LINE__, buf_str(&err.text));
    return text;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    ERR_CLEANUP struct err err = {0};
    struct arena a;
    struct baseline *b = NULL;

    arena_init(&a);
    const char *path = path_join(&a, fuzz_folder(), "in.json");
    fuzz_write(path, data, n);
    if (baseline_read(&a, path, &b, &err)) {
        use(&a, b);
        struct bytes first = written(&a, b);
        fuzz_write(path, first.p, first.n);
        if (!baseline_read(&a, path, &b, &err))
            bug_at(__FILE__, __LINE__, buf_str(&err.text));
        struct bytes second = written(&a, b);
        ASSERT(first.n == second.n && !memcmp(first.p, second.p, first.n));
    } else {
        ASSERT(err.text.n > 0);
    }
    arena_release(&a);
    return 0;
}
