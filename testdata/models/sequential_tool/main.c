// program: sequential
#include <stdio.h>

int main(int argc, char **argv)
{
    char line[256];
    for (int i = 1; i < argc; i++) {
        FILE *f = fopen(argv[i], "r");
        while (f && fgets(line, sizeof line, f))
            fputs(line, stdout);
        if (f)
            fclose(f);
    }
    return 0;
}
