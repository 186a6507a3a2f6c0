/* Wrong catalogs: each is refused with a message that names the file, the entry, the key. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
#include <string.h>

#include "catalog/read.h"

struct bad {
    const char *text;
    const char *says; /* the message after the file's name; its start when it ends in * */
};

#define FUNC(body) "{\"functions\": [{\"name\": \"my_call\", " body "}]}"
#define BLOCKS(body) FUNC("\"blocks\": {" body "}")
#define MS "\"typical_ms\": 1, \"worst_ms\": 2"
#define REGISTERS(body) FUNC("\"registers\": [{" body "}]")
#define COND(body)                                                                                 \
    BLOCKS("\"on\": \"net\", " MS                                                                  \
           ", \"unless\": [{\"arg\": 1, \"is\": \"null\"}, {" body "}]")

static const struct bad user_texts[] = {
    {"", ":1:0: not valid JSON: '[' or '{' expected near end of file"},
    {"{\"functions\": [}", ":1:*"},
    {"[]", ": must be an object, not a list"},
    {"{\"functions\": {}}", ": functions: must be a list, not an object"},
    {"{\"function\": []}", ": unknown key 'function', did you mean 'functions'?"},
    {"{\"functions\": [], \"functions\": []}", ":1:*"},
    {"{\"functions\": [7]}", ": functions[0]: must be an object, not a whole number"},
    {"{\"functions\": [{}]}", ": functions[0]: 'name' must be a function's name or a list of them"},
    {"{\"functions\": [{\"name\": []}]}",
     ": functions[0]: 'name' must be a function's name or a list of them"},
    {"{\"functions\": [{\"name\": [\"a\", 1], \"noreturn\": true}]}",
     ": 'a': 'name' must be a function's name or a list of them"},
    {"{\"schema\": 2}", ": schema: must be 1, the only schema there is"},
    {"{\"schema\": \"1\"}", ": schema: must be 1, the only schema there is"},
    {"{\"library\": \"\"}", ": library: must not be empty"},
    {"{\"catalog\": [1]}", ": must be an object, not a list"},
    {FUNC("\"source\": \"x\""),
     ": 'my_call': says nothing about the function (\"never_blocks\": true if that is meant)"},
    {FUNC("\"block\": {}"), ": 'my_call': unknown key 'block', did you mean 'blocks'?"},
    {FUNC("\"xyzzy\": {}"), ": 'my_call': unknown key 'xyzzy' (known: name, source, blocks, *"},
    {FUNC("\"noreturn\": 1"), ": 'my_call': noreturn: must be true or false, not a whole number"},
    {FUNC("\"alloc\": \"maloc\""),
     ": 'my_call': alloc: unknown word 'maloc', did you mean 'malloc'?"},
    {FUNC("\"reads\": 1"), ": 'my_call': reads: must be a list, not a whole number"},
    {FUNC("\"writes\": []"), ": 'my_call': writes: must not be empty"},
    {FUNC("\"frees\": [0, 99]"), ": 'my_call': frees[1]: must be an index from 0 to 31, not 99"},
    {FUNC("\"reads\": [\"1..\"]"),
     ": 'my_call': reads[0]: must be an index such as 3, or \"3...\" for it and all after it,"
     " not '1..'"},
    {FUNC("\"cpu\": [{\"ns\": -1}]"), ": 'my_call': cpu[0].ns: must not be negative"},
    {FUNC("\"cpu\": [{\"ns\": 1, \"by\": [{\"arg\": 1, \"scale\": \"squar\"}]}]"),
     ": 'my_call': cpu[0].by[0].scale: unknown word 'squar', did you mean 'square'?"},
    {FUNC("\"cpu\": [{\"by\": []}]"), ": 'my_call': cpu[0]: the key 'ns' is missing"},
    {BLOCKS(MS), ": 'my_call': blocks: the key 'on' is missing"},
    {BLOCKS("\"on\": \"dsn\", " MS),
     ": 'my_call': blocks.on: unknown word 'dsn', did you mean 'dns'?"},
    {BLOCKS("\"on\": 3, " MS), ": 'my_call': blocks.on: must be a word, not a whole number"},
    {BLOCKS("\"on\": \"net\", \"typical_ms\": 1"),
     ": 'my_call': blocks: the key 'worst_ms' is missing"},
    {BLOCKS("\"on\": \"net\", \"typical_ms\": null, \"worst_ms\": 1"),
     ": 'my_call': blocks.typical_ms: must be a number of milliseconds, not null"},
    {BLOCKS("\"on\": \"net\", \"typical_ms\": 5, \"worst_ms\": 1"),
     ": 'my_call': blocks: 'worst_ms' is less than 'typical_ms'"},
    {BLOCKS("\"on\": \"fd\", " MS), ": 'my_call': blocks: \"on\": \"fd\" needs the key 'fd'"},
    {BLOCKS("\"on\": \"fd\", \"fd\": -1, " MS),
     ": 'my_call': blocks.fd: must be an index from 0 to 31, not -1"},
    {BLOCKS("\"on\": \"fd\", \"fd\": 32, " MS),
     ": 'my_call': blocks.fd: must be an index from 0 to 31, not 32"},
    {BLOCKS("\"on\": \"timer\", " MS ", \"duration\": {\"arg\": 0}"),
     ": 'my_call': blocks.duration: the key 'ms' is missing"},
    {FUNC("\"blocks\": {\"on\": \"net\", " MS "}, \"never_blocks\": true"),
     ": 'my_call': both 'blocks' and 'never_blocks'"},
    {COND("\"arg\": 0"), ": 'my_call': blocks.unless[1]: needs one of the keys 'is', 'equals', "
                         "'bits', 'no_bits', and only one"},
    {COND("\"arg\": 0, \"is\": \"null\", \"equals\": 3"),
     ": 'my_call': blocks.unless[1]: needs one of the keys *"},
    {COND("\"is\": \"null\""), ": 'my_call': blocks.unless[1]: the key 'arg' is missing"},
    {COND("\"arg\": 0, \"bits\": \"4\""),
     ": 'my_call': blocks.unless[1].bits: must be a whole number, not a string"},
    {COND("\"arg\": 0, \"is\": \"nul\""),
     ": 'my_call': blocks.unless[1].is: unknown word 'nul', did you mean 'null'?"},
    {REGISTERS("\"domain\": \"loop\""),
     ": 'my_call': registers[0]: needs one of the keys 'cb', 'table', and only one"},
    {REGISTERS("\"cb\": 0"), ": 'my_call': registers[0]: the key 'domain' is missing"},
    {REGISTERS("\"cb\": 0, \"domain\": \"loop\", \"data_param\": 1"),
     ": 'my_call': registers[0]: 'data_param' without 'arg'"},
    {REGISTERS("\"cb\": 0, \"domain\": \"thread\", \"handle\": \"reslt\""),
     ": 'my_call': registers[0].handle: must be the index of an argument, or \"result\", not *"},
    {FUNC("\"fds\": [{\"kind\": \"socket\"}]"),
     ": 'my_call': fds[0]: needs one of the keys 'returns', 'out', and only one"},
    {FUNC("\"fd_modes\": [{\"fd\": 0}]"),
     ": 'my_call': fd_modes[0]: the key 'nonblock' is missing"},
    {FUNC("\"lock\": {\"op\": \"cond_wait\", \"kind\": \"cond\", \"lock\": 0}"),
     ": 'my_call': lock: a \"cond_wait\" needs the key 'mutex'"},
    {FUNC("\"waits\": {\"kind\": \"none\"}"), ": 'my_call': waits.kind: unknown word 'none'*"},
    {"{\"handler_fields\": [{\"record\": \"r\", \"field\": \"f\"}]}",
     ": handler_fields[0]: the key 'domain' is missing"},
    {"{\"framework\": {\"lable\": \"x\"}}", ": framework: the key 'label' is missing"},
    {"{\"in_signal\": {}}", ": in_signal: must be a list, not an object"},
    {"{\"in_signal\": [{\"is\": \"heap\"}]}", ": in_signal[0]: the key 'name' is missing"},
    {"{\"in_signal\": [{\"name\": \"f\", \"is\": \"heep\"}]}",
     ": in_signal[0].is: unknown word 'heep', did you mean 'heap'?"},
    {"{\"in_signal\": [{\"name\": [\"f\", 1], \"is\": \"safe\"}]}",
     ": in_signal[0]: 'name' must be a function's name or a list of them"},
    {FUNC("\"runs\": {\"file\": 0}"),
     ": 'my_call': runs: needs one of the keys 'shell', 'line', 'argv', 'list' and 'options'"},
    {FUNC("\"makes\": {\"text\": \"copyy\", \"from\": 0}"),
     ": 'my_call': makes.text: unknown word 'copyy', did you mean 'copy'?"},
    {FUNC("\"spin\": \"yields\""),
     ": 'my_call': spin: unknown word 'yields', did you mean 'yield'?"},
    {"{\"commands\": [{\"name\": \"rm\"}]}",
     ": commands[0]: needs one of the keys 'use' and 'prefix'"},
    {"{\"commands\": [{\"name\": \"rm\", \"use\": \"unlink()\", \"options\": [1]}]}",
     ": commands[0].options[0]: must be a string, not a whole number"},
};

