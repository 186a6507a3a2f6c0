// why: log_line() locks the same GMutex as its caller; a GMutex is not recursive
// flags: -I/usr/include/glib-2.0 -I/usr/lib/x86_64-linux-gnu/glib-2.0/include
#include <glib.h>
#include <stdio.h>

static GMutex log_mutex;
static FILE *log_file;

static void log_line(const char *text)
{
    g_mutex_lock(&log_mutex);
    fputs(text, log_file);
    g_mutex_unlock(&log_mutex);
}

void log_open(const char *path)
{
    g_mutex_lock(&log_mutex);
    log_file = fopen(path, "a");
    if (log_file)
        log_line("opened\n"); // expect: CA206
    g_mutex_unlock(&log_mutex);
}
