/*
 * Preloaded by test_fault.py: libclang as it behaves on its worst day. A file whose name begins
 * with "fault-" and a word makes the parse do what the word says; all others are parsed as ever.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

typedef void *(*find_function)(void *, const char *);
typedef int (*parse_function)(void *, const char *, const char *const *, int, void *, unsigned,
                              unsigned, void **);

static parse_function real_parse;

static int deeper(volatile char *above, int n)
{
    volatile char here[4096];
    here[0] = (char)(above[0] + n);
    return deeper(here, n + 1) + here[0];
}

/* As LLVM does when it gets no memory. */
static void eat(void)
{
    for (;;) {
        char *p = malloc(64 << 20);
        if (!p) {
            fputs("LLVM ERROR: out of memory\nAllocation failed\n", stderr);
            abort();
        }
        p[0] = 1;
    }
}

/* Into the pipe to the parent. */
static void talk_nonsense(void)
{
    struct stat st;
    char noise[256];
    memset(noise, 0x5a, sizeof noise);
    for (int fd = 3; fd < 256; fd++)
        if (fstat(fd, &st) == 0 && S_ISSOCK(st.st_mode) &&
            write(fd, noise, sizeof noise) == (ssize_t)sizeof noise)
            return;
}

static void misbehave(const char *word)
{
    char first = 0;
    if (!strncmp(word, "segv", 4))
        *(volatile int *)8 = 1;
    else if (!strncmp(word, "abort", 5))
        abort();
    else if (!strncmp(word, "kill", 4))
        (void)kill(getpid(), SIGKILL);
    else if (!strncmp(word, "exit", 4))
        _exit(7);
    else if (!strncmp(word, "stack", 5))
        _exit(deeper(&first, 0));
    else if (!strncmp(word, "memory", 6))
        eat();
    else if (!strncmp(word, "nonsense", 8))
        talk_nonsense();
}

static int parse(void *index, const char *file, const char *const *args, int n_args, void *unsaved,
                 unsigned n_unsaved, unsigned options, void **out)
{
    const char *word = file ? strstr(file, "/fault-") : NULL;
    if (word)
        misbehave(word + 7);
    return real_parse(index, file, args, n_args, unsaved, n_unsaved, options, out);
}

/* libclang's functions are looked up by name. */
void *dlsym(void *library, const char *name)
{
    static const char *const versions[] = {"GLIBC_2.34", "GLIBC_2.2.5", "GLIBC_2.17"};
    static find_function find;
    void *found = NULL;
    for (size_t i = 0; i < sizeof versions / sizeof versions[0] && !find; i++) {
        void *symbol = dlvsym(RTLD_NEXT, "dlsym", versions[i]);
        memcpy(&find, &symbol, sizeof find);
    }
    if (find)
        found = find(library, name);
    if (strcmp(name, "clang_parseTranslationUnit2"))
        return found;
    memcpy(&real_parse, &found, sizeof real_parse);
    parse_function own = parse;
    memcpy(&found, &own, sizeof found);
    return found;
}
