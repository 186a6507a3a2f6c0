// why: strtok keeps its position in one place for the process; two parsers take each other's
#include <pthread.h>
#include <string.h>
#include <stdio.h>

static int count_words(char *line)
{
    int n = 0;

    for (char *word = strtok(line, " "); word; word = strtok(NULL, " ")) // expect: CA204
        n++;
    return n;
}

static void *parse_requests(void *arg)
{
    char line[] = "GET /index.html HTTP/1.1";

    printf("%d\n", count_words(line));
    return arg;
}

static void *parse_headers(void *arg)
{
    char line[] = "Host: example.org";

    printf("%d\n", count_words(line));
    return arg;
}

int main(void)
{
    pthread_t a, b;

    pthread_create(&a, NULL, parse_requests, NULL);
    pthread_create(&b, NULL, parse_headers, NULL);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    return 0;
}
