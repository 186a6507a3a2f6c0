#include <stdarg.h>
struct s { int a; };
void take(int *);
int f(int kept, int assigned, int addressed, struct s by_value, int arr[4], struct s recs[],
      int cb(int), int (*rows)[3], va_list ap)
{
    assigned = kept;
    take(&addressed);
    by_value.a = 2;
    arr[1] = *(arr + 2) + *(1 + arr);
    recs->a = recs[kept].a;
    take(arr);
    take(rows[1]);
    rows[1][2] = va_arg(ap, int);
    arr++;
    return cb(assigned);
}