static const struct bad built_in_texts[] = {
    {"{}", ": the key 'schema' is missing"},
    {"{\"schema\": 1, \"library\": \"x\"}", ": the key 'source' is missing"},
    {"{\"schema\": 1, \"library\": \"x\", \"source\": \"y\","
     " \"functions\": [{\"name\": \"f\", \"noreturn\": true}]}",
     ": 'f': the key 'source' is missing"},
    {"{\"schema\": 1, \"library\": \"x\", \"source\": \"y\", \"catalog\": {}}",
     ": unknown key 'catalog' (known: *"},
};

static bool matches(const char *got, const char *want)
{
    size_t n = strlen(want);
    if (n && want[n - 1] == '*')
        return strncmp(got, want, n - 1) == 0;
    return strcmp(got, want) == 0;
}

static size_t right;

static void check(const struct bad *bad, bool is_user)
{
    struct arena arena;
    arena_init(&arena);
    ERR_CLEANUP struct err err = {0};
    struct cat_entries out = {0};
    struct cat_text text = {"c.json", bad->text, strlen(bad->text), is_user};
    if (cat_read(&arena, &text, &out, &err))
        fail_msg("accepted: %s", bad->text);
    const char *got = buf_str(&err.text);
    if (strncmp(got, "c.json", 6) != 0 || !matches(got + 6, bad->says))
        print_error("%s\n  says: %s\n  not:  c.json%s\n", bad->text, got, bad->says);
    else
        right++;
    arena_release(&arena);
}

