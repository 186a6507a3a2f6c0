int a, b;
const char *text(void) { return "one " "two" "\t\x41\0z"; }
int sum(void) { return a + b + a + b + 'c' + 010 + 0x1fULL + (a - b) * 2 / 3 % 5; }
int logic(int n) { return a & b | n ^ ~a; }
float real(float x) { return x * 1.5f - -2.0; }
int compare(int n) { return (n == 1) + (n != a) - !n; }
