// row: task/cpu-bound
// advice: thread-pool --cores=8
// advice: sequential --cores=1
extern void train(const char *model);

/* concadvise: cpu=30s concurrency=8 */
int main(int argc, char **argv) // here
{
    for (int i = 1; i < argc; i++)
        train(argv[i]);
    return 0;
}
