#ifndef RUNNER_H
#define RUNNER_H
int run_quiet(const char *program, const char *argument);
#endif
