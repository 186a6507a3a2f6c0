// row: constraint/multi-core --cores=8
// advice: thread-pool --cores=8
// advice: sequential --cores=1
extern void simulate(const char *file);

/* concadvise: cpu=2s concurrency=64 */
int main(int argc, char **argv) // here
{
    for (int i = 1; i < argc; i++)
        simulate(argv[i]);
    return 0;
}
