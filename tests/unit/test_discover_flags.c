/* The allowlist, word splitting and response files: what may reach the parser, and in which
 * form. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/file.h"
#include "discover/command.h"
#include "discover/discover.h"
#include "discover/words.h"

static const char *joined(struct arena *a, const char *const *words, uint32_t n)
{
    struct buf text BUF_CLEANUP = {0};
    for (uint32_t i = 0; i < n; i++)
        buf_addf(&text, "%s%s", i > 0 ? "|" : "", words[i]);
    return arena_strdup(a, buf_str(&text));
}

/* The flags that a command keeps, with "|" between them. */
static const char *kept(struct arena *a, const char *command, const char *directory)
{
    struct words words = {0};
    const char **out = NULL;
    uint32_t n = 0;
    words_split(a, command, &words);
    flags_filter(a, words.v, words.n, "x.c", directory, &out, &n);
    assert_null(out[n]);
    return joined(a, out, n);
}

static void test_splitting(void **state)
{
    struct arena *a = *state;
    struct words w = {0};
    words_split(a, "  cc -DA='\"x y\"' \"-DB=a\\\"b\" -DC=\\\"q\\\" '' a\\ b \"c\\d\"\t\n", &w);
    assert_string_equal(joined(a, w.v, w.n), "cc|-DA=\"x y\"|-DB=a\"b|-DC=\"q\"||a b|c\\d");
    w = (struct words){0};
    words_split(a, "open 'quote", &w);
    assert_string_equal(joined(a, w.v, w.n), "open|quote");
    w = (struct words){0};
    words_split(a, "tail\\", &w);
    assert_string_equal(joined(a, w.v, w.n), "tail\\");
    w = (struct words){0};
    words_split(a, "", &w);
    assert_int_equal(w.n, 0);
}

static void test_joined_and_separate_forms(void **state)
{
    struct arena *a = *state;
    assert_string_equal(kept(a, "cc -I inc -Iinc2 -I/abs -I../up -DX -D Y=1 -UZ -U W", "/p/b"),
                        "-I/p/b/inc|-I/p/b/inc2|-I/abs|-I/p/up|-DX|-DY=1|-UZ|-UW");
    assert_string_equal(kept(a, "cc -isystem s -isystems2 -iquote q -idirafterd -isysroot r", "/p"),
                        "-isystem|/p/s|-isystem|/p/s2|-iquote|/p/q|-idirafter|/p/d|-isysroot|/p/r");
    assert_string_equal(kept(a, "cc --sysroot=r --sysroot s -I=usr", "/p"),
                        "--sysroot=/p/r|--sysroot=/p/s|-I=usr");
    assert_string_equal(kept(a, "cc -include cfg.h -imacros m.h", "/nowhere"),
                        "-include|cfg.h|-imacros|m.h");
}

static void test_what_changes_the_language_is_kept(void **state)
{
    struct arena *a = *state;
    const char *flags = "-m32|-m64|-march=armv8-a|--target=arm-none-eabi|-target|riscv64|-nostdinc|"
                        "-pthread|-fopenmp|-fshort-enums|-fsigned-char|-funsigned-char|"
                        "-fgnu89-inline|-fms-extensions|-fblocks|-std=gnu11";
    char *command = arena_printf(a, "cc %s x.c", flags);
    for (char *p = command; *p; p++)
        if (*p == '|')
            *p = ' ';
    assert_string_equal(kept(a, command, "/p"), flags);
    assert_string_equal(kept(a, "cc -fplan9-extensions -ansi -std=c23 --std=gnu23", "/p"),
                        "-fms-extensions|-std=c89|-std=c2x|-std=gnu2x");
    assert_string_equal(kept(a, "cc -std=c++17 -std=gnu++20 -std=f2008 -std= -std=gnu", "/p"), "");
}

static void test_what_writes_or_runs_is_dropped(void **state)
{
    struct arena *a = *state;
    assert_string_equal(kept(a, "cc -c -o x.o -MD -MMD -MP -MF x.d -MT x.o -MQ x.o -MJ x.json "
                                "-Wp,-MD,x.d -Wp,-MMD,y.d -save-temps -save-temps=obj "
                                "-fmodules-cache-path=mc -fplugin=p.so -Xclang -load -Xclang p.so "
                                "-ftime-trace -gsplit-dwarf --coverage -fprofile-arcs "
                                "-include-pch x.pch -dumpdir d -aux-info f -E -S x.c -DLAST",
                             "/p"),
                        "-DLAST");
}

/* The value of a dropped flag must not be taken for a flag. */
static void test_values_of_dropped_flags(void **state)
{
    struct arena *a = *state;
    assert_string_equal(kept(a, "cc -Xclang -DNO -Xpreprocessor -DNO -o -DNO -MT -DNO -DYES", "/p"),
                        "-DYES");
    assert_string_equal(kept(a, "cc -DYES -- -DNO", "/p"), "-DYES");
    assert_string_equal(kept(a, "cc -DYES -I", "/p"), "-DYES");
    assert_string_equal(kept(a, "cc -I- -DYES", "/p"), "-DYES");
}

