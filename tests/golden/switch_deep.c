int more(void);
void f(int n)
{
    switch (n) {
        more();
        if (n) {
    case 1:
            more();
        } else {
            while (more()) {
    case 2:
                if (n == 7)
                    break;
            }
            break;
        }
        more();
    }
}
