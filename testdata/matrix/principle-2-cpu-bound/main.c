// row: principle/2
// advice: thread-pool --cores=4
// advice: sequential --cores=1
extern void hash_file(const char *file);

/* concadvise: cpu=150ms concurrency=32 */
int main(int argc, char **argv) // here
{
    for (int i = 1; i < argc; i++)
        hash_file(argv[i]);
    return 0;
}
