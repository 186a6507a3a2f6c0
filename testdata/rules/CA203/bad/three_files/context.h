#ifndef CONTEXT_H
#define CONTEXT_H
void context_set(const char *user);
const char *context_user(void);
#endif
