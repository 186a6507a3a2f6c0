// row: task/cpu-bound
// advice: thread-pool --cores=4
// advice: sequential --cores=1
extern void aggregate(const char *file);

/* concadvise: cpu=250ms concurrency=100 */
int main(int argc, char **argv) // here
{
    for (int i = 1; i < argc; i++)
        aggregate(argv[i]);
    return 0;
}
