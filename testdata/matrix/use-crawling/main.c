// row: task/io-bound
// advice: event-loop
// advice: thread-pool --legacy
extern int fetch(const char *url);

/* concadvise: io=300ms cpu=100us concurrency=1000 */
int main(int argc, char **argv) // here
{
    int failed = 0;
    for (int i = 1; i < argc; i++)
        failed += fetch(argv[i]) != 0;
    return failed;
}