static void test_kernel_command(void **state)
{
    struct arena *a = *state;
    const char *command =
        "gcc -Wp,-MMD,kernel/.fork.o.d -nostdinc -I./arch/x86/include -I./include "
        "-include ./include/linux/kconfig.h -D__KERNEL__ -fmacro-prefix-map=./= -Wall -Wundef "
        "-Werror=strict-prototypes -Wno-trigraphs -fno-strict-aliasing -fno-common -fshort-wchar "
        "-fno-PIE -std=gnu11 -mno-sse -mno-mmx -mno-sse2 -mno-3dnow -mno-avx "
        "-fcf-protection=branch -fno-jump-tables -m64 -falign-jumps=1 -falign-loops=1 -mno-80387 "
        "-mno-fp-ret-in-387 -mpreferred-stack-boundary=3 -mskip-rax-setup -march=x86-64 "
        "-mtune=generic -mno-red-zone -mcmodel=kernel -fno-asynchronous-unwind-tables "
        "-mindirect-branch=thunk-extern -mindirect-branch-register -mindirect-branch-cs-prefix "
        "-mfunction-return=thunk-extern -mharden-sls=all -fno-delete-null-pointer-checks -O2 "
        "-fno-allow-store-data-races -fstack-protector-strong -fno-stack-clash-protection "
        "-fconserve-stack -fno-aggressive-loop-optimizations -fno-var-tracking-assignments "
        "-ftrivial-auto-var-init=zero -mrecord-mcount -mfentry -DCC_USING_FENTRY "
        "-fpatchable-function-entry=16,16 -Wno-stringop-truncation -fzero-call-used-regs=used-gpr "
        "-fsanitize=kernel-address --param asan-globals=1 -DKBUILD_BASENAME='\"fork\"' "
        "-c -o kernel/fork.o kernel/fork.c";
    assert_string_equal(kept(a, command, "/linux"),
                        "-nostdinc|-I/linux/arch/x86/include|-I/linux/include|"
                        "-include|./include/linux/kconfig.h|-D__KERNEL__|-std=gnu11|-m64|"
                        "-march=x86-64|-DCC_USING_FENTRY|-DKBUILD_BASENAME=\"fork\"");
}

static void test_flags_are_appended(void **state)
{
    struct arena *a = *state;
    const char *first[] = {"-DA"}, *second[] = {"-DB"};
    const char **out = NULL;
    uint32_t n = 0;
    flags_filter(a, first, 1, NULL, "/", &out, &n);
    flags_filter(a, second, 1, NULL, "/", &out, &n);
    assert_int_equal(n, 2);
    assert_string_equal(joined(a, out, n), "-DA|-DB");
    assert_null(out[2]);
}

static bool is_c(struct arena *a, const char *command, const char *file)
{
    struct words words = {0};
    words_split(a, command, &words);
    return command_is_c(&words, file);
}

static void test_language(void **state)
{
    struct arena *a = *state;
    assert_true(is_c(a, "gcc -c x.c", "/x.c"));
    assert_true(is_c(a, "ccache arm-linux-gnueabi-gcc-12 -c x.c", "/x.c"));
    assert_true(is_c(a, "cc -x c x.inc", "/x.inc"));
    assert_true(is_c(a, "cc -xc++ -x none x.c", "/x.c"));
    assert_false(is_c(a, "g++ -c x.c", "/x.c"));
    assert_false(is_c(a, "env A=1 ccache /usr/bin/arm-linux-g++-12.2 -c x.c", "/x.c"));
    assert_false(is_c(a, "/bin/sh ../libtool --tag=CXX --mode=compile clang++ x.c", "/x.c"));
    assert_false(is_c(a, "cc -x c++ x.c", "/x.c"));
    assert_false(is_c(a, "cc -xassembler-with-cpp x.c", "/x.c"));
    assert_false(is_c(a, "cc -c x.cpp", "/x.cpp"));
    assert_false(is_c(a, "cc -c x.S", "/x.S"));
    assert_false(is_c(a, "cc -c x.C", "/x.C"));
    assert_false(is_c(a, "", "/x"));
}

static void test_response_files(void **state)
{
    struct arena *a = *state;
    struct err e ERR_CLEANUP = {0};
    char dir[] = "/tmp/concadvise-words-XXXXXX";
    assert_non_null(mkdtemp(dir));
    const char *one = path_join(a, dir, "one.rsp"), *two = path_join(a, dir, "two.rsp");
    assert_true(file_write_atomic(one, "-DONE @two.rsp\n'-DA=b c'", 24, &e));
    assert_true(file_write_atomic(two, "-DTWO @one.rsp", 14, &e));
    struct words in = {0}, out = {0};
    words_split(a, "cc @one.rsp @missing -DLAST @", &in);
    words_expand(a, &in, dir, &out);
    const char *text = joined(a, out.v, out.n);
    assert_true(strncmp(text, "cc|-DONE|-DTWO|-DONE|-DTWO|", 27) == 0);
    assert_non_null(strstr(text, "|-DA=b c|@missing|-DLAST|@"));
    assert_true(out.n < 100);
    assert_int_equal(unlink(one), 0);
    assert_int_equal(unlink(two), 0);
    assert_int_equal(rmdir(dir), 0);
}

static int set_up(void **state)
{
    static struct arena arena;
    arena_init(&arena);
    *state = &arena;
    return 0;
}

static int tear_down(void **state)
{
    arena_release(*state);
    return 0;
}

int main(void)
{
#define CASE(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        CASE(test_splitting),
        CASE(test_joined_and_separate_forms),
        CASE(test_what_changes_the_language_is_kept),
        CASE(test_what_writes_or_runs_is_dropped),
        CASE(test_values_of_dropped_flags),
        CASE(test_kernel_command),
        CASE(test_flags_are_appended),
        CASE(test_language),
        CASE(test_response_files),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
