// why: the termination handler writes a log line through the same function as everybody else
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <unistd.h>

static FILE *log_file;
static volatile sig_atomic_t stopping;

static void log_message(const char *format, ...)
{
    va_list args;

    va_start(args, format);
    vfprintf(log_file, format, args); // expect: CA501
    va_end(args);
    fflush(log_file);
}

static void on_term(int sig)
{
    log_message("signal %d, shutting down\n", sig);
    stopping = 1;
}

int main(void)
{
    log_file = stderr;
    signal(SIGTERM, on_term);
    while (!stopping) {
        log_message("tick\n");
        sleep(1);
    }
    return 0;
}
