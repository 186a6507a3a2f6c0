// row: task/cpu-bound
// advice: thread-pool --cores=4
// advice: sequential --cores=1
extern void render(const char *file);

/* concadvise: cpu=800ms concurrency=16 */
int main(int argc, char **argv) // here
{
    for (int i = 1; i < argc; i++)
        render(argv[i]);
    return 0;
}
