// why: a variadic wrapper around system() is given small commands in one place and a real program in another
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

static int run(const char *format, ...)
{
    char line[1024];
    va_list ap;

    va_start(ap, format);
    vsnprintf(line, sizeof line, format, ap);
    va_end(ap);
    return system(line);
}

int backup_prepare(const char *root, const char *name)
{
    if (run("mkdir -p %s/%s", root, name) != 0) // expect: CA401
        return -1;
    if (run("/bin/mv %s/%s.new %s/%s.old", root, name, root, name) != 0) // expect: CA401
        return -1;
    return run("tar -C %s -czf %s.tar.gz .", root, name);
}
