#ifndef COUNTER_H
#define COUNTER_H

struct counter {
    long value;
};

extern struct counter requests;

void counter_add(struct counter *c, long n);

#endif
