enum color { RED, GREEN = 5, BLUE };
int one(void), two(void), three(void);
int f(enum color c, int n)
{
    switch (c) {
    case RED:
        one();
        break;
    case GREEN:
        two();
        /* falls through */
    case BLUE:
        return three();
    }
    switch (n) {
    case 1: case 2: case 3:
        one();
        break;
    case 'a' ... 'z':
        two();
        __attribute__((fallthrough));
    default:
        three();
    case -1:;
    }
    switch (n)
        case 4: one();
    return 0;
}
