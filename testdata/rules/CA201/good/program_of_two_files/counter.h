#ifndef COUNTER_H
#define COUNTER_H

void *count_lines(void *arg);

#endif