static void user_mistakes_are_named(void **state)
{
    (void)state;
    const size_t n = sizeof user_texts / sizeof *user_texts;
    right = 0;
    for (size_t i = 0; i < n; i++)
        check(&user_texts[i], true);
    assert_int_equal(right, n);
}

static void our_own_need_more_keys(void **state)
{
    (void)state;
    const size_t n = sizeof built_in_texts / sizeof *built_in_texts;
    right = 0;
    for (size_t i = 0; i < n; i++)
        check(&built_in_texts[i], false);
    assert_int_equal(right, n);
}

/* Cut and bent copies of a real catalog: refused or read, never worse. */
static void cut_texts_are_survived(void **state)
{
    (void)state;
    static const char whole[] =
        COND("\"arg\": 0, \"field\": \"ai_flags\", \"bits\": 4, \"name\": \"AI_NUMERICHOST\"");
    for (size_t n = 0; n < sizeof whole; n++) {
        struct arena arena;
        arena_init(&arena);
        ERR_CLEANUP struct err err = {0};
        struct cat_entries out = {0};
        struct cat_text text = {"c.json", whole, n, true};
        bool read = cat_read(&arena, &text, &out, &err);
        assert_int_equal(read, n == sizeof whole - 1);
        arena_release(&arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(user_mistakes_are_named),
        cmocka_unit_test(our_own_need_more_keys),
        cmocka_unit_test(cut_texts_are_survived),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
