void unlock(int **), drop(char **);
int *lock(void);
int work(void);
#define GUARD(name) __attribute__((cleanup(unlock))) int *name = lock()
int f(int n)
{
    GUARD(outer);
    while (n--) {
        __attribute__((cleanup(drop))) char *p = 0;
        if (work() == 1)
            continue;
        if (work() == 2)
            break;
        if (work() == 3)
            return work();
        if (work() == 4)
            goto out;
    }
    work();
out:
    return 0;
}
