extern int shared;
static int internal;
volatile int vol;
__thread int per_thread;
int f(int n)
{
    static int count;
    extern int elsewhere;
    _Thread_local static int mine;
    register int r = n;
    volatile int v = vol;
    vol = v;
    return count++ + shared + internal + elsewhere + per_thread + mine + r;
}
