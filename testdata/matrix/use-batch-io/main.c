// row: task/io-legacy --legacy
// advice: thread-pool --legacy
// advice: event-loop
extern int upload(const char *file);

/* concadvise: io=80ms cpu=100us concurrency=40 */
int main(int argc, char **argv) // here
{
    int failed = 0;
    for (int i = 1; i < argc; i++)
        failed += upload(argv[i]) != 0;
    return failed;
}
