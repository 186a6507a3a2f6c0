// why: C11 thread-specific storage, set by who creates the thread
#include <stdio.h>
#include <threads.h>

static tss_t locale_key;

static int render(void *arg)
{
    const char *locale = tss_get(locale_key); // expect: CA203

    printf("%s in %s\n", (const char *)arg, locale ? locale : "C");
    return 0;
}

static int start(char *page, char *locale)
{
    thrd_t thread;

    tss_set(locale_key, locale);
    if (thrd_create(&thread, render, page) != thrd_success)
        return -1;
    return thrd_join(thread, NULL);
}

int main(void)
{
    tss_create(&locale_key, NULL);
    return start("index", "de");
}
